// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.measure.ResultsTable;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.factor.Indicators;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.RankedFit;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Results as ImageJ tables, with the columns of the files that the main job writes. */
final class Tables {

	private Tables() {}

	/** A value that does not exist is an empty cell, and its column stays where it belongs. */
	private static void add(final ResultsTable table, final String column, final double value) {
		if (Double.isNaN(value)) table.addValue(column, "");
		else table.addValue(column, value);
	}

	static ResultsTable components(final List<Indicators> indicators) {
		final ResultsTable table = new ResultsTable();
		for (final Indicators i : indicators) {
			table.addRow();
			table.addValue("component", i.component());
			table.addValue("eigenvalue", i.eigenvalue());
			add(table, "variance_fraction", i.varianceFraction());
			add(table, "RE", i.re());
			add(table, "IE", i.ie());
			add(table, "IND", i.ind());
			add(table, "REV", i.rev());
			add(table, "F", i.f());
			add(table, "p", i.p());
		}
		return table;
	}

	static ResultsTable targets(final List<TargetTest> targets) {
		final ResultsTable table = new ResultsTable();
		for (final TargetTest t : targets) {
			table.addRow();
			table.addValue("reference", t.reference());
			add(table, "SPOIL", t.spoil());
			table.addValue("verdict", t.verdict());
			add(table, "AET", t.aet());
			add(table, "REP", t.rep());
			add(table, "RET", t.ret());
			add(table, "r_factor", t.rFactor());
			add(table, "chi_square", t.chiSquare());
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
			add(table, "sigma", c.fractionError());
			table.addValue("at_bound", String.valueOf(c.atBound()));
			add(table, "r_factor", ranked.fit().rFactor());
			add(table, "reduced_chi_square", ranked.fit().reducedChiSquare());
			table.addValue("indistinguishable_from_best", String.valueOf(ranked.indistinguishableFromBest()));
		}
	}

	static ResultsTable references(final List<Spectrum> spectra) {
		final ResultsTable table = new ResultsTable();
		for (final Spectrum spectrum : spectra) {
			final EnergyAxis energies = spectrum.energies();
			table.addRow();
			table.addValue("reference", spectrum.name());
			table.addValue("points", energies.size());
			table.addValue("from_eV", energies.at(0));
			table.addValue("to_eV", energies.at(energies.size() - 1));
		}
		return table;
	}

	static ResultsTable clusters(final List<ClusterResult> clusters) {
		final ResultsTable table = new ResultsTable();
		for (final ClusterResult c : clusters) {
			table.addRow();
			table.addValue("cluster", c.number());
			table.addValue("pixels", c.pixels());
			table.addValue("fraction_of_area", c.fractionOfArea());
			c.best().ifPresent(best -> {
				add(table, "r_factor", best.rFactor());
				add(table, "reduced_chi_square", best.reducedChiSquare());
			});
			table.addValue("species", c.species());
		}
		return table;
	}

	/** @return each spectrum beside its fit, which is empty outside the window */
	static ResultsTable fitted(final List<FittedSpectrum> spectra) {
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (final FittedSpectrum spectrum : spectra) {
			names.addAll(List.of(spectrum.title(), spectrum.title() + "_fit"));
			columns.addAll(List.of(spectrum.data(), spectrum.fit()));
		}
		return spectra(spectra.get(0).energies(), names, columns);
	}

	/**
	 * @param energies in eV
	 * @param names of the columns beside them
	 * @param columns a value for each energy
	 */
	static ResultsTable spectra(final double[] energies, final List<String> names, final List<double[]> columns) {
		final ResultsTable table = new ResultsTable();
		for (int e = 0; e < energies.length; e++) {
			table.addRow();
			table.addValue("energy_eV", energies[e]);
			for (int c = 0; c < names.size(); c++) add(table, names.get(c), columns.get(c)[e]);
		}
		return table;
	}
}
