// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/** A small symmetric matrix as L·Lᵀ. */
final class Cholesky {

	/** A diagonal element of which less than this is left is made up of the others. */
	private static final double DEPENDENT = 1e-12;

	private final double[][] l;
	private final boolean isDefinite;

	Cholesky(final double[][] matrix) {
		final int n = matrix.length;
		l = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				double sum = matrix[i][j];
				for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
				l[i][j] = sum / l[j][j];
			}
			double left = matrix[i][i];
			for (int k = 0; k < i; k++) left -= l[i][k] * l[i][k];
			if (!(left > DEPENDENT * matrix[i][i])) {
				isDefinite = false;
				return;
			}
			l[i][i] = Math.sqrt(left);
		}
		isDefinite = true;
	}

	/** @return whether there is such a factor; if not, nothing else here has a meaning */
	boolean isDefinite() {
		return isDefinite;
	}

	double logDeterminant() {
		double sum = 0;
		for (int i = 0; i < l.length; i++) sum += 2 * Math.log(l[i][i]);
		return sum;
	}

	/** @return matrix⁻¹ · vector */
	double[] solve(final double[] vector) {
		final double[] x = vector.clone();
		for (int i = 0; i < x.length; i++) {
			for (int k = 0; k < i; k++) x[i] -= l[i][k] * x[k];
			x[i] /= l[i][i];
		}
		for (int i = x.length - 1; i >= 0; i--) {
			for (int k = i + 1; k < x.length; k++) x[i] -= l[k][i] * x[k];
			x[i] /= l[i][i];
		}
		return x;
	}

	double[][] inverse() {
		final double[][] inverse = new double[l.length][];
		for (int i = 0; i < inverse.length; i++) {
			final double[] unit = new double[l.length];
			unit[i] = 1;
			inverse[i] = solve(unit);
		}
		return inverse;
	}
}
