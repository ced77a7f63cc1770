// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far the points are from their k-th neighbours, in rising order: what Ester et al. (KDD-96, 226 (1996)) choose the
 * eps of DBSCAN by. It rises slowly among the points of clusters and steeply among the others; the bend is where it
 * lies lowest below the straight line between its ends, both axes scaled to 1 (Satopää et al., ICDCS Workshops, 166
 * (2011)).
 *
 * @param distances of all points, rising
 * @param minPoints for which they were found: k + 1, the point itself among them
 */
public record KDistances(double[] distances, int minPoints) {

	/**
	 * The time grows with the square of the number of points.
	 *
	 * @param points dimensions x points, finite, at least {@code minPoints} of them
	 * @throws IllegalArgumentException when there are fewer
	 */
	public static KDistances of(final float[][] points, final int minPoints) {
		final int n = points[0].length;
		if (n < minPoints || minPoints < 1) throw new IllegalArgumentException(n + " points, minPoints " + minPoints);
		final double[] distances = IntStream.range(0, n).parallel().mapToDouble(p -> Math.sqrt(smallest(points, p,
			minPoints))).toArray();
		Arrays.sort(distances);
		return new KDistances(distances, minPoints);
	}

	/** @return the squared distance to the k-th of the points, the point itself being the first */
	private static double smallest(final float[][] points, final int p, final int k) {
		final float[] squares = new float[points[0].length];
		SquaredDistances.of(points, new Points(points, squares.length).point(p), squares, squares.length);
		final float[] least = new float[k];
		Arrays.fill(least, Float.POSITIVE_INFINITY);
		for (final float square : squares) {
			if (!(square < least[k - 1])) continue;
			int i = k - 1;
			for (; i > 0 && least[i - 1] > square; i--) least[i] = least[i - 1];
			least[i] = square;
		}
		return least[k - 1];
	}

	/** @return the distance at the bend */
	public double bend() {
		final int last = distances.length - 1;
		final double rise = distances[last] - distances[0];
		int best = last;
		double most = 0;
		for (int i = 0; i < last && rise > 0; i++) {
			final double below = (double) i / last - (distances[i] - distances[0]) / rise;
			if (below > most) {
				most = below;
				best = i;
			}
		}
		return distances[best];
	}
}
