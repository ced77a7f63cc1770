// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;

/**
 * The values of an image in memory as if they were in a file, stored together as told.
 *
 * @param planes z fastest, then energy
 */
public record PlaneSpectra(List<float[]> planes, int width, int height, int depth, int rowsTogether, int planesTogether)
	implements SpectraSource
{

	/** Floats that were read from any of them since the program began. */
	public static final AtomicLong READ = new AtomicLong();

	public static PlaneSpectra of(final SpectralImage image, final int rowsTogether, final int planesTogether) {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) for (int z = 0; z < image.depth(); z++) {
			final float[] plane = new float[image.width() * image.height()];
			for (int p = 0; p < plane.length; p++) plane[p] = image.depth() == 1 ? image.pixels().getAt(p % image.width(), p /
				image.width(), e).get() : image.pixels().getAt(p % image.width(), p / image.width(), z, e).get();
			planes.add(plane);
		}
		return new PlaneSpectra(planes, image.width(), image.height(), image.depth(), rowsTogether, planesTogether);
	}

	/** @return the image as it is read piece by piece */
	public static SpectralImage lazy(final SpectralImage image, final int rowsTogether, final int planesTogether) {
		return SpectralImage.lazy(of(image, rowsTogether, planesTogether), image.energies(), image.info());
	}

	@Override
	public int energies() {
		return planes.size() / depth;
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		final int run = piece.rows() * width;
		for (int e = 0; e < energies.length; e++) for (int z = 0; z < piece.planes(); z++) {
			System.arraycopy(planes.get(energies[e] * depth + piece.firstPlane() + z), piece.firstRow() * width, into.array(e, z),
				into.offset(e, z), run);
			READ.addAndGet(run);
		}
	}
}
