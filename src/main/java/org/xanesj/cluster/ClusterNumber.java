// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.Progress;

/**
 * How many clusters there are. As many as the noise demands: the smallest number whose scatter within clusters is
 * that of the noise. Where spectra change gradually no number gets there, and the one with the largest silhouette
 * (Rousseeuw, J. Comput. Appl. Math. 20, 53 (1987), here with distances to centres instead of to all points) is taken.
 *
 * @param suggested the number
 * @param reason one sentence
 * @param candidates every number that was tried
 */
public record ClusterNumber(int suggested, String reason, List<Candidate> candidates) {

	/** Scatter within clusters, over that of the noise, that is still called noise. */
	static final double NOISE = 1.5;

	/**
	 * @param clusters k
	 * @param silhouette mean over points, -1 to 1
	 * @param scatter mean squared distance to the centre over what noise alone would make of it
	 */
	public record Candidate(int clusters, double silhouette, double scatter) {}

	/**
	 * @param scores dimensions x points; a few thousand points are enough
	 * @param variances of each point by noise alone, summed over dimensions
	 * @param most the largest number to try, at least 2
	 */
	public static ClusterNumber of(final float[][] scores, final double[] variances, final int most, final long seed) {
		final List<Candidate> candidates = new ArrayList<>();
		for (int k = 1; k <= Math.min(most, variances.length); k++) {
			candidates.add(candidate(scores, variances, KMeans.fit(scores, KMeans.Options.of(k, seed), Progress.NONE)));
			if (candidates.get(k - 1).scatter < NOISE) break;
		}
		return of(candidates);
	}

	/** @param candidates of 1, 2, … clusters */
	static ClusterNumber of(final List<Candidate> candidates) {
		for (final Candidate c : candidates) if (c.scatter < NOISE) return new ClusterNumber(c.clusters,
			"the smallest number whose scatter within clusters is that of the noise", candidates);
		Candidate best = candidates.get(0);
		for (final Candidate c : candidates) if (c.silhouette > best.silhouette) best = c;
		return new ClusterNumber(best.clusters, "the largest silhouette; spectra also differ within clusters by more than " +
			"the noise", candidates);
	}

	static Candidate candidate(final float[][] scores, final double[] variances, final KMeans clusters) {
		final int n = variances.length;
		final float[] distances = new float[n];
		final float[] least = new float[n];
		final float[] second = new float[n];
		Arrays.fill(least, Float.POSITIVE_INFINITY);
		Arrays.fill(second, Float.POSITIVE_INFINITY);
		for (final float[] centre : clusters.centres()) {
			SquaredDistances.of(scores, centre, distances, n);
			for (int p = 0; p < n; p++) second[p] = Math.min(second[p], Math.max(least[p], distances[p]));
			SquaredDistances.lower(least, distances, n);
		}
		double silhouette = 0;
		double scatter = 0;
		for (int p = 0; p < n; p++) {
			if (second[p] > 0) silhouette += 1 - Math.sqrt(least[p] / (double) second[p]);
			scatter += least[p] / variances[p];
		}
		final int k = clusters.centres().length;
		return new Candidate(k, k == 1 ? 0 : silhouette / n, scatter / n);
	}
}
