// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;

import org.xanesj.block.Projector;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** How much of each eigenspectrum is in each pixel: the scores, as images. */
public final class EigenImages {

	private EigenImages() {}

	/**
	 * @param vectors k eigenspectra, one value for each of the energies, weights included
	 * @param energies indices of the energies the vectors belong to
	 * @return k x pixels, NaN outside the mask
	 */
	public static float[][] of(final SpectralImage image, final Mask mask, final int[] energies,
		final double[][] vectors, final Runner runner)
	{
		final float[][] images = new float[vectors.length][(int) image.size()];
		for (final float[] map : images) Arrays.fill(map, Float.NaN);
		final Projector projector = new Projector(vectors);
		runner.run("Eigenimages", image, mask, block -> projector.apply(block.select(energies)), (block, scores) -> {
			final int[] inside = block.inside(mask);
			for (int k = 0; k < images.length; k++)
				for (int i = 0; i < inside.length; i++) images[k][(int) block.first() + inside[i]] = (float) scores[k][i];
		});
		return images;
	}
}
