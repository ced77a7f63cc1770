// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Arrays;

import org.xanesj.stack.Spectrum;

/**
 * The noise of a single spectrum, from how far each point lies from the cubic through its four neighbours (the idea of
 * differences of higher order: Gasser, Sroka and Jennen-Steinmetz, Biometrika 73, 625 (1986)). The median over the points
 * does not see the few where the spectrum itself bends more than that. On coarse grids it is too large rather than too
 * small.
 */
public final class SpectrumNoise {

	/** Median of the absolute value of a normal variable of standard deviation 1. */
	private static final double NORMAL = 0.6745;

	private SpectrumNoise() {}

	/** @return the standard deviation of the noise, the same at each energy; of fewer than 9 energies NaN */
	public static double[] of(final Spectrum spectrum) {
		final double[] y = spectrum.values();
		final double[] sigma = new double[y.length];
		if (y.length < 9) {
			Arrays.fill(sigma, Double.NaN);
			return sigma;
		}
		final double[] residuals = new double[y.length - 4];
		for (int i = 2; i < y.length - 2; i++) residuals[i - 2] = Math.abs(residual(spectrum, i));
		Arrays.sort(residuals);
		Arrays.fill(sigma, residuals[residuals.length / 2] / NORMAL);
		return sigma;
	}

	/** @return the point less what Lagrange's cubic through its neighbours says, scaled to the variance of a point */
	private static double residual(final Spectrum spectrum, final int i) {
		final int[] neighbours = { i - 2, i - 1, i + 1, i + 2 };
		double residual = spectrum.values()[i];
		double squares = 1;
		for (final int j : neighbours) {
			double weight = 1;
			for (final int k : neighbours) if (k != j) weight *= (spectrum.energies().at(i) - spectrum.energies().at(k)) /
				(spectrum.energies().at(j) - spectrum.energies().at(k));
			residual -= weight * spectrum.values()[j];
			squares += weight * weight;
		}
		return residual / Math.sqrt(squares);
	}
}
