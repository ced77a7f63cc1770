// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

class FitWindowTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(100, 110, 120, 130, 140, 150);

	@Test
	void bothEndsAreTheLastPointAtOrBelow() {
		assertArrayEquals(new int[] { 1, 2, 3 }, new FitWindow(115, 139).rows(AXIS));
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, new FitWindow(110, 140).rows(AXIS));
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, FitWindow.ALL.rows(AXIS));
		assertEquals(new FitWindow(7092, 7182), FitWindow.around(7112));
	}

	@Test
	void energiesAndRangesAreLeftOut() {
		assertArrayEquals(new int[] { 0, 3, 5 }, FitWindow.ALL.without("110-120, 141").rows(AXIS));
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, FitWindow.ALL.without(" ").rows(AXIS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "120-110", "1-2-3", "-" })
	void nonsenseIsNamed(final String list) {
		final InputException e = assertThrows(InputException.class, () -> FitWindow.ALL.without(list));
		assertTrue(e.getMessage().contains(list), e.getMessage());
	}

	@Test
	void aWindowBesideTheDataIsRefused() {
		assertThrows(InputException.class, () -> new FitWindow(160, 200).rows(AXIS));
		assertThrows(InputException.class, () -> new FitWindow(10, 20).rows(AXIS));
		assertThrows(InputException.class, () -> FitWindow.ALL.without("50-200").rows(AXIS));
		assertThrows(InputException.class, () -> new FitWindow(20, 10));
	}
}
