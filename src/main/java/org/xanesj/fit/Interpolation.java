// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** How a reference is put on the energies of the data. */
public enum Interpolation {
	/** Straight lines between points, as the published fits were made. */
	LINEAR {

		@Override
		Spectrum resample(final Spectrum reference, final EnergyAxis energies) {
			return reference.on(energies);
		}
	},
	/** The natural cubic spline through the points. */
	CUBIC {

		@Override
		Spectrum resample(final Spectrum reference, final EnergyAxis energies) {
			final Spectrum linear = reference.on(energies);
			if (reference.energies().size() < 3) return linear;
			final UnivariateFunction spline = new SplineInterpolator().interpolate(reference.energies().toArray(), reference
				.values());
			final double[] values = new double[energies.size()];
			for (int i = 0; i < values.length; i++) values[i] = spline.value(energies.at(i));
			return linear.with(values);
		}
	};

	/** @throws InputException when the reference does not reach over the energies */
	abstract Spectrum resample(Spectrum reference, EnergyAxis energies);
}
