// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.xanesj.report.SpeciationTables;

/** Tables show enough digits, and no more. */
class DigitsTest {

	@ParameterizedTest
	@CsvSource({ "0.1, 0.9, 4", "0.0123, 0.9, 4", "0.0001, 0.84, 5", "9000, 9e7, 0", "2e-6, 0.06, -3", "12.5, 180, 1" })
	void decimals(final double smallest, final double largest, final int expected) {
		assertEquals(expected, Digits.decimals(smallest, largest));
	}

	@Test
	void energiesKeepTwoDecimalsAndMissingValuesAreEmpty() {
		final ResultsTable table = Tables.of(SpeciationTables.spectra(new double[] { 7112, 7112.25 }, List.of("a", "a_fit",
			"b"), List.of(new double[] { 0.5, 0.25 }, new double[] { Double.NaN, 0.75 }, new double[] { 1, 2 })));
		Digits.set(table);
		assertEquals("energy_eV\ta\ta_fit\tb", table.getColumnHeadings().trim());
		assertEquals("7112.00\t0.5000\t\t1", table.getRowAsString(0));
		assertEquals("7112.25\t0.2500\t0.7500\t2", table.getRowAsString(1));
	}
}
