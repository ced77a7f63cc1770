// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.List;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * How a library differs from what was measured, the same for all references: a monochromator off by a little, a
 * coarser resolution, fluorescence absorbed on its way out of a thick sample. A reference mu becomes mu shifted,
 * convolved with a Gaussian, and then mu·(1 + s)/(1 + s·mu).
 *
 * @param shift in eV, positive when the data's edge lies above the library's
 * @param broadening standard deviation of the Gaussian in eV
 * @param selfAbsorption s, 0 when there is none
 */
public record Calibration(double shift, double broadening, double selfAbsorption) {

	/** The library as it is. */
	public static final Calibration NONE = new Calibration(0, 0, 0);

	/** Nodes of the Gaussian, from −4 to 4 standard deviations. */
	private static final int NODES = 33;

	/**
	 * @param energies such as those of the fit window; where a shift or broadening asks for a little more than a
	reference
	 *          has, its end value is taken
	 * @return the references as they would have been measured with the data, on these energies
	 * @throws InputException when a reference does not reach over them
	 */
	public List<Spectrum> apply(final List<Spectrum> references, final EnergyAxis energies) {
		return references.stream().map(reference -> apply(reference, energies)).toList();
	}

	private Spectrum apply(final Spectrum reference, final EnergyAxis energies) {
		final double[] values = reference.on(energies).values();
		for (int e = 0; e < values.length; e++) {
			final double mu = broadened(reference, energies.at(e) - shift);
			values[e] = mu * (1 + selfAbsorption) / (1 + selfAbsorption * mu);
		}
		return new Spectrum(reference.name(), energies, values, reference.metadata());
	}

	private double broadened(final Spectrum reference, final double energy) {
		if (broadening == 0) return reference.at(energy);
		double sum = 0;
		double weights = 0;
		for (int i = 0; i < NODES; i++) {
			final double z = 8.0 * i / (NODES - 1) - 4;
			final double weight = Math.exp(-z * z / 2);
			sum += weight * reference.at(energy - broadening * z);
			weights += weight;
		}
		return sum / weights;
	}
}
