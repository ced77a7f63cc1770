// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.fit.PixelAmounts;
import org.xanesj.stack.Heap;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * The least and the largest fraction of every species in every pixel over several sets of species that explain the
 * stack as well. NaN outside the mask.
 *
 * @param lowest species x pixels
 * @param highest species x pixels
 */
public record RangeMaps(float[][] lowest, float[][] highest) implements Serializable {

	private static RangeMaps unknown(final int species, final int pixels) {
		final RangeMaps maps = new RangeMaps(new float[species][pixels], new float[species][pixels]);
		for (final float[] map : maps.lowest) Arrays.fill(map, Float.NaN);
		for (final float[] map : maps.highest) Arrays.fill(map, Float.NaN);
		return maps;
	}

	/** @param solutions sets of spectra, the same species in the same order */
	static RangeMaps of(final SpectralImage image, final Mask mask, final Fitting fitting, final Closure closure,
		final List<List<Spectrum>> solutions, final Runner runner)
	{
		final int species = solutions.get(0).size();
		Heap.require(image.size() > Integer.MAX_VALUE - 8 ? -1 : Heap.product(2L * Float.BYTES, species, image.size()), image
			.info().name(), "the ranges of its " + image.size() + " pixels",
			"Give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx), or crop the stack.");
		final RangeMaps maps = unknown(species, (int) image.size());
		final List<PixelAmounts> fits = solutions.stream().map(spectra -> new PixelAmounts(fitting.design(spectra))).toList();
		runner.run("Range in every pixel", image, mask, new Extremes(fits, closure), (block, part) -> maps.put(part,
			(int) block.first(), block.inside(mask)));
		return maps;
	}

	private void put(final RangeMaps part, final int first, final int[] offsets) {
		for (int k = 0; k < lowest.length; k++) for (int i = 0; i < offsets.length; i++) {
			lowest[k][first + offsets[i]] = part.lowest[k][i];
			highest[k][first + offsets[i]] = part.highest[k][i];
		}
	}

	/** Fits every set of spectra in the pixels of a block. */
	private record Extremes(List<PixelAmounts> fits, Closure closure) implements BlockTask<RangeMaps> {

		@Override
		public RangeMaps apply(final PixelBlock block) {
			RangeMaps maps = null;
			for (final PixelAmounts fit : fits) {
				final double[][] amounts = fit.apply(block);
				if (maps == null) maps = unknown(amounts.length, block.size());
				for (int p = 0; p < block.size(); p++) {
					double sum = 0;
					for (final double[] amount : amounts) sum += amount[p];
					final double unit = closure == Closure.EDGE_STEP ? sum : 1;
					for (int k = 0; k < amounts.length; k++) maps.widen(k, p, (float) (amounts[k][p] / unit));
				}
			}
			return maps;
		}
	}

	/** A pixel in which one set of species finds nothing has no fraction by it. */
	private void widen(final int species, final int pixel, final float fraction) {
		if (Float.isNaN(fraction)) return;
		if (!(lowest[species][pixel] <= fraction)) lowest[species][pixel] = fraction;
		if (!(highest[species][pixel] >= fraction)) highest[species][pixel] = fraction;
	}
}
