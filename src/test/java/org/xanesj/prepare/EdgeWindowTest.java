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

	@Test
	void publishedFitsSawTheseEnergies() throws IOException {
		final EnergyAxis gold = MeasuredSpectrum.at("lcf-au-l3/unknown.dat").energies();
		final int[] indices = EdgeWindow.indices(gold, 11919, 11870, 12030, "");
		assertEquals(160, indices.length);
		assertEquals(11869.66, gold.at(indices[0]));
	}

	@Test
	void theDefaultReachesFrom20BelowTo70Above() {
		// 7092 is the last at or below 7093, 7182 the last at or below 7183
		assertArrayEquals(IntStream.rangeClosed(6, 51).toArray(), EdgeWindow.indices(AXIS, 7113, 0, 0, ""));
		assertArrayEquals(IntStream.rangeClosed(0, 46).toArray(), EdgeWindow.indices(AXIS, 7090 + 13, 7000, 0, ""));
		assertArrayEquals(IntStream.rangeClosed(16, 60).toArray(), EdgeWindow.indices(AXIS, 7133, 0, 8000, ""));
	}

	@Test
	void shortStacksAreFittedWhole() {
		assertEquals(EdgeRange.SHORT, EdgeRange.of(SOFT, 707));
		assertEquals(61, EdgeWindow.indices(SOFT, 707, 0, 0, "").length);
		assertArrayEquals(IntStream.rangeClosed(10, 60).toArray(), EdgeWindow.indices(SOFT, 707, 705, 0, ""));
		assertEquals(EdgeRange.SHORT, EdgeRange.of(AXIS, 7160.5));
		assertEquals(EdgeRange.FULL, EdgeRange.of(AXIS, 7160));
		assertEquals(EdgeRange.SHORT, EdgeRange.of(EnergyAxis.of(1400, 1499, 1600), 1499.9));
		assertEquals(EdgeRange.FULL, EdgeRange.of(EnergyAxis.of(1400, 1500, 1600), 1500));
	}

	@Test
	void excludedEnergiesAreLeftOut() {
		final int[] all = EdgeWindow.indices(AXIS, 7113, 0, 0, "");
		final int[] left = EdgeWindow.indices(AXIS, 7113, 0, 0, " 7120 - 7124.5, 7150.9;7099");
		// 7120, 7122, 7124; 7150; 7099 is as near to 7098 as to 7100 and takes the lower
		final List<Integer> out = List.of(9, 20, 21, 22, 35);
		assertArrayEquals(IntStream.of(all).filter(i -> !out.contains(i)).toArray(), left);
		assertEquals(List.of("exclude: no energy of the stack lies within 7120.5-7121 eV."), EdgeWindow.of(AXIS, 7113, 0, 0,
			"7120.5-7121").notes());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7120-|\"7120-\"", "7120,abc|\"abc\"", "7120,,7122|\"\"",
		"7120-7121-7122|\"7120-7121-7122\"",
		"7124-7120|7124-7120", "7078.9|7078.9", "7201.1|7201.1", "1e99|1e99", "NaN|NaN" })
	void junkIsNamed(final String exclude, final String named) {
		final InputException thrown = assertThrows(InputException.class, () -> EdgeWindow.indices(AXIS, 7113, 0, 0,
			exclude));
		assertTrue(thrown.getMessage().split("\n")[0].contains(named), thrown.getMessage());
	}

	@Test
	void numbersWithinHalfAStepOfTheEndsAreTaken() {
		assertTrue(EnergyExclusion.parse("7079", AXIS).bad()[0]);
		assertTrue(EnergyExclusion.parse("7201", AXIS).bad()[60]);
	}

	@ParameterizedTest
	@CsvSource({ "7150,7120", "7110,7117", "8000,8100", "6000,6100", "NaN,7200", "-20,70", "7110,Infinity" })
	void windowsWithoutEnoughEnergiesAreRefused(final double from, final double to) {
		assertThrows(InputException.class, () -> EdgeWindow.indices(AXIS, 7113, from, to, ""));
	}

	@Test
	void fiveEnergiesAreEnough() {
		assertEquals(5, EdgeWindow.indices(AXIS, 7113, 7110, 7118, "").length);
		assertThrows(InputException.class, () -> EdgeWindow.indices(AXIS, 7113, 7110, 7118, "7114"));
	}
}
