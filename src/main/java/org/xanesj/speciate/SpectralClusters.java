// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.cluster.ClusterNumber;
import org.xanesj.cluster.KMeans;
import org.xanesj.cluster.Labels;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Pixels grouped by what they are made of: k-means on the scores of their line-free spectra, each divided by its norm.
 * Clusters are numbered from 1 by falling size.
 *
 * @param assignment of any pixel to its cluster
 * @param sizes pixels of the mask in each cluster
 * @param means of the clusters' spectra: absorption at all energies of the stack
 * @param number how the number of clusters was found; empty when it was given
 */
public record SpectralClusters(Assignment assignment, long[] sizes, List<Spectrum> means,
	Optional<ClusterNumber> number)
{

	/** Pixels on which k-means is fitted, at most; all are assigned. */
	static final int FITTED = 200_000;

	/** Of these, those on which the number of clusters is found, at most. */
	static final int COUNTED = 4_000;

	/** More colours than this nobody tells apart. */
	static final int MOST = 10;

	/** The scores of noise alone point everywhere. */
	private static final ClusterNumber NOTHING = new ClusterNumber(1, "nothing stands above the noise", List.of());

	/** @param clusters how many, or 0 for automatic */
	public static SpectralClusters of(final Groundwork ground, final int clusters, final long seed, final Runner runner) {
		final SpectralImage image = ground.image();
		final Mask mask = ground.edge().mask();
		if (mask.count() < Math.max(1, clusters)) throw new InputException("clusters=" + clusters + ", but the mask has " +
			mask.count() + " pixels.", "Ask for fewer clusters, or use a larger mask.");
		final UnitScores task = new UnitScores(ground.noise(), ground.components(), ground.window());
		final PixelPoints sample = PixelPoints.sample(image, mask, task, FITTED, seed, runner);
		Optional<ClusterNumber> number = Optional.empty();
		if (clusters == 0) number = Optional.of(ground.noise().hasSignal() ? number(sample, seed) : NOTHING);
		final int k = number.map(ClusterNumber::suggested).orElse(clusters);
		final KMeans means = KMeans.fit(sample.coordinates(), KMeans.Options.of(k, seed), runner.progress());
		return sorted(task, means, image, mask, number, runner);
	}

	/** One pass over all pixels gives both the sizes and the means. */
	private static SpectralClusters sorted(final UnitScores scores, final KMeans means, final SpectralImage image,
		final Mask mask, final Optional<ClusterNumber> number, final Runner runner)
	{
		final int k = means.centres().length;
		final Assignment raw = new Assignment(scores, means, IntStream.range(0, k).toArray());
		final ClusterSums sums = runner.reduce("Clusters", image, mask, block -> ClusterSums.of(block, raw.labels(block), k),
			ClusterSums::plus);
		final int[] order = sums.bySize();
		final int[] numbers = new int[k];
		for (int i = 0; i < order.length; i++) numbers[order[i]] = i + 1;
		final List<Spectrum> spectra = new ArrayList<>();
		for (int i = 0; i < order.length; i++) spectra.add(new Spectrum("cluster " + (i + 1), image.energies(), sums.mean(
			order[i])));
		return new SpectralClusters(new Assignment(scores, means, numbers), IntStream.of(order).mapToLong(c -> sums
			.counts()[c]).toArray(), List.copyOf(spectra), number);
	}

	/** @return the same clusters without some of their pixels */
	SpectralClusters without(final ClusterSums some) {
		final long[] left = sizes.clone();
		final List<Spectrum> of = new ArrayList<>();
		for (int c = 0; c < left.length; c++) {
			left[c] -= some.counts()[c];
			final double[] mean = means.get(c).values().clone();
			for (int e = 0; e < mean.length; e++) mean[e] = (mean[e] * sizes[c] - some.sums()[c][e]) / left[c];
			of.add(means.get(c).with(mean));
		}
		return new SpectralClusters(assignment, left, List.copyOf(of), number);
	}

	/** @return how many clusters there are */
	public int count() {
		return sizes.length;
	}

	/** @return the pixels of each cluster, of a stack whose labels fit into the memory */
	public Labels labels(final Groundwork ground, final Runner runner) {
		final Mask mask = ground.edge().mask();
		final int[] labels = new int[Math.toIntExact(mask.size())];
		runner.run("Labels", ground.image(), mask, assignment::labels, (block, found) -> {
			final int[] inside = block.inside(mask);
			for (int i = 0; i < inside.length; i++) labels[(int) block.first() + inside[i]] = found[i];
		});
		return new Labels(labels, LongStream.of(sizes).mapToInt(Math::toIntExact).toArray());
	}

	/**
	 * @param asked for how many, or 0 for automatic
	 * @return one sentence on how the number of clusters came about
	 */
	public String note(final int asked) {
		if (number.isPresent()) return counted(number.get().suggested()) + ": " + number.get().reason() + ".";
		return counted(count()) + (count() == asked ? ", as was asked for." : ": " + asked +
			" were asked for, but no more spectra differ.");
	}

	private static String counted(final int clusters) {
		return clusters == 1 ? "1 cluster" : clusters + " clusters";
	}

	private static ClusterNumber number(final PixelPoints sample, final long seed) {
		final PixelPoints few = sample.some(COUNTED, seed);
		return ClusterNumber.of(few.coordinates(), few.variances(), MOST, seed);
	}

	/** Finds the cluster of each pixel of a block. */
	static final class Assignment implements Serializable {

		private static final long serialVersionUID = 1L;

		private final UnitScores scores;
		private final KMeans means;
		private final int[] numbers;

		/** @param numbers of the clusters that k-means found */
		Assignment(final UnitScores scores, final KMeans means, final int[] numbers) {
			this.scores = scores;
			this.means = means;
			this.numbers = numbers;
		}

		int[] labels(final PixelBlock block) {
			final int[] labels = new int[block.size()];
			means.assign(scores.apply(block).coordinates(), labels.length, labels);
			for (int p = 0; p < labels.length; p++) labels[p] = numbers[labels[p]];
			return labels;
		}
	}
}
