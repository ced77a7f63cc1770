// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/**
 * The mean of the spectra of clusters and how far they scatter. Means and squares are joined as Chan, Golub and LeVeque
 * (Am. Stat. 37, 242 (1983)) do: no digits are lost when the mean is large.
 *
 * @param counts pixels of each
 * @param means clusters x energies
 * @param squares clusters x energies: sums of squared deviations from the mean
 */
record ClusterMoments(long[] counts, double[][] means, double[][] squares) implements Serializable {

	/** @param labels of the block's pixels, below {@code clusters} */
	static ClusterMoments of(final PixelBlock block, final int[] labels, final int clusters) {
		final int n = block.energies();
		final ClusterMoments moments = new ClusterMoments(new long[clusters], new double[clusters][n], new double[clusters][n]);
		for (final int label : labels) moments.counts[label]++;
		final double[] sum = new double[clusters];
		for (int e = 0; e < n; e++) {
			final float[] row = block.row(e);
			Arrays.fill(sum, 0);
			for (int p = 0; p < labels.length; p++) sum[labels[p]] += row[p];
			for (int c = 0; c < clusters; c++) if (moments.counts[c] > 0) moments.means[c][e] = sum[c] / moments.counts[c];
			Arrays.fill(sum, 0);
			for (int p = 0; p < labels.length; p++) {
				final double off = row[p] - moments.means[labels[p]][e];
				sum[labels[p]] += off * off;
			}
			for (int c = 0; c < clusters; c++) moments.squares[c][e] = sum[c];
		}
		return moments;
	}

	/** @return those over these and the other pixels */
	ClusterMoments plus(final ClusterMoments other) {
		final int k = counts.length;
		final int n = means[0].length;
		final ClusterMoments both = new ClusterMoments(new long[k], new double[k][n], new double[k][n]);
		for (int c = 0; c < k; c++) {
			both.counts[c] = counts[c] + other.counts[c];
			if (both.counts[c] == 0) continue;
			final double share = (double) other.counts[c] / both.counts[c];
			for (int e = 0; e < n; e++) {
				final double off = other.means[c][e] - means[c][e];
				both.means[c][e] = means[c][e] + share * off;
				both.squares[c][e] = squares[c][e] + other.squares[c][e] + off * off * counts[c] * share;
			}
		}
		return both;
	}

	/** @return sample standard deviation at each energy; NaN for a single pixel */
	double[] deviations(final int cluster) {
		final double[] deviations = new double[squares[cluster].length];
		for (int e = 0; e < deviations.length; e++) deviations[e] = counts[cluster] > 1 ? Math.sqrt(squares[cluster][e] /
			(counts[cluster] - 1)) : Double.NaN;
		return deviations;
	}
}
