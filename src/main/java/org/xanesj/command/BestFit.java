// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.Arrays;
import java.util.List;

import org.xanesj.fit.CombinationFit;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.stack.Spectrum;

/** A spectrum with its best fit, to be drawn. */
final class BestFit {

	private BestFit() {}

	/**
	 * @param window indices of the energies that were fitted
	 * @param index of its colour
	 */
	static FittedSpectrum of(final Spectrum spectrum, final CombinationFit best, final int[] window, final int index) {
		final double[] fit = new double[spectrum.values().length];
		Arrays.fill(fit, Double.NaN);
		for (int i = 0; i < window.length; i++) fit[window[i]] = best.fitted()[i];
		return new FittedSpectrum(spectrum.name(), spectrum.energies().toArray(), spectrum.values(), fit, List.of(),
			SpeciesPalette.colour(index));
	}
}
