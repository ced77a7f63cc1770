// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotonNoiseTest {

	private static final int DRAWS = 200_000;

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 4, 9.9, 10.1, 35, 700, 22_000 })
	void meanAndVarianceArePoissons(final double mean) {
		final PhotonNoise noise = new PhotonNoise(5);
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < DRAWS; i++) {
			final double difference = noise.count(mean) - mean;
			sum += difference;
			squares += difference * difference;
		}
		// Four standard errors: sqrt(mean / n) of the mean, sqrt((2 mean² + mean) / n) of the variance.
		assertEquals(0, sum / DRAWS, 4 * Math.sqrt(mean / DRAWS));
		assertEquals(mean, squares / DRAWS, 4 * Math.sqrt((2 * mean * mean + mean) / DRAWS));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 4, 10.1, 35 })
	void everyCountComesAsOftenAsPoissonSays(final double mean) {
		final int first = (int) Math.max(0, mean - 3 * Math.sqrt(mean));
		final int bins = (int) (mean + 3 * Math.sqrt(mean)) - first + 1;
		final long[] observed = new long[bins];
		final PhotonNoise noise = new PhotonNoise(6);
		for (int i = 0; i < DRAWS; i++) observed[(int) Math.max(0, Math.min(bins - 1, noise.count(mean) - first))]++;
		final PoissonDistribution poisson = new PoissonDistribution(mean);
		final double[] expected = new double[bins];
		for (int b = 0; b < bins; b++) expected[b] = DRAWS * poisson.probability(first + b);
		expected[0] = DRAWS * poisson.cumulativeProbability(first);
		expected[bins - 1] = DRAWS * (1 - poisson.cumulativeProbability(first + bins - 2));
		assertEquals(0.5, new ChiSquareTest().chiSquareTest(expected, observed), 0.4999, "p value of the chi-square test");
	}

	@Test
	void theSameSeedGivesTheSameCounts() {
		final PhotonNoise a = new PhotonNoise(1);
		final PhotonNoise b = new PhotonNoise(1);
		for (int i = 0; i < 1000; i++) assertEquals(a.count(i), b.count(i));
	}
}
