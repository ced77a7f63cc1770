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
	private static final int FITTED = 50_000;

	/** Pixels on which the number of clusters is found, at most. */
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
		final UnitScores.Scores sample = sample(image, mask, task, FITTED, seed, runner);
		Optional<ClusterNumber> number = Optional.empty();
		if (clusters == 0) number = Optional.of(ground.noise().hasSignal() ? number(image, mask, task, ground.components(),
			seed, runner) : NOTHING);
		final int k = number.map(ClusterNumber::suggested).orElse(clusters);
		final KMeans means = KMeans.fit(sample.directions(), KMeans.Options.of(k, seed));
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

	private static ClusterNumber number(final SpectralImage image, final Mask mask, final UnitScores task,
		final int components, final long seed, final Runner runner)
	{
		final UnitScores.Scores few = sample(image, mask, task, COUNTED, seed, runner);
		final double[] variances = Arrays.stream(few.lengths()).map(l -> Math.max(1, components - 1) / (l * l)).toArray();
		return ClusterNumber.of(few.directions(), variances, MOST, seed);
	}

	private static int[] assign(final UnitScores.Scores scores, final KMeans means) {
		final int[] nearest = new int[scores.directions().length];
		for (int p = 0; p < nearest.length; p++) nearest[p] = means.nearest(scores.directions()[p]);
		return nearest;
	}

	/** The scores of at most {@code most} pixels of the mask, chosen by the seed alone. */
	private static UnitScores.Scores sample(final SpectralImage image, final Mask mask, final UnitScores task,
		final int most, final long seed, final Runner runner)
	{
		final Mask chosen = thinned(mask, most, seed);
		final int count = (int) chosen.count();
		final double[][] directions = new double[count][];
		final double[] lengths = new double[count];
		final int[] filled = { 0 };
		runner.run("Scores", image, chosen, task, (block, scores) -> {
			System.arraycopy(scores.directions(), 0, directions, filled[0], scores.lengths().length);
			System.arraycopy(scores.lengths(), 0, lengths, filled[0], scores.lengths().length);
			filled[0] += scores.lengths().length;
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
