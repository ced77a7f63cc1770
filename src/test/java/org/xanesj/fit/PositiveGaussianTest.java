// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class PositiveGaussianTest {

	private static final NormalDistribution NORMAL = new NormalDistribution();

	/** Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, ch. 13. */
	@Test
	void inOneDimensionItIsTheTruncatedNormal() {
		for (final double z : new double[] { -5, -1, 0, 0.3, 2, 8 }) {
			final PositiveGaussian half = new PositiveGaussian(new double[] { 2 * z }, new double[][] { { 4 } });
			final double left = NORMAL.cumulativeProbability(z);
			final double hazard = NORMAL.density(z) / left;
			assertEquals(Math.log(left), half.logProbability, 1e-6);
			assertEquals(2 * (z + hazard), half.mean[0], 1e-6);
			assertEquals(4 * (1 - hazard * (hazard + z)), half.covariance[0][0], 1e-5);
		}
	}

	/** Sheppard 1899: a quarter, and the arc sine of the correlation over a full circle. */
	@Test
	void inTwoDimensionsAboutZeroItsProbabilityIsSheppards() {
		for (final double rho : new double[] { -0.8, -0.4, 0, 0.6 }) {
			final PositiveGaussian quadrant = new PositiveGaussian(new double[2], new double[][] { { 1, 3 * rho }, { 3 * rho,
				9 } });
			assertEquals(1, Math.exp(quadrant.logProbability) / (0.25 + Math.asin(rho) / (2 * Math.PI)), 0.02);
		}
	}

	/** By numpy, Gauss-Legendre quadrature with 160 points in each dimension (scipy's cdf gives the same probability). */
	@Test
	void inThreeDimensionsItIsThatOfQuadrature() {
		final PositiveGaussian octant = new PositiveGaussian(new double[] { 0.4, -0.2, 0.7 }, new double[][] { { 1, -0.5,
			0.2 }, { -0.5, 0.8, -0.3 }, { 0.2, -0.3, 0.6 } });
		final double[] mean = { 0.66763, 0.45478287, 0.7681637 };
		final double[] variance = { 0.25852492, 0.13901823, 0.26521442 };
		assertEquals(1, Math.exp(octant.logProbability) / 0.13515574, 0.002);
		for (int i = 0; i < 3; i++) {
			assertEquals(1, octant.mean[i] / mean[i], 0.002);
			assertEquals(1, octant.covariance[i][i] / variance[i], 0.01);
		}
	}

	@Test
	void whatIsClearOfZeroStaysAsItIs() {
		final double[][] covariance = { { 1, -0.9 }, { -0.9, 1 } };
		final PositiveGaussian same = new PositiveGaussian(new double[] { 20, 30 }, covariance);
		assertEquals(0, same.logProbability, 1e-12);
		assertEquals(20, same.mean[0], 1e-9);
		assertEquals(-0.9, same.covariance[0][1], 1e-9);
	}

	@Test
	void farTailsDoNotUnderflow() {
		assertEquals(Math.log(NORMAL.cumulativeProbability(-11.9)), PositiveGaussian.logNormal(-11.9), 1e-6);
		assertEquals(-804.608442, PositiveGaussian.logNormal(-40), 1e-6, "scipy.special.log_ndtr");
	}
}
