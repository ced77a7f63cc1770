// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.function.DoubleFunction;

/**
 * How wide a smoothing window is: the wider, the less noise and the more an uneven edge is moved. Of the widths whose
 * error is small enough to be propagated to first order, the one is taken that has the smallest
 * {@code (bias/3)² + sigma²}: sigma the error in a pixel, bias how far the window moves the energy of the mean spectrum,
 * which needs little smoothing, from where a narrower one has it. A third of it, because it can be taken off, and then about
 * as much may be left of it where a pixel's edge has another shape.
 *
 * @param halfWidth in eV
 * @param bias of the energy of the mean spectrum in eV; 0 when the mean is not known much better than a pixel
 */
record Bandwidth(double halfWidth, double bias) {

	/**
	 * The error of the place of a maximum over half the window, at most: beyond it noise makes maxima of its own, and one
	 * standard error holds less often than in 60 of 100 simulated spectra.
	 */
	static final double OF_A_MAXIMUM = 1.0 / 20;

	/** The same for the place where a level is passed. */
	static final double OF_A_CROSSING = 1.0 / 8;

	private static final double LEFT = 1.0 / 3;

	/** The error of the bias is at most this part of the error in a pixel, or none is taken off. */
	private static final double WELL_KNOWN = 0.2;

	/**
	 * @param widths rising half widths in eV
	 * @param ofMean what is measured of the mean spectrum with a half width
	 * @param sigma the noise of a pixel at each energy
	 * @param pixels of which the mean was made
	 * @param largest error over half width
	 */
	static Bandwidth choose(final double[] widths, final DoubleFunction<Estimate> ofMean, final double[] sigma,
		final long pixels, final double largest)
	{
		final Estimate[] found = new Estimate[widths.length];
		for (int i = 0; i < widths.length; i++) found[i] = ofMean.apply(widths[i]);
		final int first = narrowest(widths, found, sigma, largest * Math.sqrt(pixels));
		int best = widths.length - 1;
		double least = Double.POSITIVE_INFINITY;
		for (int i = narrowest(widths, found, sigma, largest); i < widths.length; i++) {
			final double error = found[i].error(sigma);
			final double bias = LEFT * (found[i].value() - found[first].value());
			if (bias * bias + error * error < least) {
				least = bias * bias + error * error;
				best = i;
			}
		}
		final boolean isKnown = found[first].error(sigma) / Math.sqrt(pixels) <= WELL_KNOWN * found[best].error(sigma);
		return new Bandwidth(widths[best], isKnown ? found[best].value() - found[first].value() : 0);
	}

	/** @return the first width of which the error is no larger a part than so much; the last when there is none */
	private static int narrowest(final double[] widths, final Estimate[] found, final double[] sigma, final double largest) {
		int i = 0;
		while (i < widths.length - 1 && !(found[i].error(sigma) <= largest * widths[i])) i++;
		return i;
	}
}
