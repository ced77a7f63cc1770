// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.InputException;

class CoreHoleTest {

	@Test
	void widthsAreThoseOfKrauseAndOliver() {
		assertEquals(1.25, CoreHole.of("Fe", "K", 7112).width());
		assertEquals(5.41, CoreHole.of("Au", "L3", 11919).width());
		assertEquals(0.59, CoreHole.of("S", "K", 2472).width());
		assertEquals(1.44, CoreHole.of("ni", "k", 8333).width());
		assertEquals(0.36, CoreHole.of("Fe", "L3", 707).width());
		assertTrue(CoreHole.of("Fe", "K", 7112).source().contains("Fe K"));
	}

	@Test
	void anUnknownEdgeIsJudgedByItsEnergyAndSaysSo() {
		assertEquals(1.25, CoreHole.of("", "", 7112).width(), 1e-12);
		assertEquals(1.33, CoreHole.of("", "", 7709).width(), 0.02);
		assertEquals(5.41, CoreHole.of("", "L", 11919).width(), 1e-12);
		assertEquals(0.43, CoreHole.of("", "L3", 778).width(), 0.03);
		assertEquals(0.087, CoreHole.of("", "", 280).width());
		assertEquals(6.75, CoreHole.of("", "", 30000).width());
		assertTrue(CoreHole.of("", "", 7709).source().contains("7709 eV"));
	}

	@Test
	void aGivenWidthMustBePositive() {
		assertThrows(InputException.class, () -> new CoreHole(0, "given"));
	}
}
