// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RankedFit;
import org.xanesj.fit.Shift;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.FractionBar;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** A spectrum with its best fit, to be drawn and told. */
final class BestFit {

	private BestFit() {}

	/** @param index of its colour */
	static FittedSpectrum of(final Spectrum spectrum, final CombinationFit best, final int index) {
		return new FittedSpectrum(spectrum.name(), spectrum.energies().toArray(), spectrum.values(), best.fittedOn(spectrum
			.energies()), List.of(), SpeciesPalette.colour(index));
	}

	/** @return what was fitted, for the axis of a plot */
	static String axisLabel(final FitWay way) {
		return switch (way) {
			case BASELINE -> "Absorption";
			case NORMALIZED -> "Normalised absorption";
			case FLATTENED -> "Flattened absorption";
			case DERIVATIVE -> "Derivative (1/eV)";
		};
	}

	/** @param references all that might be in it */
	static FractionBar bar(final String spectrum, final CombinationFit best, final List<Spectrum> references) {
		final double[] fractions = new double[references.size()];
		final double[] errors = new double[references.size()];
		Arrays.fill(errors, Double.NaN);
		final List<String> names = references.stream().map(Spectrum::name).toList();
		for (final Component component : best.components()) {
			fractions[names.indexOf(component.name())] = component.fraction();
			errors[names.indexOf(component.name())] = component.fractionError();
		}
		return new FractionBar(spectrum, fractions, errors);
	}

	/** @return a sentence for each reference of the best fit that would move farther than it may */
	static List<String> shiftsAtBound(final String spectrum, final RankedFit best, final double most) {
		final List<String> notes = new ArrayList<>();
		for (int j = 0; j < best.shifts().size(); j++) {
			final Shift shift = best.shifts().get(j);
			if (shift.atBound()) notes.add("The shift of " + best.fit().components().get(j).name() + " in the best fit of " +
				spectrum + " is at its bound, " + EnergyAxis.label(most) +
				": it has no error and no meaning; a calibration or the reference may be wrong, or allow more (shift).");
		}
		return notes;
	}
}
