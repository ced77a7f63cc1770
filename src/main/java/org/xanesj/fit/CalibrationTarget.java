// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.List;
import java.util.function.UnaryOperator;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * A spectrum that a library is calibrated on.
 *
 * @param spectrum such as the mean of a cluster
 * @param references that ought to explain it: normalised absorption, each on its own energies
 * @param options how they are fitted; the noise weighs this spectrum against the others
 */
public record CalibrationTarget(Spectrum spectrum, List<Spectrum> references, FitOptions options) {

	public CalibrationTarget {
		references = List.copyOf(references);
	}

	/** @return the energies that are fitted */
	EnergyAxis energies() {
		return options.window().energies(spectrum.energies());
	}

	/** @return the best fit by the references, calibrated so */
	public CombinationFit fit(final Calibration calibration) {
		return LinearCombination.fit(spectrum, calibration.apply(references, energies()), options);
	}

	/** @return the weighted residuals of the best fit by what references become */
	double[] residuals(final UnaryOperator<Spectrum> calibration) {
		final Design design = Design.of(spectrum.energies(), references.stream().map(calibration).toList(), options);
		return design.weighted(LinearCombination.fit(spectrum, design).residual());
	}
}
