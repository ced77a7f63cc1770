// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;

/**
 * The noise of a pixel, from what the significant components of the whole image leave of its spectrum.
 *
 * @param sigma standard deviation of the noise at each energy, the same for all pixels but for a factor
 * @param components orthonormal vectors of n values: what spectra, divided by sigma, consist of besides noise
 */
public record PixelNoise(double[] sigma, double[][] components) implements Serializable {

	/** Of the squares of a spectrum: less is rounding. */
	private static final double PRECISION = 1e-14;

	/** @return by how much the noise of a spectrum exceeds {@code sigma}, squared */
	public double variance(final double[] spectrum) {
		final double[] white = new double[sigma.length];
		for (int e = 0; e < white.length; e++) white[e] = spectrum[e] / sigma[e];
		final double squares = Rows.dot(white, white);
		double rest = squares;
		for (final double[] component : components) {
			final double score = Rows.dot(component, white);
			rest -= score * score;
		}
		return Math.max(rest, PRECISION * squares) / Math.max(1, sigma.length - components.length);
	}

	/** @return the noise at each energy when it is so much larger, squared */
	public double[] scaled(final double variance) {
		return Rows.combined(Math.sqrt(variance), sigma, 0, sigma);
	}
}
