// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.factor.NeedleSearch.Found;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.report.Csv;
import org.xanesj.report.SpeciationTables;
import org.xanesj.stack.EnergyAxis;

/** What needle searches found, as tables and figures. */
final class Needles {

	/** Of the vertical axis. */
	static final String LABEL = "Largest value 1";

	/** Less than this part of a spectrum that the components make, and it is none. */
	private static final double WHOLE = 0.99;

	private Needles() {}

	static Csv table(final List<Found> found, final EnergyAxis axis) {
		final Csv csv = new Csv("spectrum", "needle_eV", "uniqueness", "iterations", "reproduced", "converged");
		for (int k = 0; k < found.size(); k++) csv.row(k + 1, axis.at(found.get(k).index()), found.get(k).uniqueness(), found.get(
			k).iterations(), found.get(k).reproduced(), found.get(k).converged());
		return csv;
	}

	static Csv spectra(final List<Found> found, final EnergyAxis axis) {
		final List<String> names = new ArrayList<>();
		for (int k = 1; k <= found.size(); k++) names.add("spectrum_" + k);
		return SpeciationTables.spectra(axis.toArray(), names, found.stream().map(Found::spectrum).toList());
	}

	static List<FittedSpectrum> figures(final List<Found> found, final EnergyAxis axis) {
		final List<FittedSpectrum> figures = new ArrayList<>();
		for (int k = 0; k < found.size(); k++) figures.add(new FittedSpectrum("Spectrum " + (k + 1) + ": needle at " + EnergyAxis
			.label(axis.at(found.get(k).index())) + (found.get(k).reproduced() < WHOLE ? " (no spectrum)" : ""), axis.toArray(), found.get(k).spectrum(), new double[0], List.of(),
			SpeciesPalette.colour(k), new FittedSpectrum.Words("", "")));
		return figures;
	}
}
