// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.apache.commons.math3.special.Erf;

/**
 * A Gaussian of which only the part is left where nothing is below zero: how much that is, and its mean and covariance.
 * By expectation propagation (Minka, UAI 2001; for this very integral Cunningham, Hennig and Lacoste-Julien,
 * arXiv:1111.6832): each bound is replaced by a Gaussian factor that gives the marginal the moments which the bound
 * would give it, in turn until nothing changes. Exact for one dimension, and to about a per cent for a few.
 */
final class PositiveGaussian {

	private static final int SWEEPS = 100;
	private static final double CONVERGED = 1e-7;

	/** A factor that does not narrow anything. */
	private static final double FLAT = 1e-12;

	private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

	/** Below this many standard errors the probability is taken from its asymptotic series. */
	private static final double TAIL = -12;

	final double[] mean;
	final double[][] covariance;

	/** The natural logarithm of the part that is left. */
	final double logProbability;

	/** Precisions of the factors, and these times their means. */
	private final double[] tau;
	private final double[] nu;

	/** @param covariance positive definite */
	PositiveGaussian(final double[] mean, final double[][] covariance) {
		final int n = mean.length;
		this.covariance = new double[n][];
		for (int i = 0; i < n; i++) this.covariance[i] = covariance[i].clone();
		this.mean = mean.clone();
		tau = new double[n];
		nu = new double[n];
		final double[] pull = new Cholesky(covariance).solve(mean);
		boolean changes = true;
		for (int sweep = 0; sweep < SWEEPS && changes; sweep++) {
			changes = false;
			for (int i = 0; i < n; i++) changes |= propagate(i, pull);
		}
		logProbability = logProbability(mean, covariance, pull);
	}

	/** @return whether that changed anything */
	private boolean propagate(final int i, final double[] pull) {
		final double width = Math.sqrt(covariance[i][i]);
		final double precision = 1 / covariance[i][i] - tau[i];
		if (!(precision > 0)) return false;
		final double centre = (mean[i] / covariance[i][i] - nu[i]) / precision;
		final double deviation = 1 / Math.sqrt(precision);
		final double z = centre / deviation;
		final double hazard = Math.exp(-z * z / 2 - LOG_ROOT_TWO_PI - logNormal(z));
		final double truncated = centre + deviation * hazard;
		final double left = Math.max(FLAT, 1 - hazard * (hazard + z)) / precision;
		final double more = Math.max(0, 1 / left - precision) - tau[i];
		tau[i] += more;
		nu[i] = truncated / left - centre * precision;
		final double before = mean[i];
		final double[] column = covariance[i].clone();
		final double scale = more / (1 + more * column[i]);
		for (int a = 0; a < column.length; a++) Vectors.add(covariance[a], -scale * column[a], column);
		for (int a = 0; a < column.length; a++) mean[a] = Vectors.dot(covariance[a], pull) + Vectors.dot(covariance[a], nu);
		return Math.abs(mean[i] - before) > CONVERGED * width || Math.abs(more) * width * width > CONVERGED;
	}

	/**
	 * The evidence of expectation propagation: of each factor that of its bound against what the others leave, and what
	 * is left when they are all multiplied.
	 */
	private double logProbability(final double[] prior, final double[][] before, final double[] pull) {
		double sum = 0;
		final int n = prior.length;
		final double[][] widened = new double[n][n];
		for (int i = 0; i < n; i++) {
			final double precision = 1 / covariance[i][i] - tau[i];
			final double centre = (mean[i] / covariance[i][i] - nu[i]) / precision;
			sum += logNormal(centre * Math.sqrt(precision)) + 0.5 * Math.log1p(tau[i] / precision) + 0.5 * (centre * centre *
				tau[i] - 2 * centre * nu[i] - nu[i] * nu[i] / precision) / (1 + tau[i] / precision);
			for (int j = 0; j < n; j++) widened[i][j] = Math.sqrt(tau[i]) * before[i][j] * Math.sqrt(tau[j]) + (i == j ? 1 : 0);
		}
		return Math.min(0, sum - 0.5 * new Cholesky(widened).logDeterminant() - 0.5 * Vectors.dot(prior, pull) + 0.5 * (Vectors
			.dot(mean, pull) + Vectors.dot(mean, nu)));
	}

	/** @return the logarithm of the standard normal distribution */
	static double logNormal(final double z) {
		if (z > TAIL) return Math.log(0.5 * Erf.erfc(-z / Math.sqrt(2)));
		final double s = 1 / (z * z);
		return -z * z / 2 - LOG_ROOT_TWO_PI - Math.log(-z) + Math.log1p(-s + 3 * s * s - 15 * s * s * s);
	}
}
