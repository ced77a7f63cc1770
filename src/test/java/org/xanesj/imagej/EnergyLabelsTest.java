// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.EnergyUnit;

class EnergyLabelsTest {

	private static double[] eV(final String... labels) {
		return EnergyLabels.of(Arrays.asList(labels)).orElseThrow().order("test").axis().toArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7112.00 eV", "7112 eV", "7112eV", "7.112 keV", "7.112keV", "E=7112.0", "E = 7112",
		"energy: 7112",
		"7112", " 7112.0 ", "img_7112.00eV.tif", "scan12_7112_eV_0001.tif", "7112.00 eV\nsecond line 8000 eV", "7112 EV",
		"Energy=7112.0 eV", "7.112e3 eV", "7112.00 eV (7112 eV)", "E=7112.tif", "sample-7112eV.tif" })
	void theSameEnergyIsReadHoweverItIsWritten(final String label) {
		assertArrayEquals(new double[] { 7112 }, eV(label), 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0001", "3", "49.9", "60", "slice 7112", "img_7112.tif", "7112,5 eV", "7112p5eV",
		"-5.00 eV",
		"E=-5", "7112 meV", "7112 MeV", "7112 eVs", "7112 eV to 7120 eV", "", "eV", "0 eV", "c:1/3 z:2/4", "7112.5.1 eV",
		"\n7112 eV", "E1=7112x" })
	void whatIsNotCertainlyAnEnergyIsNone(final String label) {
		assertTrue(EnergyLabels.of(List.of(label)).isEmpty(), label);
	}

	@Test
	void countersAreNoEnergiesWhereverTheyBegin() {
		assertTrue(EnergyLabels.of(List.of("1", "2", "3")).isEmpty());
		assertTrue(EnergyLabels.of(List.of("60", "61", "62")).isEmpty());
		assertTrue(EnergyLabels.of(List.of("E=1", "E=2", "E=3")).isEmpty());
		assertArrayEquals(new double[] { 7110, 7111, 7112 }, eV("7110", "7111", "7112"), 0);
		assertArrayEquals(new double[] { 700, 700.25 }, eV("700", "700.25"), 0);
	}

	@Test
	void labelsOfDifferentKindsAreNone() {
		assertTrue(EnergyLabels.of(List.of("7110 eV", "7111")).isEmpty());
		assertTrue(EnergyLabels.of(List.of("E=7110", "7111")).isEmpty());
		assertTrue(EnergyLabels.of(Arrays.asList("7110 eV", null)).isEmpty());
		assertTrue(EnergyLabels.of(List.of()).isEmpty());
	}

	@Test
	void unitsMayChangeFromLabelToLabel() {
		assertArrayEquals(new double[] { 999.5, 1001.3 }, eV("999.5 eV", "1.0013 keV"), 0);
	}

	@Test
	void kiloelectronvoltsAreConvertedAndSaid() {
		final EnergyOrder order = EnergyLabels.of(List.of("7.1122 keV", "7.113 keV")).orElseThrow().order("w");
		assertArrayEquals(new double[] { 7112.2, 7113 }, order.axis().toArray(), 0);
		assertTrue(order.notes().get(0).contains("keV"));
		assertArrayEquals(new double[] { 160000, 161000 }, eV("160 keV", "161 keV"), 0);
	}

	@Test
	void lowElectronvoltsWithTheirUnitAreNotTakenForKiloelectronvolts() {
		final EnergyOrder order = EnergyLabels.of(List.of("99.80 eV", "72.123456789012345 eV")).orElseThrow().order("w");
		assertArrayEquals(new double[] { 72.123456789012345, 99.8 }, order.axis().toArray(), 0);
		assertEquals(1, order.sources().get(0)[0]);
		assertEquals(1, order.notes().size());
	}

	@Test
	void everyDoubleSurvivesItsLabel() {
		final Random random = new Random(1);
		for (int i = 0; i < 20000; i++) {
			final double e = i % 2 == 0 ? 100 + 20000 * random.nextDouble() : Math.exp(100 * (random.nextDouble() - 0.5));
			final EnergyLabels read = EnergyLabels.of(List.of(EnergyAxis.label(e))).orElseThrow();
			assertEquals(EnergyUnit.EV, read.unit());
			assertEquals(e, read.order("w").axis().at(0), 0);
		}
	}
}
