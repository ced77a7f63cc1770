// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The noise of a pixel, from what the significant components of the whole image leave of its spectrum.
 *
 * @param sigma standard deviation of the noise at each energy, the same for all pixels but for a factor
 * @param components orthonormal vectors of n values: what spectra, divided by sigma, consist of besides noise;
 *          none when it is not known, and then the noise is the same in all pixels
 */
public record PixelNoise(double[] sigma, double[][] components) implements Serializable {

	/** Of the squares of a spectrum: less is rounding. */
	private static final double PRECISION = 1e-14;

	/** @return by how much the noise of a spectrum exceeds {@code sigma}, squared */
	public double variance(final double[] spectrum) {
		if (components.length == 0) return 1;
		final double[] white = white(spectrum);
		final double squares = Rows.dot(white, white);
		double rest = squares;
		for (final double score : scores(white)) rest -= score * score;
		return Math.max(rest, PRECISION * squares) / Math.max(1, sigma.length - components.length);
	}

	/** @return what of a spectrum is no noise: its part in the components, or all of it where they are not known */
	double[] without(final double[] spectrum) {
		if (components.length == 0) return spectrum;
		final double[] scores = scores(white(spectrum));
		final double[] clean = new double[sigma.length];
		for (int k = 0; k < scores.length; k++) Rows.add(clean, scores[k], components[k]);
		for (int e = 0; e < clean.length; e++) clean[e] *= sigma[e];
		return clean;
	}

	private double[] white(final double[] spectrum) {
		final double[] white = new double[sigma.length];
		for (int e = 0; e < white.length; e++) white[e] = spectrum[e] / sigma[e];
		return white;
	}

	private double[] scores(final double[] white) {
		return Arrays.stream(components).mapToDouble(component -> Rows.dot(component, white)).toArray();
	}

	/** @return the noise of a spectrum at each energy */
	public double[] of(final double[] spectrum) {
		return scaled(variance(spectrum));
	}

	/** @return the noise at each energy when it is so much larger, squared */
	public double[] scaled(final double variance) {
		return Rows.combined(Math.sqrt(variance), sigma, 0, sigma);
	}
}
