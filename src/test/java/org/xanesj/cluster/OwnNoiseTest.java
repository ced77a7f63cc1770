// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.LineProjection;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.EnergyAxis;

class OwnNoiseTest {

	/** As scanned: 4 eV before the edge, 1 eV through it, 3 eV after. */
	private static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, 50).mapToDouble(i -> i < 8 ? 7080 + 4 * i : i <
		35 ? 7112 + (i - 8) : 7139 + 3 * (i - 35)).toArray());

	/** Noisier above the edge. */
	private static final double[] SIGMA = Arrays.stream(AXIS.toArray()).map(e -> e < 7120 ? 1 : 1.5).toArray();

	private static final double[] SPECTRUM = spectrum(7120);
	private static final OwnNoise NOISE = new OwnNoise(SPECTRUM, AXIS, LineProjection.of(AXIS, SIGMA));

	private static double[] spectrum(final double e0) {
		return Arrays.stream(AXIS.toArray()).map(e -> 0.5 + Math.atan((e - e0) / 1.5) / Math.PI).toArray();
	}

	/** Pixels of every thickness, with noise of every size. */
	private static PixelBlock pixels(final double[] spectrum, final int count, final double noise) {
		final Random random = new Random(5);
		final float[][] rows = new float[AXIS.size()][count];
		for (int p = 0; p < count; p++) {
			final double amount = 0.2 + random.nextDouble();
			final double level = noise * (0.5 + random.nextDouble());
			for (int e = 0; e < rows.length; e++) rows[e][p] = (float) (amount * spectrum[e] + 2 - 0.003 * (AXIS.at(e) -
				7080) + level * SIGMA[e] * random.nextGaussian());
		}
		return PixelBlock.of(rows, count);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.01, 0.001 })
	void soManyPixelsOfTheClusterExceedTheLimitAsWasAsked(final double falseAlarm) {
		final int n = 40_000;
		final PixelBlock block = pixels(SPECTRUM, n, 0.02);
		final double limit = NOISE.limit(falseAlarm);
		final long above = IntStream.range(0, n).filter(p -> NOISE.ratio(block, p) > limit).count();
		// four standard deviations of the count, and what the approximation is worth
		assertEquals(falseAlarm, (double) above / n, 4 * Math.sqrt(falseAlarm / n) + 0.02 * falseAlarm);
	}

	@Test
	void anotherSpeciesIsFound() {
		final int n = 500;
		final PixelBlock block = pixels(spectrum(7123), n, 0.004);
		final double limit = NOISE.limit(0.001);
		assertTrue(IntStream.range(0, n).allMatch(p -> NOISE.ratio(block, p) > limit));
	}

	@Test
	void theMedianLimitIsTheMedian() {
		assertEquals(0.5, NOISE.probability(NOISE.limit(0.5)), 1e-6);
	}

	/** One term outweighs the others: there the approximation is worst. Numbers by Imhof's integral (Biometrika 48, 419 (1961)), integrated by scipy.integrate.quad. */
	@ParameterizedTest
	@CsvSource({ "3, 0.8195452659", "5, 0.3048414551", "8, 0.0073178805" })
	void probabilitiesOfUnlikeWeights(final double x, final double probability) {
		assertEquals(probability, SignOfQuadraticForm.positive(IntStream.rangeClosed(1, 12).mapToDouble(i -> 1 - x / i)
			.toArray()), 0.04 * probability);
	}

	@ParameterizedTest
	@CsvSource({ "0.6, 0.9007182506", "0.7, 0.2914813131", "0.75, 0.0992817494", "0.85, 0.0057496745" })
	void probabilitiesOfManyWeights(final double x, final double probability) {
		assertEquals(probability, SignOfQuadraticForm.positive(IntStream.range(0, 40).mapToDouble(i -> 1 - x * (0.5 + 2.0 *
			i / 39)).toArray()), 0.01 * probability);
	}

	@Test
	void aSumOfPositiveTermsIsPositive() {
		assertEquals(1, SignOfQuadraticForm.positive(new double[] { 1, 2 }));
		assertEquals(0, SignOfQuadraticForm.positive(new double[] { -1, -2 }));
	}

	@Test
	void aClusterWithoutAnEdgeIsALine() {
		final OwnNoise line = new OwnNoise(AXIS.toArray(), AXIS, LineProjection.of(AXIS, SIGMA));
		final PixelBlock edge = pixels(SPECTRUM, 1, 1e-3);
		assertTrue(line.ratio(edge, 0) > line.limit(0.001));
	}
}
