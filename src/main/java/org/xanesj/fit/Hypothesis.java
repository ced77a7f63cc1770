// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Optional;

import org.apache.commons.math3.special.Gamma;

/**
 * That these references are there and no others: how probable that makes the data, and the amounts if it is true.
 * Beforehand every composition of the references is as probable as any other, the edge step and the size of the noise may
 * be anything (1/x), and the calibration is that of a {@link CalibrationPrior}. For m amounts a of columns C, which
 * change with the calibration t,
 *
 * <pre>
 * p(data) = integral of N(data | C(t) a, sigma²) · (m − 1)! / (sum a)^m · p(t) / sigma over a &gt; 0, t and sigma
 * </pre>
 *
 * Over a and sigma that is the integral of a linear model (O'Hagan and Forster, Kendall's Advanced Theory of Statistics
 * 2B, 2004, ch. 11), of which the bounds leave a {@link PositiveGaussian}; the edge step is taken where it is expected;
 * over t it is Laplace's approximation about the {@link MostProbable} calibration.
 *
 * @param members of the references, by number, rising
 * @param logEvidence the natural logarithm of p(data), up to a constant that is the same for all hypotheses
 * @param amounts expected
 * @param covariance of the amounts
 * @param moved what is doubted of the calibration, from where the tangent touches
 * @param movedVariance of that
 */
record Hypothesis(int[] members, double logEvidence, double[] amounts, double[][] covariance, double[] moved,
	double[] movedVariance)
{

	/** An amount that is so many standard errors below zero makes the hypothesis as good as impossible. */
	private static final double IMPOSSIBLE = 6;

	/**
	 * @param least the log evidence below which a hypothesis is of no interest
	 * @return nothing when it is not reached, when references make each other up, or when there are too few points
	 */
	static Optional<Hypothesis> of(final Tangent tangent, final int[] members, final double least) {
		final MostProbable found = new MostProbable(tangent, members);
		if (!found.exists()) return Optional.empty();
		final int m = members.length;
		final double[] amounts = found.amounts();
		final double[][] covariance = found.covariance(0, m);
		final double half = (tangent.points - m) / 2.0;
		final double unbounded = found.logCalibration() + m / 2.0 * Math.log(Math.PI) + Gamma.logGamma(half) - half * Math.log(
			found.squares()) + Gamma.logGamma(m);
		double step = 0;
		for (int j = 0; j < m; j++) {
			final double error = Math.sqrt(covariance[j][j]);
			if (!(amounts[j] > -IMPOSSIBLE * error)) return Optional.empty();
			step += Math.max(amounts[j], error);
		}
		if (unbounded - m * Math.log(step) < least) return Optional.empty();
		final PositiveGaussian bounded = new PositiveGaussian(amounts, covariance);
		final double evidence = unbounded + bounded.logProbability - m * Math.log(sum(bounded.mean));
		return evidence < least ? Optional.empty() : Optional.of(new Hypothesis(members, evidence, bounded.mean, scaled(
			bounded.covariance, found.spread()), found.moved(), found.movedVariance()));
	}

	private static double[][] scaled(final double[][] matrix, final double factor) {
		for (final double[] row : matrix) for (int j = 0; j < row.length; j++) row[j] *= factor;
		return matrix;
	}

	private static double sum(final double[] values) {
		double sum = 0;
		for (final double value : values) sum += value;
		return sum;
	}

	/** @return the expected edge step */
	double step() {
		return sum(amounts);
	}

	/** @return the variance of member i's share, by the delta method; 0 when it is the only one */
	double shareVariance(final int i) {
		final double step = step();
		final double share = amounts[i] / step;
		double variance = 0;
		for (int a = 0; a < amounts.length; a++) for (int b = 0; b < amounts.length; b++)
			variance += ((a == i ? 1 : 0) - share) * covariance[a][b] * ((b == i ? 1 : 0) - share);
		return amounts.length == 1 ? 0 : Math.max(0, variance) / (step * step);
	}
}
