// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.Gram;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/** White lines that overlap by half, each with energies of its own, in random amounts on random lines. */
class NeedleSearchTest {

	private static final int N = 80;
	private static final int PRE_EDGE = 12;
	private static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, N).mapToDouble(e -> 700 + 0.25 * e).toArray());
	private static final List<DoubleUnaryOperator> PURE = List.of(e -> peak(e, 706.5, 0.8) + 0.6 * peak(e, 716, 0.7), e -> peak(
		e, 708, 0.8) + 0.5 * peak(e, 714.5, 0.6), e -> peak(e, 710, 1.0) + 0.3 * peak(e, 717.5, 0.5));

	private static double peak(final double e, final double at, final double width) {
		final double x = (e - at) / width;
		return Math.abs(x) < 3 ? Math.pow(Math.cos(Math.PI * x / 6), 4) : 0; // exactly 0 beside it, unlike a Gaussian
	}

	private static NoiseModel noise(final int species, final double sigma) {
		final Random random = new Random(4);
		final float[][] rows = new float[N][4000];
		for (int p = 0; p < 4000; p++) {
			final double b0 = random.nextDouble(), b1 = 0.02 * random.nextGaussian();
			final double[] amounts = random.doubles(species).toArray();
			for (int e = 0; e < N; e++) {
				double value = b0 + b1 * (AXIS.at(e) - 710) + sigma * random.nextGaussian();
				for (int s = 0; s < species; s++) value += amounts[s] * PURE.get(s).applyAsDouble(AXIS.at(e));
				rows[e][p] = (float) value;
			}
		}
		return NoiseModel.of(Gram.of(PixelBlock.of(rows, 4000)), AXIS);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void theSpectraOfSpeciesWithEnergiesOfTheirOwnAreFound(final int species) {
		final NoiseModel noise = noise(species, 0.005);
		assertEquals(species, noise.components());
		final List<NeedleSearch.Found> found = NeedleSearch.of(noise, species, AXIS.toArray(), PRE_EDGE);
		for (int s = 0; s < species; s++) {
			final double[] pure = unit(IntStream.range(0, N).mapToDouble(e -> AXIS.at(e)).map(PURE.get(s)).toArray());
			final double nearest = found.stream().mapToDouble(f -> distance(pure, f.spectrum())).min().orElseThrow();
			assertTrue(nearest < 0.02, "species " + s + ": " + nearest);
		}
		for (final NeedleSearch.Found f : found) {
			assertTrue(f.converged());
			assertEquals(1, f.reproduced(), 0.002);
			assertTrue(f.uniqueness() > 0.2 && f.uniqueness() <= 1, "uniqueness: " + f.uniqueness());
			for (final double value : f.spectrum()) assertTrue(value >= 0 && value <= 1);
		}
	}

	private static double[] unit(final double[] spectrum) {
		final double largest = Arrays.stream(spectrum).max().orElseThrow();
		return Arrays.stream(spectrum).map(v -> v / largest).toArray();
	}

	/** @return the largest difference at any energy */
	private static double distance(final double[] a, final double[] b) {
		return IntStream.range(0, N).mapToDouble(e -> Math.abs(a[e] - b[e])).max().orElseThrow();
	}

	@Test
	void withoutAPreEdgeThereIsNoZero() {
		final NoiseModel noise = noise(2, 0.005);
		assertThrows(InputException.class, () -> NeedleSearch.of(noise, 2, AXIS.toArray(), 1));
	}
}
