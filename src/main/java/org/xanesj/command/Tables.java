// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.measure.ResultsTable;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.report.Csv;
import org.xanesj.report.SpeciationTables;
import org.xanesj.stack.Spectrum;

/** Tables as ImageJ shows them: the same columns as in the files that the main job writes. */
final class Tables {

	private Tables() {}

	/** A value that does not exist is an empty cell, and its column stays where it belongs. */
	static ResultsTable of(final Csv csv) {
		final ResultsTable table = new ResultsTable();
		for (final List<Object> row : csv.rows()) {
			table.addRow();
			for (int c = 0; c < row.size(); c++) add(table, csv.header().get(c), row.get(c));
		}
		return table;
	}

	private static void add(final ResultsTable table, final String column, final Object value) {
		final double number = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
		if (!Double.isNaN(number)) table.addValue(column, number);
		else table.addValue(column, value == null || value instanceof Number ? "" : value.toString());
	}

	static Csv references(final List<Spectrum> spectra) {
		final Csv csv = new Csv("reference", "points", "from_eV", "to_eV");
		for (final Spectrum s : spectra) csv.row(s.name(), s.energies().size(), s.energies().first(), s.energies().last());
		return csv;
	}

	/** @return each spectrum beside its fit, which is empty outside the window */
	static Csv fitted(final List<FittedSpectrum> spectra) {
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (final FittedSpectrum spectrum : spectra) {
			names.addAll(List.of(spectrum.title(), spectrum.title() + "_fit"));
			columns.addAll(List.of(spectrum.data(), spectrum.fit()));
		}
		return SpeciationTables.spectra(spectra.get(0).energies(), names, columns);
	}
}
