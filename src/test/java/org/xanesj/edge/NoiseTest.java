// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.EnergyAxis;

/** The noise of single spectra and of pixels. */
class NoiseTest {

	@Test
	void theRoughnessOfASpectrumIsItsNoise() {
		final EnergyAxis axis = EnergyAxis.of(IntStream.range(0, 400).mapToDouble(i -> 7050 + 0.5 * i + 0.1 * (i % 3)).toArray());
		final Random random = new Random(2);
		final double[] found = DoubleStream.generate(() -> SpectrumNoise.of(AnalyticEdge.on(axis, AnalyticEdge.measured(0)).with(
			AnalyticEdge.noisy(AnalyticEdge.on(axis, AnalyticEdge.measured(0)).values(), 0.01, random)))[7]).limit(50).toArray();
		assertEquals(0.01, DoubleStream.of(found).average().orElseThrow(), 0.0005);
	}

	@Test
	void aFewPointsTellNoNoise() {
		final EnergyAxis axis = EnergyAxis.of(1, 2, 3, 4, 5, 6, 7, 8);
		assertTrue(Double.isNaN(SpectrumNoise.of(AnalyticEdge.on(axis, e -> e * e))[0]));
	}

	/** A spectrum of its component alone has none; 2 in each of the three directions beside it are its noise. */
	@Test
	void whatComponentsLeaveIsThePixelsNoise() {
		final double[] sigma = { 0.1, 0.2, 0.1, 0.4 };
		final PixelNoise noise = new PixelNoise(sigma, new double[][] { { 0.5, 0.5, 0.5, 0.5 } });
		final double[] white = { 3 + 2 + 2 + 2, 3 + 2 - 2 - 2, 3 - 2 + 2 - 2, 3 - 2 - 2 + 2 }; // in a Hadamard basis
		final double[] spectrum = IntStream.range(0, 4).mapToDouble(e -> white[e] * sigma[e]).toArray();
		assertEquals(16, noise.variance(spectrum), 1e-12, "coordinates of 4, as the vectors are half as long");
		assertArrayEquals(new double[] { 0.4, 0.8, 0.4, 1.6 }, noise.of(spectrum), 1e-12);
		assertArrayEquals(new double[] { 0.3, 0.6, 0.3, 1.2 }, noise.without(spectrum), 1e-12);
	}
}
