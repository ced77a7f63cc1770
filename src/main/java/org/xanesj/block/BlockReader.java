// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import net.imglib2.Cursor;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Reads the spectra of a block. Planes in memory and cells that hold whole rows of spectra are copied run by run; any
 * other image goes through its cursor.
 */
public final class BlockReader {

	private final SpectralImage image;
	private final CellRuns cells;

	public BlockReader(final SpectralImage image) {
		this.image = image;
		cells = CellRuns.of(image);
	}

	/** Fills {@code into} with the pixels of {@code block} inside {@code mask}. */
	public void read(final Block block, final Mask mask, final PixelBlock into) {
		final int[] offsets = block.inside(mask);
		into.resize(offsets.length);
		if (offsets.length == 0) return;
		if (cells != null) cells.read(block, offsets, into);
		else for (int e = 0; e < into.energies(); e++) {
			final float[] plane = plane(block.first(), e);
			if (plane == null) readThrough(block, offsets, e, into.row(e));
			else gather(plane, (int) (block.first() % plane.length), offsets, block.count(), into.row(e));
		}
	}

	/** @return the plane of values that holds the pixel, or null when the image is not made of such planes */
	private float[] plane(final long pixel, final int energy) {
		if (!(image.pixels() instanceof PlanarImg)) return null;
		final PlanarImg<?, ?> planes = (PlanarImg<?, ?>) image.pixels();
		final long z = pixel / ((long) image.width() * image.height());
		final Object plane = planes.getPlane((int) (z + (long) image.depth() * energy));
		return plane instanceof FloatArray ? ((FloatArray) plane).getCurrentStorageArray() : null;
	}

	private static void gather(final float[] plane, final int first, final int[] offsets, final int count,
		final float[] row)
	{
		if (offsets.length == count) System.arraycopy(plane, first, row, 0, count);
		else for (int i = 0; i < offsets.length; i++) row[i] = plane[first + offsets[i]];
	}

	private void readThrough(final Block block, final int[] offsets, final int energy, final float[] row) {
		final int last = image.pixels().numDimensions() - 1;
		final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(image.pixels(), last, energy)).cursor();
		cursor.jumpFwd(block.first());
		long at = -1;
		for (int i = 0; i < offsets.length; i++) {
			cursor.jumpFwd(offsets[i] - at);
			at = offsets[i];
			row[i] = cursor.get().get();
		}
	}
}
