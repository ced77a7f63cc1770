// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.Serializable;
import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * A multivariate normal distribution, ready to be evaluated: with L L' the Cholesky factors of the covariance, the
 * squared Mahalanobis distance of x is {@code |L⁻¹ (x - mean)|²} and the logarithm of the determinant is twice the sum
 * of those of the diagonal of L.
 *
 * @param mean one value for each dimension
 * @param covariance dimensions x dimensions
 * @param whitening L⁻¹, lower triangular
 * @param logDeterminant of the covariance
 */
public record Normal(double[] mean, double[][] covariance, double[][] whitening, double logDeterminant)
	implements Serializable
{

	/** @throws org.apache.commons.math3.exception.MathIllegalArgumentException when the covariance is not positive definite */
	static Normal of(final double[] mean, final double[][] covariance) {
		final double[][] root = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance), 1e-9, 0).getL().getData();
		double log = 0;
		for (int i = 0; i < root.length; i++) log += 2 * Math.log(root[i][i]);
		return new Normal(mean, covariance, inverse(root), log);
	}

	/** @return the inverse of a lower triangular matrix, by substitution */
	private static double[][] inverse(final double[][] lower) {
		final int n = lower.length;
		final double[][] inverse = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) {
			double sum = i == j ? 1 : 0;
			for (int k = j; k < i; k++) sum -= lower[i][k] * inverse[k][j];
			inverse[i][j] = sum / lower[i][i];
		}
		return inverse;
	}

	/**
	 * @param points dimensions x points
	 * @param first the first point that is wanted
	 * @param n how many are
	 * @return their squared Mahalanobis distances
	 */
	double[] squaredDistances(final float[][] points, final int first, final int n) {
		final double[] squares = new double[n];
		final double[] white = new double[n];
		for (int i = 0; i < mean.length; i++) {
			Arrays.fill(white, 0);
			for (int j = 0; j <= i; j++) add(white, whitening[i][j], points[j], mean[j], first);
			for (int p = 0; p < n; p++) squares[p] += white[p] * white[p];
		}
		return squares;
	}

	private static void add(final double[] sums, final double weight, final float[] values, final double mean,
		final int first)
	{
		for (int p = 0; p < sums.length; p++) sums[p] += weight * (values[first + p] - mean);
	}
}
