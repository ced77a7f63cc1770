// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.List;

import org.xanesj.fit.CombinationFit;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.stack.Spectrum;

/** A spectrum with its best fit, to be drawn. */
final class BestFit {

	private BestFit() {}

	/** @param index of its colour */
	static FittedSpectrum of(final Spectrum spectrum, final CombinationFit best, final int index) {
		return new FittedSpectrum(spectrum.name(), spectrum.energies().toArray(), spectrum.values(), best.fittedOn(spectrum
			.energies()), List.of(), SpeciesPalette.colour(index));
	}
}
