// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Projector;
import org.xanesj.block.Runner;
import org.xanesj.stack.Heap;
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
		final Projector projector = new Projector(vectors);
		return images("Eigenimages", image, mask, vectors.length, block -> projector.apply(block.select(energies)), runner);
	}

	/**
	 * The scores on the first k components of spectra that were prepared as for the components: centred scores have a mean
	 * of 0, as scikit-learn gives them.
	 *
	 * @param pca made of these pixels and energies with this variant
	 * @return k x pixels, NaN outside the mask
	 */
	public static float[][] of(final SpectralImage image, final Mask mask, final int[] energies, final Pca pca,
		final PcaVariant variant, final int k, final Runner runner)
	{
		final Preparation preparation = Preparation.of(variant, energies, pca.origin());
		final Projector projector = new Projector(pca.factors(k));
		return images("Eigenimages", image, mask, k, block -> projector.apply(preparation.apply(block)), runner);
	}

	/** @return what the task makes of each pixel, k maps; NaN outside the mask */
	static float[][] images(final String step, final SpectralImage image, final Mask mask, final int k,
		final BlockTask<double[][]> values, final Runner runner)
	{
		Heap.require(image.size() > Integer.MAX_VALUE - 8 ? -1 : Heap.product(Float.BYTES, k, image.size()), image.info().name(),
			"maps of its " + image.size() + " pixels",
			"Give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx), or crop the stack.");
		final float[][] images = new float[k][(int) image.size()];
		for (final float[] map : images) Arrays.fill(map, Float.NaN);
		runner.run(step, image, mask, values, (block, found) -> {
			final int[] inside = block.inside(mask);
			for (int c = 0; c < k; c++)
				for (int i = 0; i < inside.length; i++) images[c][(int) block.first() + inside[i]] = (float) found[c][i];
		});
		return images;
	}
}
