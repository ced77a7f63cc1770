// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/** The covariance of the amounts of a set of free columns, for one unit of noise variance. */
final class Uncertainty {

	private final double[][] covariance;
	private final double[] withSum;
	private final double ofSum;

	/**
	 * Qᵀ of white noise is white, so the covariance is the map times its transpose, which is (AᵀA)⁻¹; with spread noise
	 * that of the target comes between.
	 */
	Uncertainty(final Design design, final FreeSet free) {
		final int s = free.columns.length;
		covariance = new double[s][s];
		withSum = new double[s];
		double sum = 0;
		for (int i = 0; i < s; i++) {
			final double[] row = design.spread() == null ? free.map[i] : times(design.spread().ofTarget, free.map[i]);
			for (int j = 0; j < s; j++) {
				covariance[i][j] = Vectors.dot(row, free.map[j]);
				withSum[i] += covariance[i][j];
			}
			sum += withSum[i];
		}
		ofSum = sum;
	}

	private static double[] times(final double[][] symmetric, final double[] vector) {
		final double[] product = new double[vector.length];
		for (int i = 0; i < product.length; i++) product[i] = Vectors.dot(symmetric[i], vector);
		return product;
	}

	/** @return the variance of the amount of free column i */
	double ofAmount(final int i) {
		return covariance[i][i];
	}

	/** @return the variance of a share, amount i over the sum of all, by the delta method */
	double ofShare(final int i, final double share, final double sum) {
		return (covariance[i][i] - 2 * share * withSum[i] + share * share * ofSum) / (sum * sum);
	}
}
