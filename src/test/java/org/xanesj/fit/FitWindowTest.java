// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

class FitWindowTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(100, 110, 120, 130, 140, 150);

	@Test
	void bothEndsAreTheLastPointAtOrBelow() {
		assertArrayEquals(new int[] { 1, 2, 3 }, FitWindow.between(AXIS, 115, 139).rows(AXIS));
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, FitWindow.between(AXIS, 110, 140).rows(AXIS));
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, FitWindow.ALL.rows(AXIS));
	}

	@Test
	void aWindowBesideTheDataIsRefused() {
		assertThrows(InputException.class, () -> FitWindow.between(AXIS, 160, 200));
		assertThrows(InputException.class, () -> FitWindow.between(AXIS, 10, 20));
		assertThrows(InputException.class, () -> FitWindow.between(AXIS, 140, 110));
	}
}
