// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.xanesj.block.Progress;

/**
 * k-means with k-means++ seeding (Arthur and Vassilvitskii, SODA 2007) and Lloyd's iterations, the best of several
 * starts. The same points, options and seed give the same clusters on any machine.
 *
 * @param centres k x dimensions
 * @param inertia sum of squared distances of the points to the nearest centre
 */
public record KMeans(double[][] centres, double inertia) implements Serializable {

	/**
	 * @param clusters k, at least 1
	 * @param starts how many seedings are tried
	 * @param iterations of Lloyd at most, each start
	 * @param seed of the random numbers
	 */
	public record Options(int clusters, int starts, int iterations, long seed) {

		/** @throws IllegalArgumentException when a number is below 1 */
		public Options {
			if (clusters < 1 || starts < 1 || iterations < 1) throw new IllegalArgumentException("clusters " + clusters +
				", starts " + starts + ", iterations " + iterations);
		}

		/** Ten starts of at most 100 iterations. */
		public static Options of(final int clusters, final long seed) {
			return new Options(clusters, 10, 100, seed);
		}
	}

	/** @param points n x dimensions, n at least k */
	public static KMeans fit(final double[][] points, final Options options) {
		if (points.length < options.clusters) throw new IllegalArgumentException(points.length + " points for " +
			options.clusters + " clusters");
		final SplittableRandom random = new SplittableRandom(options.seed);
		KMeans best = null;
		for (int start = 0; start < options.starts; start++) {
			final KMeans found = lloyd(points, seeds(points, options.clusters, random.split()), options.iterations);
			if (best == null || found.inertia < best.inertia) best = found;
		}
		return best;
	}

	/** @param scores dimensions x points */
	public static KMeans fit(final float[][] scores, final Options options, final Progress progress) {
		return fit(points(scores), options);
	}

	static double[][] points(final float[][] scores) {
		final double[][] points = new double[scores[0].length][scores.length];
		for (int p = 0; p < points.length; p++) for (int d = 0; d < scores.length; d++) points[p][d] = scores[d][p];
		return points;
	}

	/** Writes the nearest centre of each of {@code n} points. */
	public void assign(final float[][] scores, final int n, final int[] labels) {
		final double[] point = new double[scores.length];
		for (int p = 0; p < n; p++) {
			for (int d = 0; d < point.length; d++) point[d] = scores[d][p];
			labels[p] = nearest(point);
		}
	}

	private static double[][] seeds(final double[][] points, final int k, final SplittableRandom random) {
		final double[][] centres = new double[k][];
		centres[0] = points[random.nextInt(points.length)].clone();
		final double[] nearest = new double[points.length];
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		for (int c = 1; c < k; c++) {
			double total = 0;
			for (int p = 0; p < points.length; p++) {
				nearest[p] = Math.min(nearest[p], distance(points[p], centres[c - 1]));
				total += nearest[p];
			}
			double left = random.nextDouble() * total;
			int chosen = 0;
			while (chosen < points.length - 1 && (left -= nearest[chosen]) >= 0) chosen++;
			centres[c] = points[chosen].clone();
		}
		return centres;
	}

	private static KMeans lloyd(final double[][] points, final double[][] start, final int iterations) {
		KMeans now = new KMeans(start, Double.POSITIVE_INFINITY);
		for (int i = 0; i < iterations; i++) {
			final KMeans next = now.improved(points);
			if (!(next.inertia < now.inertia)) break;
			now = next;
		}
		return now;
	}

	/** One step: points to their nearest centre, centres to the mean of their points; the inertia is that before the move. */
	private KMeans improved(final double[][] points) {
		final double[][] moved = new double[centres.length][centres[0].length];
		final int[] counts = new int[centres.length];
		double sum = 0;
		for (final double[] point : points) {
			final int c = nearest(point);
			sum += distance(point, centres[c]);
			counts[c]++;
			for (int d = 0; d < point.length; d++) moved[c][d] += point[d];
		}
		for (int c = 0; c < moved.length; c++) {
			if (counts[c] == 0) moved[c] = centres[c];
			else for (int d = 0; d < moved[c].length; d++) moved[c][d] /= counts[c];
		}
		return new KMeans(moved, sum);
	}

	/** @return the centre nearest to the point, the first of equals */
	public int nearest(final double[] point) {
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int c = 0; c < centres.length; c++) {
			final double d = distance(point, centres[c]);
			if (d < least) {
				least = d;
				best = c;
			}
		}
		return best;
	}

	/** @return the squared distances to the nearest and the second nearest centre, infinite where there is none */
	double[] twoSmallestDistances(final double[] point) {
		final double[] two = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
		for (final double[] centre : centres) {
			final double d = distance(point, centre);
			if (d < two[0]) {
				two[1] = two[0];
				two[0] = d;
			}
			else two[1] = Math.min(two[1], d);
		}
		return two;
	}

	private static double distance(final double[] a, final double[] b) {
		double sum = 0;
		for (int d = 0; d < a.length; d++) sum += (a[d] - b[d]) * (a[d] - b[d]);
		return sum;
	}
}
