// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.function.DoubleFunction;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * A reference whose energies may be a little off.
 *
 * @param name of the reference
 * @param moved what the reference is, as it is fitted and at all energies that are, when it lies so many eV higher
 */
public record MovableReference(String name, DoubleFunction<Spectrum> moved) {

	/** A cubic spline needs as many points. */
	private static final int FEWEST = 3;

	/**
	 * The natural cubic spline through the reference's points, whose slope has no jumps: with straight lines the misfit
	 * would have a kink wherever points of data and reference meet. Beyond the reference's ends its end values.
	 *
	 * @param energies on which it is wanted
	 * @throws InputException when the reference has too few points
	 */
	public static MovableReference of(final Spectrum reference, final EnergyAxis energies) {
		final EnergyAxis own = reference.energies();
		if (own.size() < FEWEST) throw new InputException(reference.name() + " has " + own.size() + " energies.",
			"Leave it out, or fit without shifts (shift=0).");
		final UnivariateFunction spline = new SplineInterpolator().interpolate(own.toArray(), reference.values());
		return new MovableReference(reference.name(), eV -> {
			final double[] values = new double[energies.size()];
			for (int e = 0; e < values.length; e++)
				values[e] = spline.value(Math.max(own.first(), Math.min(own.last(), energies.at(e) - eV)));
			return new Spectrum(reference.name(), energies, values, reference.metadata());
		});
	}
}
