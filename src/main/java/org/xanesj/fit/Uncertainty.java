// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

/**
 * What noise does to the amounts of a set of free columns, per unit of noise variance. The variance itself is the
 * sum of squared residuals over {@link #freedom}, which is the trace of the residual's covariance: N − nvar for
 * independent noise, less where preparation has smeared it along energy.
 */
final class Uncertainty {

	/** Free columns x free columns. */
	final double[][] covariance;

	/** What the sum of squared weighted residuals is divided by; not positive when there is nothing left to judge by. */
	final double freedom;

	private Uncertainty(final double[][] covariance, final double freedom) {
		this.covariance = covariance;
		this.freedom = freedom;
	}

	static Uncertainty of(final Design design, final FreeSet free) {
		return design.spread() == null ? independent(design, free) : spread(design, free);
	}

	/** Qᵀ of white noise is white: the covariance is the map times its transpose, which is (AᵀA)⁻¹. */
	private static Uncertainty independent(final Design design, final FreeSet free) {
		return new Uncertainty(squared(free.map), design.energies().size() - design.variables(free.variables));
	}

	/**
	 * Noise W·N·(white): the amounts see map·Qᵀ·W·N, the residual sees the part of W·N outside of what is fitted. The
	 * fitted part is an orthogonal projection, so its squares are subtracted.
	 */
	private static Uncertainty spread(final Design design, final FreeSet free) {
		final double[][] noise = design.spread();
		final int terms = noise[0].length;
		final int k = design.columns().length;
		final double[][] seen = new double[free.columns.length][terms];
		double trace = 0;
		final double[][] reduced = design.reduced();
		final double[] one = new double[noise.length];
		for (int t = 0; t < terms; t++) {
			for (int e = 0; e < one.length; e++) one[e] = noise[e][t];
			final double[] projected = design.project(one);
			final double[] behindLine = Arrays.copyOfRange(projected, projected.length - k, projected.length);
			for (int j = 0; j < seen.length; j++) seen[j][t] = Vectors.dot(free.map[j], behindLine);
			final double[] amounts = new double[k];
			for (int j = 0; j < seen.length; j++) amounts[free.columns[j]] = seen[j][t];
			final double[] fitted = Vectors.residual(reduced, amounts, behindLine);
			trace += sumOfSquares(design.weighted(one)) - sumOfSquares(projected) + sumOfSquares(fitted);
		}
		return new Uncertainty(squared(seen), trace);
	}

	private static double sumOfSquares(final double[] values) {
		return Vectors.dot(values, values);
	}

	private static double[][] squared(final double[][] rows) {
		final double[][] squared = new double[rows.length][rows.length];
		for (int i = 0; i < rows.length; i++) for (int j = 0; j < rows.length; j++) squared[i][j] = Vectors.dot(rows[i],
			rows[j]);
		return squared;
	}

	/** @return the noise variance that this sum of squared weighted residuals tells; NaN when it tells none */
	double variance(final double chiSquare) {
		return freedom > 0 ? chiSquare / freedom : Double.NaN;
	}

	/** @return the variance of amount i, per unit of noise variance */
	double ofAmount(final int i) {
		return covariance[i][i];
	}

	/** @return the covariance of amount i with the sum of all */
	double withSum(final int i) {
		return Arrays.stream(covariance[i]).sum();
	}

	/** @return the variance of the sum of all amounts */
	double ofSum() {
		double sum = 0;
		for (int i = 0; i < covariance.length; i++) sum += withSum(i);
		return sum;
	}

	/** @return the variance of a share, amount i over the sum, by the delta method, per unit of noise variance */
	double ofShare(final int i, final double share, final double sum) {
		return (ofAmount(i) - 2 * share * withSum(i) + share * share * ofSum()) / (sum * sum);
	}
}
