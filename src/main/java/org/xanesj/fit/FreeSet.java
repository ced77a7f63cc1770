// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Least squares with some columns free and all others zero, as the affine map that takes the target to the amounts:
 * amounts = map · target + offset. Columns that the ones before them make up are not free: they get zero.
 */
final class FreeSet implements Serializable {

	private static final long serialVersionUID = 1L;

	/** The free columns, rising. */
	final int[] columns;

	/** Free columns x length of the target. */
	final double[][] map;

	final double[] offset;

	/** How many numbers are really fitted: one less than there are columns when their sum is given. */
	final int variables;

	private FreeSet(final int[] columns, final double[][] map, final double[] offset, final int variables) {
		this.columns = columns;
		this.map = map;
		this.offset = offset;
		this.variables = variables;
	}

	/** Amounts of any sum. */
	static FreeSet unconstrained(final double[][] all, final int[] wanted) {
		final int[] free = independent(select(all, wanted), wanted);
		return new FreeSet(free, pseudoInverse(select(all, free)), new double[free.length], free.length);
	}

	/**
	 * Amounts whose sum is one: a = 1/s + Z c, with the columns of Z an orthonormal basis of the vectors of sum zero,
	 * leaves c free.
	 */
	static FreeSet summingToOne(final double[][] all, final int[] wanted) {
		final double[][] chosen = select(all, wanted);
		double scale = 0;
		for (final double[] column : chosen) scale = Math.max(scale, Vectors.norm(column));
		final int[] free = independent(extended(chosen, scale == 0 ? 1 : scale), wanted);
		final double[][] a = select(all, free);
		final int s = free.length;
		final double[][] z = zeroSums(s);
		final int d = all[0].length;
		final double[] mean = new double[d];
		for (final double[] column : a) Vectors.add(mean, 1.0 / s, column);
		final double[][] reduced = new double[s - 1][d];
		for (int l = 0; l < s - 1; l++) for (int j = 0; j < s; j++) Vectors.add(reduced[l], z[l][j], a[j]);
		final double[][] inverse = pseudoInverse(reduced);
		final double[][] map = new double[s][d];
		final double[] offset = new double[s];
		for (int j = 0; j < s; j++) {
			for (int l = 0; l < s - 1; l++) Vectors.add(map[j], z[l][j], inverse[l]);
			offset[j] = 1.0 / s - Vectors.dot(map[j], mean);
		}
		return new FreeSet(free, map, offset, s - 1);
	}

	/** The columns with one more row, so that they are linearly independent when no affine combination makes another. */
	private static double[][] extended(final double[][] columns, final double value) {
		final double[][] extended = new double[columns.length][];
		for (int j = 0; j < columns.length; j++) {
			extended[j] = Arrays.copyOf(columns[j], columns[j].length + 1);
			extended[j][columns[j].length] = value;
		}
		return extended;
	}

	/** Helmert's orthonormal contrasts: s − 1 vectors of length s and sum zero. */
	private static double[][] zeroSums(final int s) {
		final double[][] z = new double[Math.max(0, s - 1)][s];
		for (int l = 0; l < s - 1; l++) {
			final double unit = 1 / Math.sqrt((l + 1.0) * (l + 2.0));
			for (int j = 0; j <= l; j++) z[l][j] = unit;
			z[l][l + 1] = -(l + 1) * unit;
		}
		return z;
	}

	private static int[] independent(final double[][] chosen, final int[] names) {
		final ThinQr qr = new ThinQr(chosen);
		return IntStream.range(0, names.length).filter(qr::isIndependent).map(j -> names[j]).toArray();
	}

	private static double[][] select(final double[][] all, final int[] some) {
		final double[][] selected = new double[some.length][];
		for (int j = 0; j < some.length; j++) selected[j] = all[some[j]];
		return selected;
	}

	/** R⁻¹ Qᵀ by back substitution, one row for each column. */
	private static double[][] pseudoInverse(final double[][] columns) {
		final ThinQr qr = new ThinQr(columns);
		final int k = columns.length;
		final double[][] inverse = new double[k][];
		for (int i = k - 1; i >= 0; i--) {
			inverse[i] = qr.q[i].clone();
			for (int l = i + 1; l < k; l++) Vectors.add(inverse[i], -qr.r[i][l], inverse[l]);
			if (qr.isIndependent(i)) for (int e = 0; e < inverse[i].length; e++) inverse[i][e] /= qr.r[i][i];
			else inverse[i] = new double[inverse[i].length];
		}
		return inverse;
	}

	/** @return the amounts of the free columns */
	double[] amounts(final double[] target) {
		final double[] amounts = offset.clone();
		for (int j = 0; j < amounts.length; j++) amounts[j] += Vectors.dot(map[j], target);
		return amounts;
	}
}
