// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.xanesj.stack.Spectrum;

/**
 * The standard errors of what is free beside the references, linearised where the fit is: of a direction d, whose part
 * that no other direction reaches is q of length 1 with d·q = r, the coefficient is q·data/r, and noise of covariance
 * C reaches it as q'Cq/r².
 *
 * @param directions all that the weighted fit can move along; the ones beside the references first
 * @param weights 1 / sigma at the energies of the window
 * @param spread how noise was spread along energy: energies of the window x independent terms; null when it was not
 * @param variance of the noise
 */
record ShiftError(double[][] directions, double[] weights, double[][] spread, double variance) {

	static ShiftError of(final Spectrum data, final Design design, final CombinationFit fit,
		final FitOptions options)
	{
		final double[] window = LinearCombination.window(data, design);
		return new ShiftError(Directions.of(design, fit), design.weights(), options.noise().spread(design.rows(), design
			.dataEnergies()), design.noise(window, design.project(window), fit.chiSquare(), fit.variables()));
	}

	/** @return one standard error of the coefficient of a direction */
	double of(final int direction) {
		final int last = directions.length - 1;
		final double[][] ordered = directions.clone();
		ordered[direction] = directions[last];
		ordered[last] = directions[direction];
		final ThinQr qr = new ThinQr(ordered);
		final double own = qr.r[last][last];
		double squares = 1;
		if (spread != null) {
			squares = 0;
			for (int t = 0; t < spread[0].length; t++) {
				double term = 0;
				for (int e = 0; e < spread.length; e++) term += qr.q[last][e] * weights[e] * spread[e][t];
				squares += term * term;
			}
		}
		return own == 0 ? Double.NaN : Math.sqrt(variance * squares) / own;
	}
}
