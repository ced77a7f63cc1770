// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
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

	/** What a calibration changes. */
	public enum Parameter {
		SHIFT, BROADENING, SELF_ABSORPTION
	}

	/** The library as it is. */
	public static final Calibration NONE = new Calibration(0, 0, 0);

	/** Nodes of the Gaussian, from −4 to 4 standard deviations. */
	private static final int NODES = 33;

	/** @return the value of one parameter */
	public double value(final Parameter parameter) {
		return switch (parameter) {
			case SHIFT -> shift;
			case BROADENING -> broadening;
			case SELF_ABSORPTION -> selfAbsorption;
		};
	}

	/**
	 * @param energies such as those of the fit window; where a shift or broadening asks for a little more than a
	 *          reference has, its end value is taken
	 * @return the references as they would have been measured with the data, on these energies
	 * @throws InputException when a reference does not reach over them
	 */
	public List<Spectrum> apply(final List<Spectrum> references, final EnergyAxis energies) {
		return references.stream().map(reference -> apply(reference, energies)).toList();
	}

	/** @return the reference as it would have been measured with the data, on these energies */
	Spectrum apply(final Spectrum reference, final EnergyAxis energies) {
		final double[] values = reference.on(energies).values();
		final DoubleUnaryOperator curve = curve(reference);
		for (int e = 0; e < values.length; e++) {
			final double mu = broadened(curve, energies.at(e) - shift);
			values[e] = mu * (1 + selfAbsorption) / (1 + selfAbsorption * mu);
		}
		return new Spectrum(reference.name(), energies, values, reference.metadata());
	}

	/**
	 * The natural cubic spline through the points: straight lines between points h apart would broaden by another h²/6 of
	 * variance. Beyond the ends the end values.
	 */
	private static DoubleUnaryOperator curve(final Spectrum reference) {
		final EnergyAxis axis = reference.energies();
		if (axis.size() < 3) return reference::at;
		final UnivariateFunction spline = new SplineInterpolator().interpolate(axis.toArray(), reference.values());
		return e -> e > axis.first() && e < axis.last() ? spline.value(e) : reference.at(e);
	}

	private double broadened(final DoubleUnaryOperator curve, final double energy) {
		if (broadening == 0) return curve.applyAsDouble(energy);
		double sum = 0;
		double weights = 0;
		for (int i = 0; i < NODES; i++) {
			final double z = 8.0 * i / (NODES - 1) - 4;
			final double weight = Math.exp(-z * z / 2);
			sum += weight * curve.applyAsDouble(energy - broadening * z);
			weights += weight;
		}
		return sum / weights;
	}
}
