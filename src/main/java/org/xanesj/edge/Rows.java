// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/** Sums over the values of a spectrum. */
final class Rows {

	private Rows() {}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}

	static double[] combined(final double factor, final double[] a, final double otherFactor, final double[] b) {
		final double[] sum = new double[a.length];
		for (int i = 0; i < sum.length; i++) sum[i] = factor * a[i] + otherFactor * b[i];
		return sum;
	}

	static void add(final double[] sum, final double factor, final double[] a) {
		for (int i = 0; i < sum.length; i++) sum[i] += factor * a[i];
	}

	/** @return {@code row · matrix} */
	static double[] times(final double[] row, final double[][] matrix) {
		final double[] product = new double[matrix[0].length];
		for (int i = 0; i < row.length; i++) if (row[i] != 0) add(product, row[i], matrix[i]);
		return product;
	}
}
