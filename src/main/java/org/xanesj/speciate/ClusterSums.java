// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

import org.xanesj.block.PixelBlock;

/**
 * The sums of the spectra of clusters.
 *
 * @param counts pixels of each
 * @param sums clusters x energies
 */
record ClusterSums(long[] counts, double[][] sums) implements Serializable {

	/** @param labels of the block's pixels, below {@code clusters} */
	static ClusterSums of(final PixelBlock block, final int[] labels, final int clusters) {
		final long[] counts = new long[clusters];
		for (final int label : labels) counts[label]++;
		final double[][] sums = new double[clusters][block.energies()];
		final double[] sum = new double[clusters];
		for (int e = 0; e < block.energies(); e++) {
			final float[] row = block.row(e);
			Arrays.fill(sum, 0);
			for (int p = 0; p < labels.length; p++) sum[labels[p]] += row[p];
			for (int c = 0; c < clusters; c++) sums[c][e] = sum[c];
		}
		return new ClusterSums(counts, sums);
	}

	/** @return the sums over these and the other pixels */
	ClusterSums plus(final ClusterSums other) {
		final long[] all = counts.clone();
		final double[][] sum = new double[all.length][];
		for (int c = 0; c < all.length; c++) {
			all[c] += other.counts[c];
			sum[c] = sums[c].clone();
			for (int e = 0; e < sum[c].length; e++) sum[c][e] += other.sums[c][e];
		}
		return new ClusterSums(all, sum);
	}

	/** @return the same without any pixel of the clusters of these numbers, counted from 1 */
	ClusterSums without(final Set<Integer> numbers) {
		final long[] some = counts.clone();
		final double[][] sum = sums.clone();
		for (final int number : numbers) {
			some[number - 1] = 0;
			sum[number - 1] = new double[sums[number - 1].length];
		}
		return new ClusterSums(some, sum);
	}

	/** @return the mean of all pixels */
	double[] mean() {
		final double[] mean = new double[sums[0].length];
		for (final double[] sum : sums) for (int e = 0; e < mean.length; e++) mean[e] += sum[e];
		final long all = Arrays.stream(counts).sum();
		return Arrays.stream(mean).map(s -> s / all).toArray();
	}

	double[] mean(final int cluster) {
		return Arrays.stream(sums[cluster]).map(s -> s / counts[cluster]).toArray();
	}

	/** @return the clusters that have a pixel, the largest first */
	int[] bySize() {
		return IntStream.range(0, counts.length).filter(c -> counts[c] > 0).boxed().sorted(Comparator.comparingLong(
			c -> -counts[c])).mapToInt(Integer::intValue).toArray();
	}
}
