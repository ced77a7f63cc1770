// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.xanesj.block.Runner;
import org.xanesj.cluster.ClusterNumber;
import org.xanesj.cluster.KMeans;
import org.xanesj.cluster.Labels;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Pixels grouped by what they are made of: k-means on the scores of their line-free spectra, each divided by its norm.
 *
 * @param labels of the pixels
 * @param number how the number of clusters was found; empty when it was given
 */
public record SpectralClusters(Labels labels, Optional<ClusterNumber> number) {

	/** Pixels on which k-means is fitted, at most; all are assigned. */
	private static final int FITTED = 200_000;

	/** Of these, those on which the number of clusters is found, at most. */
	private static final int COUNTED = 4_000;

	/** More colours than this nobody tells apart. */
	private static final int MOST = 10;

	/** The scores of noise alone point everywhere. */
	private static final ClusterNumber NOTHING = new ClusterNumber(1, "nothing stands above the noise", List.of());

	/** @param clusters how many, or 0 for automatic */
	public static SpectralClusters of(final Groundwork ground, final int clusters, final long seed, final Runner runner) {
		final SpectralImage image = ground.image();
		final Mask mask = ground.edge().mask();
		if (mask.count() < Math.max(1, clusters)) throw new InputException("clusters=" + clusters + ", but the mask has " +
			mask.count() + " pixels.", "Ask for fewer clusters, or use a larger mask.");
		final UnitScores task = new UnitScores(ground.noise(), ground.components(), ground.window());
		final UnitScores.Scores sample = sample(image, thinned(mask, FITTED, seed), task, ground.components(),
			runner);
		Optional<ClusterNumber> number = Optional.empty();
		if (clusters == 0) number = Optional.of(ground.noise().hasSignal() ? number(sample, ground.components(), seed)
			: NOTHING);
		final int k = number.map(ClusterNumber::suggested).orElse(clusters);
		final KMeans means = KMeans.fit(sample.directions(), KMeans.Options.of(k, seed), runner.progress());
		final int[] raw = new int[(int) image.size()];
		Arrays.fill(raw, -1);
		runner.run("Clusters", image, mask, block -> assign(task.apply(block), means), (block, found) -> {
			final int[] inside = block.inside(mask);
			for (int i = 0; i < inside.length; i++) raw[(int) block.first() + inside[i]] = found[i];
		});
		return new SpectralClusters(Labels.bySize(raw, k), number);
	}

	/**
	 * @param asked for how many, or 0 for automatic
	 * @return one sentence on how the number of clusters came about
	 */
	public String note(final int asked) {
		if (number.isPresent()) return counted(number.get().suggested()) + ": " + number.get().reason() + ".";
		return counted(labels.count()) + (labels.count() == asked ? ", as was asked for." : ": " + asked +
			" were asked for, but no more spectra differ.");
	}

	private static String counted(final int clusters) {
		return clusters == 1 ? "1 cluster" : clusters + " clusters";
	}

	private static ClusterNumber number(final UnitScores.Scores sample, final int components, final long seed) {
		final int pixels = sample.lengths().length;
		final int[] few = thinned(Mask.all(pixels), COUNTED, seed).offsets(0, pixels);
		final float[][] directions = new float[sample.directions().length][few.length];
		final double[] variances = new double[few.length];
		for (int i = 0; i < few.length; i++) {
			for (int k = 0; k < directions.length; k++) directions[k][i] = sample.directions()[k][few[i]];
			variances[i] = Math.max(1, components - 1) / (sample.lengths()[few[i]] * sample.lengths()[few[i]]);
		}
		return ClusterNumber.of(directions, variances, MOST, seed);
	}

	private static int[] assign(final UnitScores.Scores scores, final KMeans means) {
		final int[] nearest = new int[scores.lengths().length];
		means.assign(scores.directions(), nearest.length, nearest);
		return nearest;
	}

	/** @return the scores of the pixels of the mask */
	private static UnitScores.Scores sample(final SpectralImage image, final Mask mask, final UnitScores task,
		final int components, final Runner runner)
	{
		final int count = (int) mask.count();
		final float[][] directions = new float[components][count];
		final double[] lengths = new double[count];
		final int[] filled = { 0 };
		runner.run("Scores", image, mask, task, (block, scores) -> {
			final int n = scores.lengths().length;
			for (int k = 0; k < directions.length; k++) System.arraycopy(scores.directions()[k], 0, directions[k], filled[0], n);
			System.arraycopy(scores.lengths(), 0, lengths, filled[0], n);
			filled[0] += n;
		});
		return new UnitScores.Scores(directions, lengths);
	}

	/** Knuth's selection sampling: every pixel of the mask has the same chance, and exactly {@code most} are taken. */
	private static Mask thinned(final Mask mask, final int most, final long seed) {
		final long all = mask.count();
		if (all <= most) return mask;
		final SplittableRandom random = new SplittableRandom(seed);
		final long[] left = { all, most };
		return mask.and(p -> {
			final boolean take = random.nextDouble() * left[0]-- < left[1];
			if (take) left[1]--;
			return take;
		});
	}
}
