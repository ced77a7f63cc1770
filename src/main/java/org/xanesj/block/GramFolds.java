// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * The Gram matrices of pixels that were dealt into folds by chance, for cross-validation: the pixels are read once. Which
 * fold a pixel is in depends on the seed and on its place in its block alone, never on threads or machines.
 *
 * @param folds the Gram matrix of each, with as many pixels as chance gave it
 */
public record GramFolds(List<Gram> folds) {

	public GramFolds {
		folds = List.copyOf(folds);
	}

	/**
	 * @param energies indices of the energies to look at
	 * @param count of folds, at least 2
	 */
	public static GramFolds of(final SpectralImage image, final Mask mask, final int[] energies, final int count,
		final long seed, final Runner runner)
	{
		return of("Covariance", image, mask, energies.length, block -> block.select(energies), count, seed, runner);
	}

	/**
	 * @param step what is being done, for the progress bar
	 * @param energies how many values each spectrum has
	 * @param spectra what is made of each block before its products are summed
	 * @param count of folds, at least 2
	 */
	public static GramFolds of(final String step, final SpectralImage image, final Mask mask, final int energies,
		final BlockTask<PixelBlock> spectra, final int count, final long seed, final Runner runner)
	{
		if (count < 2) throw new IllegalArgumentException("folds: " + count);
		final List<GramSums> totals = Stream.generate(() -> new GramSums(energies)).limit(count).toList();
		runner.run(step, image, mask, block -> sums(spectra.apply(block), count, seed), (block, sums) -> {
			for (int k = 0; k < count; k++) totals.get(k).add(sums[k]);
		});
		return new GramFolds(totals.stream().map(GramSums::gram).toList());
	}

	private static GramSums[] sums(final PixelBlock block, final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int[] fold = IntStream.range(0, block.size()).map(p -> random.nextInt(count)).toArray();
		return IntStream.range(0, count).mapToObj(k -> GramSums.of(block.pick(IntStream.range(0, fold.length).filter(
			p -> fold[p] == k).toArray()))).toArray(GramSums[]::new);
	}

	/** @return the Gram matrix of all pixels */
	public Gram all() {
		return without(-1);
	}

	/** @return the Gram matrix of all pixels but those of one fold */
	public Gram without(final int fold) {
		return IntStream.range(0, folds.size()).filter(k -> k != fold).mapToObj(folds::get).reduce(Gram::plus).orElseThrow();
	}
}
