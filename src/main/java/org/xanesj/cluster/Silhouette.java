// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How well points lie in their clusters (Rousseeuw, J. Comput. Appl. Math. 20, 53 (1987)): with a the mean distance to
 * the other points of the cluster and b the smallest mean distance to those of another, {@code (b - a) / max(a, b)}. 1:
 * far from all others; 0: on a border; a point alone in its cluster counts 0.
 *
 * @param mean over all points that are in a cluster; NaN when there is but one cluster
 * @param clusters mean over the points of each cluster; NaN where there are none
 */
public record Silhouette(double mean, double[] clusters) {

	/** Points that are looked at, at most: the time grows with their square. */
	static final int MOST = 2_000;

	/**
	 * The silhouette of {@value #MOST} of the points at most, always the same ones.
	 *
	 * @param points dimensions x points
	 * @param labels clusters of the points, from 0; points below are in none and left out
	 * @param count the number of clusters
	 */
	public static Silhouette of(final float[][] points, final int[] labels, final int count) {
		if (labels.length <= MOST) return ofAll(points, labels, count);
		final int[] chosen = new SplittableRandom(1).ints(0, labels.length).distinct().limit(MOST).toArray();
		final float[][] few = new float[points.length][MOST];
		for (int d = 0; d < few.length; d++) for (int i = 0; i < MOST; i++) few[d][i] = points[d][chosen[i]];
		return ofAll(few, IntStream.of(chosen).map(p -> labels[p]).toArray(), count);
	}

	private static Silhouette ofAll(final float[][] points, final int[] labels, final int count) {
		final int[] sizes = new int[count];
		for (final int label : labels) if (label >= 0) sizes[label]++;
		final double[] clusters = new double[count];
		if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
			Arrays.fill(clusters, Double.NaN);
			return new Silhouette(Double.NaN, clusters);
		}
		final double[] values = IntStream.range(0, labels.length).parallel().mapToDouble(p -> labels[p] < 0 ? 0 : of(points,
			p, labels, sizes)).toArray();
		for (int p = 0; p < values.length; p++) if (labels[p] >= 0) clusters[labels[p]] += values[p];
		final double mean = Arrays.stream(clusters).sum() / Arrays.stream(sizes).sum();
		for (int c = 0; c < count; c++) clusters[c] /= sizes[c];
		return new Silhouette(mean, clusters);
	}

	private static double of(final float[][] points, final int p, final int[] labels, final int[] sizes) {
		if (sizes[labels[p]] == 1) return 0;
		final float[] point = new float[points.length];
		for (int d = 0; d < point.length; d++) point[d] = points[d][p];
		final float[] squares = new float[labels.length];
		SquaredDistances.of(points, point, squares, squares.length);
		final double[] sums = new double[sizes.length];
		for (int q = 0; q < squares.length; q++) if (labels[q] >= 0) sums[labels[q]] += Math.sqrt(squares[q]);
		final double within = sums[labels[p]] / (sizes[labels[p]] - 1);
		double nearest = Double.POSITIVE_INFINITY;
		for (int c = 0; c < sums.length; c++) if (c != labels[p] && sizes[c] > 0) nearest = Math.min(nearest, sums[c] /
			sizes[c]);
		final double larger = Math.max(within, nearest);
		return larger == 0 ? 0 : (nearest - within) / larger;
	}
}
