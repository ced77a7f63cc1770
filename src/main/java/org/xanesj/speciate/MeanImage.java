// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** The mean of each pixel over all energies: the grey picture behind a map. */
public final class MeanImage {

	private MeanImage() {}

	/**
	 * @param planes z of those that are wanted, rising
	 * @return planes x pixels, NaN where a value is
	 */
	public static float[][] of(final SpectralImage image, final int[] planes, final Runner runner) {
		final int area = image.width() * image.height();
		final float[][] means = new float[planes.length][area];
		final Mask wanted = planes.length == image.depth() ? Mask.all(image.size()) : Mask.of(image.size(), p -> Arrays
			.binarySearch(planes, (int) (p / area)) >= 0);
		runner.run("Mean image", image, wanted, MeanImage::means, (block, part) -> {
			final int plane = Arrays.binarySearch(planes, (int) (block.first() / area));
			if (plane >= 0) System.arraycopy(part, 0, means[plane], (int) (block.first() % area), part.length);
		});
		return means;
	}

	private static float[] means(final PixelBlock block) {
		final double[] sums = new double[block.size()];
		for (int e = 0; e < block.energies(); e++) {
			final float[] row = block.row(e);
			for (int p = 0; p < sums.length; p++) sums[p] += row[p];
		}
		final float[] means = new float[sums.length];
		for (int p = 0; p < means.length; p++) means[p] = (float) (sums[p] / block.energies());
		return means;
	}
}
