// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import net.imglib2.RandomAccess;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;

import org.xanesj.stack.SpectralImage;

/**
 * An image whose cells hold whole spectra of whole rows: in each, the pixels of a block that it has are one run at each
 * energy.
 */
final class CellRuns {

	private final AbstractCellImg<?, ?, ?, ?> pixels;
	private final int width;
	private final int height;
	private final int rows;
	private final int planes;

	private CellRuns(final AbstractCellImg<?, ?, ?, ?> pixels) {
		final CellGrid grid = pixels.getCellGrid();
		this.pixels = pixels;
		width = (int) pixels.dimension(0);
		height = (int) pixels.dimension(1);
		rows = grid.cellDimension(1);
		planes = pixels.numDimensions() == 3 ? 1 : grid.cellDimension(2);
	}

	/** @return null when the image has no such cells */
	static CellRuns of(final SpectralImage image) {
		if (!(image.pixels() instanceof AbstractCellImg)) return null;
		final AbstractCellImg<?, ?, ?, ?> pixels = (AbstractCellImg<?, ?, ?, ?>) image.pixels();
		final int last = pixels.numDimensions() - 1;
		final CellGrid grid = pixels.getCellGrid();
		return grid.gridDimension(0) == 1 && grid.gridDimension(last) == 1 ? new CellRuns(pixels) : null;
	}

	/** @param offsets of the pixels to read, rising, counted from the block's first */
	void read(final Block block, final int[] offsets, final PixelBlock into) {
		final long plane = (long) width * height;
		final int z = (int) (block.first() / plane);
		final int first = (int) (block.first() % plane);
		for (int i = 0; i < offsets.length;) {
			final int group = (first + offsets[i]) / width / rows;
			final long beyond = (group + 1L) * rows * width - first;
			int end = i;
			while (end < offsets.length && offsets[end] < beyond) end++;
			read(z, group, first, offsets, i, end, into);
			i = end;
		}
	}

	/** Reads those of the pixels that one cell has. */
	private void read(final int z, final int group, final int first, final int[] offsets, final int from, final int to,
		final PixelBlock into)
	{
		final Cell<?> cell = cell(group, z / planes);
		final float[] values = ((FloatArray) cell.getData()).getCurrentStorageArray();
		final int height = (int) cell.dimension(1);
		final int depth = pixels.numDimensions() == 3 ? 1 : (int) cell.dimension(2);
		final boolean whole = offsets[to - 1] - offsets[from] == to - 1 - from;
		for (int e = 0; e < into.energies(); e++) {
			final int start = ((e * depth + z % planes) * height - group * rows) * width + first;
			final float[] row = into.row(e);
			if (whole) System.arraycopy(values, start + offsets[from], row, from, to - from);
			else for (int i = from; i < to; i++) row[i] = values[start + offsets[i]];
		}
	}

	private Cell<?> cell(final int group, final int planeGroup) {
		final RandomAccess<? extends Cell<?>> cells = pixels.getCells().randomAccess();
		cells.setPosition(group, 1);
		if (pixels.numDimensions() == 4) cells.setPosition(planeGroup, 2);
		return cells.get();
	}
}
