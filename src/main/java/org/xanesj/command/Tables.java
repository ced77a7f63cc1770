// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.measure.ResultsTable;

import java.util.List;

import org.xanesj.factor.Indicators;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.RankedFit;

/** Results as ImageJ tables, with the columns of the files that the main job writes. */
final class Tables {

	private Tables() {}

	/** A table that writes NaN as an empty cell and enough digits. */
	private static ResultsTable table() {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(6);
		table.setNaNEmptyCells(true);
		return table;
	}

	static ResultsTable components(final List<Indicators> indicators) {
		final ResultsTable table = table();
		for (final Indicators i : indicators) {
			table.addRow();
			table.addValue("component", i.component());
			table.addValue("eigenvalue", i.eigenvalue());
			table.addValue("variance_fraction", i.varianceFraction());
			table.addValue("RE", i.re());
			table.addValue("IE", i.ie());
			table.addValue("IND", i.ind());
			table.addValue("REV", i.rev());
			table.addValue("F", i.f());
			table.addValue("p", i.p());
		}
		return table;
	}

	static ResultsTable targets(final List<TargetTest> targets) {
		final ResultsTable table = table();
		for (final TargetTest t : targets) {
			table.addRow();
			table.addValue("reference", t.reference());
			table.addValue("SPOIL", t.spoil());
			table.addValue("verdict", t.verdict());
			table.addValue("AET", t.aet());
			table.addValue("REP", t.rep());
			table.addValue("RET", t.ret());
			table.addValue("r_factor", t.rFactor());
			table.addValue("chi_square", t.chiSquare());
		}
		return table;
	}

	/** Adds the combinations for one spectrum. */
	static void addFits(final ResultsTable table, final String spectrum, final List<RankedFit> fits) {
		for (final RankedFit ranked : fits) for (final CombinationFit.Component c : ranked.fit().components()) {
			table.addRow();
			table.addValue("spectrum", spectrum);
			table.addValue("rank", ranked.rank());
			table.addValue("reference", c.name());
			table.addValue("fraction", c.fraction());
			table.addValue("sigma", c.fractionError());
			table.addValue("at_bound", String.valueOf(c.atBound()));
			table.addValue("r_factor", ranked.fit().rFactor());
			table.addValue("reduced_chi_square", ranked.fit().reducedChiSquare());
			table.addValue("indistinguishable_from_best", String.valueOf(ranked.indistinguishableFromBest()));
		}
	}

	static ResultsTable fits() {
		return table();
	}

	/**
	 * @param energies in eV
	 * @param names of the columns beside them
	 * @param columns a value for each energy
	 */
	static ResultsTable spectra(final double[] energies, final List<String> names, final List<double[]> columns) {
		final ResultsTable table = table();
		for (int e = 0; e < energies.length; e++) {
			table.addRow();
			table.addValue("energy_eV", energies[e]);
			for (int c = 0; c < names.size(); c++) table.addValue(names.get(c), columns.get(c)[e]);
		}
		return table;
	}
}
