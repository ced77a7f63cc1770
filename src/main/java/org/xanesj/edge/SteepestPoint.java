// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;

/**
 * The edge energy as the place of the largest slope, finer than the grid: the maximum of the slope of
 * {@link LocalPolynomial}, found on a fine grid within a window around the edge of the mean spectrum and refined by a
 * parabola.
 *
 * @param slopes over the window
 */
record SteepestPoint(SmoothCurve slopes) implements Serializable {

	/**
	 * @param energy where it is in eV
	 * @param slope how steep it is there, per eV
	 */
	record Found(Estimate energy, Estimate slope) {}

	/** @return unknown when the slope is largest at an end of the window: the maximum lies outside */
	Found of(final double[] spectrum) {
		final int best = Extremes.highest(slopes.values(0, slopes.size() - 1, spectrum));
		if (best == Extremes.NONE) return new Found(Estimate.unknown(spectrum.length), Estimate.unknown(spectrum.length));
		return new Found(slopes.vertex(best, spectrum), slopes.height(best, spectrum));
	}
}
