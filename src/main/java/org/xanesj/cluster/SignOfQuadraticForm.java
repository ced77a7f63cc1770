// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The probability that a weighted sum of squares of independent standard normal numbers is above zero, by the
 * saddlepoint approximation of Lugannani and Rice (Kuonen, Biometrika 86, 929 (1999)): good to about a hundredth of
 * itself, also far out, and to a few where one weight outweighs the others.
 */
final class SignOfQuadraticForm {

	/** Halvings of the interval in which the saddlepoint lies: as many as digits there are. */
	private static final int HALVINGS = 100;

	/** So near the mean the formula is 0/0; there the probability is next to that of a standard normal number. */
	private static final double NEAR = 1e-5;

	private SignOfQuadraticForm() {}

	/** @param weights of the squares */
	static double positive(final double[] weights) {
		final double most = Arrays.stream(weights).max().orElse(0);
		final double least = Arrays.stream(weights).min().orElse(0);
		if (most <= 0) return 0;
		if (least >= 0) return 1;
		double low = 0.5 / least;
		double high = 0.5 / most;
		for (int i = 0; i < HALVINGS; i++) {
			final double middle = 0.5 * (low + high);
			if (slope(weights, middle) < 0) low = middle;
			else high = middle;
		}
		final double saddle = 0.5 * (low + high);
		final double w = Math.signum(saddle) * Math.sqrt(Math.max(0, -2 * cumulant(weights, saddle)));
		final double v = saddle * Math.sqrt(curvature(weights, saddle));
		final double at = Math.abs(w) < NEAR ? w : w + Math.log(v / w) / w;
		return 1 - new NormalDistribution().cumulativeProbability(at);
	}

	/** @return the cumulant generating function, of which the next two are the derivatives */
	private static double cumulant(final double[] weights, final double at) {
		return Arrays.stream(weights).map(w -> -0.5 * Math.log(1 - 2 * at * w)).sum();
	}

	private static double slope(final double[] weights, final double at) {
		return Arrays.stream(weights).map(w -> w / (1 - 2 * at * w)).sum();
	}

	private static double curvature(final double[] weights, final double at) {
		return Arrays.stream(weights).map(w -> 2 * w * w / ((1 - 2 * at * w) * (1 - 2 * at * w))).sum();
	}
}
