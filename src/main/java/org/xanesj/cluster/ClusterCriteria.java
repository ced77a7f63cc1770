// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.xanesj.block.Progress;

/**
 * What speaks for each number of clusters, side by side: the scatter within clusters over that of the noise, the
 * silhouette (both of k-means), and the BIC of a Gaussian mixture.
 *
 * @param rows of 1, 2, … clusters
 */
public record ClusterCriteria(List<Row> rows) {

	/**
	 * @param clusters k
	 * @param scatter mean squared distance to the centre over what noise alone would make of it; NaN when that is not known
	 * @param centreSilhouette as {@link ClusterNumber} takes it, with distances to centres
	 * @param silhouette Rousseeuw's, NaN for one cluster
	 * @param bic of a mixture of so many components; NaN when there are too many dimensions for one
	 */
	public record Row(int clusters, double scatter, double centreSilhouette, double silhouette, double bic) {}

	/**
	 * @param points dimensions x points, finite; a few thousand are enough
	 * @param variances of each point by noise alone, summed over dimensions; NaN where that is not known
	 * @param full the same points without coordinates that follow from the others, for the mixtures; none for no mixtures
	 * @param most the largest number to try
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static ClusterCriteria of(final float[][] points, final double[] variances, final float[][] full,
		final int most, final long seed, final Progress progress)
	{
		final List<Row> rows = new ArrayList<>();
		final int last = Math.min(most, variances.length);
		for (int k = 1; k <= last; k++) {
			progress.advance("Number of clusters", k - 1, last);
			final KMeans clusters = KMeans.fit(points, KMeans.Options.of(k, seed), Progress.NONE);
			final int[] labels = new int[variances.length];
			clusters.assign(points, labels.length, labels);
			final ClusterNumber.Candidate candidate = ClusterNumber.candidate(points, variances, clusters);
			final double bic = full.length == 0 ? Double.NaN : GaussianMixture.fit(full, GaussianMixture.Options.of(k, seed),
				Progress.NONE).bic();
			rows.add(new Row(k, candidate.scatter(), candidate.silhouette(), Silhouette.of(points, labels, k).mean(), bic));
		}
		progress.report("Number of clusters", last, last);
		return new ClusterCriteria(List.copyOf(rows));
	}

	/** @return whether some number leaves no more scatter than noise makes */
	public boolean isNoiseReached() {
		return rows.stream().anyMatch(r -> r.scatter < ClusterNumber.NOISE);
	}

	/** @return the number that {@link ClusterNumber} suggests: where noise is not reached, by silhouettes */
	public ClusterNumber byNoise() {
		return ClusterNumber.of(rows.stream().map(r -> new ClusterNumber.Candidate(r.clusters, r.centreSilhouette, r.scatter))
			.toList());
	}

	/** @return the number with the largest silhouette; 1 when there is no other */
	public int bySilhouette() {
		return rows.stream().filter(r -> !Double.isNaN(r.silhouette)).max(Comparator.comparingDouble(Row::silhouette)).map(
			Row::clusters).orElse(1);
	}

	/** @return the number with the smallest BIC; 0 when there were no mixtures */
	public int byBic() {
		return rows.stream().filter(r -> !Double.isNaN(r.bic)).min(Comparator.comparingDouble(Row::bic)).map(Row::clusters)
			.orElse(0);
	}
}
