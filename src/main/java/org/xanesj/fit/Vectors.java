// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/** The few operations on vectors and on matrices of columns that least squares is made of. */
final class Vectors {

	private Vectors() {}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}

	static double norm(final double[] a) {
		return Math.sqrt(dot(a, a));
	}

	/** Adds {@code factor} times {@code b} to {@code a}. */
	static void add(final double[] a, final double factor, final double[] b) {
		for (int i = 0; i < a.length; i++) a[i] += factor * b[i];
	}

	/** @return the target less the columns times their amounts */
	static double[] residual(final double[][] columns, final double[] amounts, final double[] target) {
		final double[] residual = target.clone();
		for (int j = 0; j < columns.length; j++) if (amounts[j] != 0) add(residual, -amounts[j], columns[j]);
		return residual;
	}
}
