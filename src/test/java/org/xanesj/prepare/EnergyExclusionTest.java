// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

class EnergyExclusionTest {

	/** 7080, 7082, …, 7200. */
	private static final EnergyAxis AXIS = EdgeModel.grid(new double[] { 7080, 7200, 60 });

	@Test
	void excludedEnergiesAreLeftOut() {
		final EnergyExclusion exclusion = EnergyExclusion.parse(" 7120 - 7124.5, 7150.9;7099", AXIS);
		// 7120, 7122, 7124; 7150; 7099 is as near to 7098 as to 7100 and takes the lower
		final List<Integer> out = List.of(9, 20, 21, 22, 35);
		assertArrayEquals(IntStream.range(0, AXIS.size()).filter(i -> !out.contains(i)).toArray(), exclusion.kept());
		assertEquals(List.of("exclude: no energy of the stack lies within 7120.5-7121 eV."), EnergyExclusion.parse(
			"7120.5-7121", AXIS).notes());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7120-|\"7120-\"", "7120,abc|\"abc\"", "7120,,7122|\"\"",
		"7120-7121-7122|\"7120-7121-7122\"",
		"7124-7120|7124-7120", "7078.9|7078.9", "7201.1|7201.1", "1e99|1e99", "NaN|NaN" })
	void junkIsNamed(final String exclude, final String named) {
		final InputException thrown = assertThrows(InputException.class, () -> EnergyExclusion.parse(exclude, AXIS));
		assertTrue(thrown.getMessage().split("\n")[0].contains(named), thrown.getMessage());
	}

	@Test
	void numbersWithinHalfAStepOfTheEndsAreTaken() {
		assertTrue(EnergyExclusion.parse("7079", AXIS).bad()[0]);
		assertTrue(EnergyExclusion.parse("7201", AXIS).bad()[60]);
	}
}
