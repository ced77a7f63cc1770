// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class EnergyOrderTest {

	@Test
	void orderedElectronvoltsStayAsTheyAre() {
		final EnergyOrder order = EnergyOrder.of(new double[] { 7100, 7112, 7120.5 }, "a.txt");
		assertEquals(List.of(0, 1, 2), order.sources().stream().map(source -> source[0]).toList());
		assertTrue(order.notes().isEmpty());
	}

	@Test
	void kiloelectronvoltsAreConvertedAndSaid() {
		final EnergyOrder order = EnergyOrder.of(new double[] { 7.1, 7.1122 }, "a.txt");
		assertArrayEquals(new double[] { 7100, 7112.2 }, order.axis().toArray(), 0);
		assertTrue(order.notes().get(0).contains("keV"));
	}

	@Test
	void disorderIsSortedAndRepeatsAreAveragedWithTheirPlanes() {
		final EnergyOrder order = EnergyOrder.of(new double[] { 7120, 7100, 7110, 7100 }, "a.txt");
		assertArrayEquals(new double[] { 7100, 7110, 7120 }, order.axis().toArray(), 0);
		assertArrayEquals(new double[] { 3, 3, 1 }, order.apply(new double[] { 1, 2, 3, 4 }), 0);
		final List<float[]> planes = order.apply(List.of(new float[] { 1 }, new float[] { 2 }, new float[] { 3 },
			new float[] { 4 }));
		assertArrayEquals(new float[] { 3 }, planes.get(0), 0);
		assertArrayEquals(new float[] { 1 }, planes.get(2), 0);
		assertEquals(2, order.notes().size());
	}

	@Test
	void aValueThatIsNoEnergyIsNamed() {
		final InputException e = assertThrows(InputException.class, () -> EnergyOrder.of(new double[] { 7100, Double.NaN },
			"a.txt"));
		assertTrue(e.getMessage().startsWith("a.txt: energy 2 is NaN"));
	}
}
