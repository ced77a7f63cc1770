// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.function.DoubleUnaryOperator;

/**
 * How the spectra of a phantom differ from those of its references: shifted, convolved with a Gaussian, and then
 * mu·(1 + s)/(1 + s·mu). The convolution is a sum over the analytic spectrum, {@link StrictMath}'s.
 *
 * @param shift in eV
 * @param broadening standard deviation of the Gaussian in eV
 * @param selfAbsorption s
 */
public record LibraryOffset(double shift, double broadening, double selfAbsorption) {

	public static final LibraryOffset NONE = new LibraryOffset(0, 0, 0);

	/** The Gaussian is taken at steps of a tenth of a standard deviation, up to five. */
	private static final int REACH = 50;

	/** @return what is measured at an energy in eV of a species of edge step 1 */
	double of(final DoubleUnaryOperator mu, final double e) {
		final double broadened = broadened(mu, e - shift);
		return broadened * (1 + selfAbsorption) / (1 + selfAbsorption * broadened);
	}

	private double broadened(final DoubleUnaryOperator mu, final double e) {
		if (broadening == 0) return mu.applyAsDouble(e);
		double sum = 0;
		double weights = 0;
		for (int i = -REACH; i <= REACH; i++) {
			final double z = 0.1 * i;
			final double weight = StrictMath.exp(-z * z / 2);
			sum += weight * mu.applyAsDouble(e - broadening * z);
			weights += weight;
		}
		return sum / weights;
	}
}
