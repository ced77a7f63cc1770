// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

class EdgeWindowTest {

	/** 7080, 7082, …, 7200. */
	private static final EnergyAxis AXIS = EdgeModel.grid(new double[] { 7080, 7200, 60 });
	private static final EnergyAxis SOFT = EdgeModel.grid(new double[] { 700, 730, 60 });

	private static int[] indices(final EnergyAxis axis, final double e0, final double from, final double to) {
		return EdgeWindow.of(axis, e0, from, to).indices();
	}

	@Test
	void publishedFitsSawTheseEnergies() throws IOException {
		final EnergyAxis gold = MeasuredSpectrum.at("lcf-au-l3/unknown.dat").energies();
		final int[] indices = indices(gold, 11919, 11870, 12030);
		assertEquals(160, indices.length);
		assertEquals(11869.66, gold.at(indices[0]));
	}

	@Test
	void theDefaultReachesFrom20BelowTo70Above() {
		// 7092 is the last at or below 7093, 7182 the last at or below 7183
		assertArrayEquals(IntStream.rangeClosed(6, 51).toArray(), indices(AXIS, 7113, 0, 0));
		assertArrayEquals(IntStream.rangeClosed(0, 46).toArray(), indices(AXIS, 7090 + 13, 7000, 0));
		assertArrayEquals(IntStream.rangeClosed(16, 60).toArray(), indices(AXIS, 7133, 0, 8000));
	}

	@Test
	void shortStacksAreFittedWhole() {
		assertEquals(EdgeRange.SHORT, EdgeRange.of(SOFT, 707));
		assertEquals(61, indices(SOFT, 707, 0, 0).length);
		assertArrayEquals(IntStream.rangeClosed(10, 60).toArray(), indices(SOFT, 707, 705, 0));
		assertEquals(EdgeRange.SHORT, EdgeRange.of(AXIS, 7160.5));
		assertEquals(EdgeRange.FULL, EdgeRange.of(AXIS, 7160));
		assertEquals(EdgeRange.SHORT, EdgeRange.of(EnergyAxis.of(1400, 1499, 1600), 1499.9));
		assertEquals(EdgeRange.FULL, EdgeRange.of(EnergyAxis.of(1400, 1500, 1600), 1500));
	}

	@ParameterizedTest
	@CsvSource({ "7150,7120", "7110,7117", "8000,8100", "6000,6100", "NaN,7200", "-20,70", "7110,Infinity" })
	void windowsWithoutEnoughEnergiesAreRefused(final double from, final double to) {
		assertThrows(InputException.class, () -> indices(AXIS, 7113, from, to));
	}

	@Test
	void fiveEnergiesAreEnough() {
		assertEquals(5, indices(AXIS, 7113, 7110, 7118).length);
		assertThrows(InputException.class, () -> indices(AXIS, 7113, 7110, 7116));
	}
}
