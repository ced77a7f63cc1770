// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MixtureTest {

	@Test
	void aShareOfWhichNothingIsKnownIsTheUniformPrior() {
		final Mixture mixture = new Mixture(true);
		mixture.add(1, 1 / 3.0, 1 / 18.0);
		for (final double p : new double[] { 0.025, 0.5, 0.9 }) assertEquals(new BetaDistribution(1, 2)
			.inverseCumulativeProbability(p), mixture.quantile(p), 1e-6, "one of three fractions that sum to one");
	}

	@Test
	void clearOfTheBoundsItIsNormal() {
		for (final boolean isShare : new boolean[] { true, false }) {
			final Mixture mixture = new Mixture(isShare);
			mixture.add(1, 0.4, 1e-6);
			assertEquals(new NormalDistribution(0.4, 1e-3).inverseCumulativeProbability(0.1586553), mixture.quantile(0.1586553),
				2e-6);
			assertEquals(1e-3, mixture.deviation(), 1e-12);
		}
	}

	@Test
	void whatIsMissingIsAtZero() {
		final Mixture mixture = new Mixture(true);
		mixture.add(0.5, 1, 0);
		mixture.add(0.25, 0.4, 0);
		assertEquals(0.75, mixture.weight());
		assertEquals(0.6, mixture.mean(), 1e-12);
		assertEquals(Math.sqrt(0.5 + 0.04 - 0.36), mixture.deviation(), 1e-12);
		assertEquals(0, mixture.quantile(0.24));
		assertEquals(0.4, mixture.quantile(0.26), 1e-8);
		assertEquals(1, mixture.quantile(0.6), 1e-8);
	}

	@Test
	void anAmountHasNoUpperBound() {
		final Mixture mixture = new Mixture(false);
		mixture.add(1, 3, 9);
		for (final double p : new double[] { 0.1, 0.977 }) assertEquals(new ExponentialDistribution(3)
			.inverseCumulativeProbability(p), mixture.quantile(p), 1e-6);
	}
}
