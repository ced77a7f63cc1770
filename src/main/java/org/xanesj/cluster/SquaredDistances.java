// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

/**
 * Squared Euclidean distances of many points to one centre. Loops run along the points, from the start of their
 * arrays, with one array written in each and at most four terms: what the compiler turns into vector instructions.
 */
final class SquaredDistances {

	/** Squared, it takes the smallest number that single precision knows to more than there can be centres. */
	private static final float HUGE = 1e38f;

	private SquaredDistances() {}

	/**
	 * @param points dimensions x points
	 * @param centre one value for each dimension
	 * @param to the distances of the first {@code n} points
	 */
	static void of(final float[][] points, final float[] centre, final float[] to, final int n) {
		set(to, points[0], centre[0], n);
		int d = 1;
		for (; d + 3 < centre.length; d += 4) add(to, points[d], points[d + 1], points[d + 2], points[d + 3], centre[d],
			centre[d + 1], centre[d + 2], centre[d + 3], n);
		if (d + 1 < centre.length) {
			add(to, points[d], points[d + 1], centre[d], centre[d + 1], n);
			d += 2;
		}
		if (d < centre.length) add(to, points[d], centre[d], n);
	}

	private static void set(final float[] to, final float[] x, final float a, final int n) {
		for (int i = 0; i < n; i++) to[i] = (x[i] - a) * (x[i] - a);
	}

	private static void add(final float[] to, final float[] x, final float a, final int n) {
		for (int i = 0; i < n; i++) to[i] += (x[i] - a) * (x[i] - a);
	}

	private static void add(final float[] to, final float[] x, final float[] y, final float a, final float b,
		final int n)
	{
		for (int i = 0; i < n; i++) to[i] += (x[i] - a) * (x[i] - a) + (y[i] - b) * (y[i] - b);
	}

	private static void add(final float[] to, final float[] x, final float[] y, final float[] z, final float[] w,
		final float a, final float b, final float c, final float d, final int n)
	{
		for (int i = 0; i < n; i++) to[i] += (x[i] - a) * (x[i] - a) + (y[i] - b) * (y[i] - b) + (z[i] - c) * (z[i] - c) +
			(w[i] - d) * (w[i] - d);
	}

	/** Replaces each of the first {@code n} values by the other where that is smaller. */
	static void lower(final float[] values, final float[] others, final int n) {
		for (int i = 0; i < n; i++) values[i] = Math.min(values[i], others[i]);
	}

	/**
	 * Where a centre is the nearest one, lowers the names of the first {@code n} points to its name. Differences that are
	 * not zero become larger than any name.
	 */
	static void name(final float[] names, final float[] distances, final float[] least, final float name, final int n) {
		for (int i = 0; i < n; i++) names[i] = Math.min(names[i], (distances[i] - least[i]) * HUGE * HUGE + name);
	}

	/** Adds to each of the first {@code n} sums the smaller of two values. */
	static void addSmaller(final float[] sums, final float[] a, final float[] b, final int n) {
		for (int i = 0; i < n; i++) sums[i] += Math.min(a[i], b[i]);
	}

	/** @return the sum of all values, in double precision */
	static double sum(final float[] values) {
		double sum = 0;
		for (final float value : values) sum += value;
		return sum;
	}
}
