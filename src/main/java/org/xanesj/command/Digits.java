// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/** How many digits a table shows of its numbers, column by column; it keeps all. */
final class Digits {

	private static final int SIGNIFICANT = 4;
	/** Where more decimals would be needed to tell the smallest number from 0, the exponent is written. */
	private static final int MOST_DECIMALS = 6;
	private static final int ENERGY_DECIMALS = 2;

	private Digits() {}

	static void set(final ResultsTable table) {
		for (int column = 0; column <= table.getLastColumn(); column++) {
			if (!table.columnExists(column)) continue;
			if (table.getColumnHeading(column).endsWith("_eV")) table.setDecimalPlaces(column, energyDecimals(table, column));
			else set(table, column);
		}
	}

	/** Where errors stand beside energies, as many as the smallest error has in two digits. */
	private static int energyDecimals(final ResultsTable table, final int column) {
		final String errors = table.getColumnHeading(column).replaceAll("_eV$", "_sigma");
		if (!table.columnExists(errors)) return ENERGY_DECIMALS;
		final double smallest = Arrays.stream(table.getColumn(errors)).filter(v -> v > 0).min().orElse(1);
		return Math.min(MOST_DECIMALS, Math.max(ENERGY_DECIMALS, 1 - exponent(smallest)));
	}

	private static void set(final ResultsTable table, final int column) {
		final double[] values = Arrays.stream(table.getColumnAsDoubles(column)).filter(v -> Double.isFinite(v) && v != 0)
			.map(Math::abs).toArray();
		if (Arrays.stream(values).allMatch(v -> v == Math.rint(v))) return; // texts, or whole numbers: ImageJ knows
		final DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
		table.setDecimalPlaces(column, decimals(range.getMin(), range.getMax()));
	}

	/** @return decimals as ImageJ counts them, negative for numbers with an exponent */
	static int decimals(final double smallest, final double largest) {
		final int needed = Math.max(SIGNIFICANT - 1 - exponent(largest), 1 - exponent(smallest));
		return needed > MOST_DECIMALS ? 1 - SIGNIFICANT : Math.max(0, needed);
	}

	private static int exponent(final double value) {
		return (int) Math.floor(Math.log10(value));
	}
}
