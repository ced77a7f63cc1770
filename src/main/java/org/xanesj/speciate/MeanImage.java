// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** The mean of each pixel over all energies: the grey picture behind a map. */
public final class MeanImage {

	private MeanImage() {}

	/** @return one value for each pixel, NaN where one of its values is */
	public static float[] of(final SpectralImage image, final Runner runner) {
		final float[] mean = new float[(int) image.size()];
		runner.run("Mean image", image, Mask.all(image.size()), MeanImage::means, (block, part) -> System.arraycopy(part, 0,
			mean, (int) block.first(), part.length));
		return mean;
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
