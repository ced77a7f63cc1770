// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * Sums of a few arrays times factors, for many pixels: the inner loops of the fits of a block. Each runs along pixels,
 * with one index for all arrays, of which it writes one, and adds at most four terms: what the compiler turns into
 * vector instructions.
 */
final class FusedSums {

	private FusedSums() {}

	/** Adds the factors times as many arrays to {@code sum}, for pixels {@code from} to {@code to}. */
	static void add(final double[] sum, final double[] factors, final double[][] arrays, final int from, final int to) {
		int j = 0;
		for (; j + 4 <= factors.length; j += 4) add(sum, factors[j], arrays[j], factors[j + 1], arrays[j + 1],
			factors[j + 2], arrays[j + 2], factors[j + 3], arrays[j + 3], from, to);
		if (j + 2 <= factors.length) {
			add(sum, factors[j], arrays[j], factors[j + 1], arrays[j + 1], from, to);
			j += 2;
		}
		if (j < factors.length) add(sum, factors[j], arrays[j], from, to);
	}

	/** Adds the factors times the squares of as many arrays: with more than two terms a loop would not be vectors. */
	static void addSquares(final double[] sum, final double[] factors, final double[][] arrays, final int from,
		final int to)
	{
		int j = 0;
		for (; j + 2 <= factors.length; j += 2)
			addSquares(sum, factors[j], arrays[j], factors[j + 1], arrays[j + 1], from, to);
		if (j < factors.length) addSquares(sum, factors[j], arrays[j], from, to);
	}

	static void add(final double[] sum, final double a, final double[] u, final int from, final int to) {
		for (int i = from; i < to; i++) sum[i] += a * u[i];
	}

	static void addSquares(final double[] sum, final double a, final double[] u, final int from, final int to) {
		for (int i = from; i < to; i++) sum[i] += a * (u[i] * u[i]);
	}

	/** Adds the products of two arrays. */
	static void addProducts(final double[] sum, final double[] u, final double[] v, final int from, final int to) {
		for (int i = from; i < to; i++) sum[i] += u[i] * v[i];
	}

	/** Replaces each value by the other where that is smaller, or no number. */
	static void lower(final double[] values, final double[] others, final int from, final int to) {
		for (int i = from; i < to; i++) values[i] = Math.min(values[i], others[i]);
	}

	private static void add(final double[] sum, final double a, final double[] u, final double b, final double[] v,
		final int from, final int to)
	{
		for (int i = from; i < to; i++) sum[i] += a * u[i] + b * v[i];
	}

	private static void add(final double[] sum, final double a, final double[] u, final double b, final double[] v,
		final double c, final double[] w, final double d, final double[] x, final int from, final int to)
	{
		for (int i = from; i < to; i++) sum[i] += a * u[i] + b * v[i] + (c * w[i] + d * x[i]);
	}

	private static void addSquares(final double[] sum, final double a, final double[] u, final double b,
		final double[] v, final int from, final int to)
	{
		for (int i = from; i < to; i++) sum[i] += a * (u[i] * u[i]) + b * (v[i] * v[i]);
	}
}
