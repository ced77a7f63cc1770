// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

class HamiltonTest {

	/** By hand, n − m = 2: I_x(1, 1/2) = 1 − sqrt(1 − x). */
	@Test
	void twoSparePointsByHand() {
		final Hamilton hamilton = new Hamilton(5, 0.05);
		assertEquals(1 - Math.sqrt(1 - 0.75), hamilton.probability(3, 4, 3), 1e-14);
		assertEquals(1 - Math.sqrt(1 - 0.0975), hamilton.probability(0.0975, 1, 3), 1e-14);
	}

	@Test
	void agreesWithScipysBetainc() {
		final Hamilton hamilton = new Hamilton(13, 0.05);
		assertEquals(0.14492760540408042, hamilton.probability(4, 5, 3), 1e-13);
		assertTrue(hamilton.isIndistinguishable(hamilton.probability(4, 5, 3)));
		assertEquals(0.010119559735433718, hamilton.probability(1, 2, 3), 1e-13);
		assertFalse(hamilton.isIndistinguishable(hamilton.probability(1, 2, 3)));
		assertEquals(0.059006690727761726, new Hamilton(72, 0.05).probability(95, 100, 2), 1e-13);
	}

	@Test
	void whatCannotBeToldIsNotToldApart() {
		assertEquals(1, new Hamilton(3, 0.05).probability(1, 2, 3));
		assertEquals(1, new Hamilton(30, 0.05).probability(2, 1, 3));
		assertEquals(1, new Hamilton(30, 0.05).probability(0, 0, 3));
	}

	@Test
	void pointsCloserThanTheCoreHoleIsWideCountOnce() {
		final EnergyAxis fine = EnergyAxis.of(IntStream.rangeClosed(0, 900).mapToDouble(i -> 7092 + i * 0.1)
			.toArray());
		assertEquals(90 / 1.25, Hamilton.of(fine, CoreHole.of("Fe", "K", 7112)).independentPoints(), 1e-12);
		assertEquals(3, Hamilton.of(EnergyAxis.of(7092, 7112, 7182), CoreHole.of("Fe", "K", 7112)).independentPoints());
	}

	@Test
	void nonsenseIsRefused() {
		assertThrows(InputException.class, () -> new Hamilton(0, 0.05));
		assertThrows(InputException.class, () -> new Hamilton(10, 1));
	}
}
