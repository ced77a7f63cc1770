// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;

/**
 * Clusters of any shape where points lie densely: DBSCAN (Ester, Kriegel, Sander and Xu, KDD-96, 226 (1996)). A point
 * with enough neighbours is a core point; core points that are neighbours are of one cluster. Any point belongs to the
 * cluster of its nearest core point, if that is a neighbour, and else to none. (Points of the rim that have core
 * neighbours in two clusters are left open by the paper.) Clusters are in the order of their first core points.
 *
 * @param cores dimensions x core points
 * @param labels cluster of each core point
 * @param clusters the number of clusters
 * @param eps how near neighbours are
 * @param tree finds the nearest core point
 */
public record Dbscan(float[][] cores, int[] labels, int clusters, double eps, NearestPoint tree) implements Partition {

	/**
	 * @param eps neighbours are no farther away than this
	 * @param minPoints a core point has as many neighbours, itself among them
	 */
	public record Options(double eps, int minPoints) {

		/** @throws IllegalArgumentException when a number is out of its range */
		public Options {
			if (!(eps > 0) || Double.isInfinite(eps) || minPoints < 1) throw new IllegalArgumentException("eps " + eps +
				", minPoints " + minPoints);
		}
	}

	/**
	 * The time grows with the square of the number of points: some thousands, chosen at random, stand for all.
	 *
	 * @param points dimensions x points; those that are not finite have no neighbours
	 * @throws InputException when no point has enough neighbours
	 * @throws CancellationException when the user stops it
	 */
	public static Dbscan fit(final float[][] points, final Options options, final Progress progress) {
		final int n = points[0].length;
		final float near = (float) (options.eps * options.eps);
		progress.advance("DBSCAN", 0, 2);
		final boolean[] core = new boolean[n];
		IntStream.range(0, n).parallel().forEach(p -> core[p] = neighbours(points, p, near) >= options.minPoints);
		progress.advance("DBSCAN", 1, 2);
		final int[] cores = IntStream.range(0, n).filter(p -> core[p]).toArray();
		if (cores.length == 0) throw new InputException("With eps=" + options.eps + " none of " + n + " points has " +
			options.minPoints + " neighbours.", "Use a larger eps or a smaller min_points, or leave both out.");
		final float[][] kept = new float[points.length][];
		for (int d = 0; d < kept.length; d++) kept[d] = some(points[d], cores);
		final int[] labels = new int[cores.length];
		final int clusters = connect(kept, near, labels, progress);
		progress.report("DBSCAN", 2, 2);
		return new Dbscan(kept, labels, clusters, options.eps, NearestPoint.of(kept));
	}

	private static float[] some(final float[] values, final int[] which) {
		final float[] some = new float[which.length];
		for (int i = 0; i < some.length; i++) some[i] = values[which[i]];
		return some;
	}

	private static int neighbours(final float[][] points, final int p, final float near) {
		int count = 0;
		for (final float square : squares(points, p)) if (square <= near) count++;
		return count;
	}

	private static float[] squares(final float[][] points, final int p) {
		final float[] squares = new float[points[0].length];
		SquaredDistances.of(points, new Points(points, squares.length).point(p), squares, squares.length);
		return squares;
	}

	/** @return the number of clusters, whose core points hang together */
	private static int connect(final float[][] cores, final float near, final int[] labels, final Progress progress) {
		Arrays.fill(labels, -1);
		int clusters = 0;
		for (int first = 0; first < labels.length; first++) {
			if (labels[first] >= 0) continue;
			final Deque<Integer> reached = new ArrayDeque<>();
			labels[first] = clusters;
			reached.add(first);
			while (!reached.isEmpty()) {
				if (progress.isCancelled()) throw new CancellationException("DBSCAN was cancelled.");
				final float[] squares = squares(cores, reached.remove());
				for (int q = 0; q < squares.length; q++) if (squares[q] <= near && labels[q] < 0) {
					labels[q] = clusters;
					reached.add(q);
				}
			}
			clusters++;
		}
		return clusters;
	}

	@Override
	public void assign(final float[][] points, final int n, final int[] of) {
		if (points.length != cores.length) throw new IllegalArgumentException("Points of " + points.length +
			" dimensions and core points of " + cores.length);
		final float near = (float) (eps * eps);
		final float[] point = new float[points.length];
		for (int p = 0; p < n; p++) {
			for (int d = 0; d < point.length; d++) point[d] = points[d][p];
			final int nearest = tree.nearest(point, near);
			of[p] = nearest < 0 ? -1 : labels[nearest];
		}
	}
}
