// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/**
 * A cubic through points that never overshoots: Hermite's, with slopes as Fritsch and Butland give them (SIAM J. Sci.
 * Stat. Comput. 5, 300 (1984)), which keeps the order of the points (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 238
 * (1980)); SciPy's {@code PchipInterpolator}. Beyond its ends it goes on straight.
 */
final class MonotoneCubic {

	private final double[] x;
	private final double[] y;
	private final double[] slopes;

	/**
	 * @param x rising, at least two
	 * @param y one for each
	 */
	MonotoneCubic(final double[] x, final double[] y) {
		this.x = x;
		this.y = y;
		final int n = x.length;
		final double[] width = new double[n - 1];
		final double[] chord = new double[n - 1];
		for (int i = 0; i < n - 1; i++) {
			width[i] = x[i + 1] - x[i];
			chord[i] = (y[i + 1] - y[i]) / width[i];
		}
		slopes = new double[n];
		for (int i = 1; i < n - 1; i++) if (chord[i - 1] * chord[i] > 0) {
			final double before = 2 * width[i] + width[i - 1];
			final double after = width[i] + 2 * width[i - 1];
			slopes[i] = (before + after) / (before / chord[i - 1] + after / chord[i]);
		}
		slopes[0] = n == 2 ? chord[0] : end(width[0], width[1], chord[0], chord[1]);
		slopes[n - 1] = n == 2 ? chord[0] : end(width[n - 2], width[n - 3], chord[n - 2], chord[n - 3]);
	}

	/** The slope of the parabola through three points, held within what keeps the order. */
	private static double end(final double width, final double next, final double chord, final double nextChord) {
		final double slope = ((2 * width + next) * chord - width * nextChord) / (width + next);
		if (slope * chord <= 0) return 0;
		return chord * nextChord <= 0 && Math.abs(slope) > 3 * Math.abs(chord) ? 3 * chord : slope;
	}

	double value(final double at) {
		final int last = x.length - 1;
		if (at <= x[0]) return y[0] + slopes[0] * (at - x[0]);
		if (at >= x[last]) return y[last] + slopes[last] * (at - x[last]);
		final int i = interval(at);
		final double h = x[i + 1] - x[i];
		final double t = (at - x[i]) / h;
		final double s = 1 - t;
		return s * s * ((1 + 2 * t) * y[i] + t * h * slopes[i]) + t * t * ((1 + 2 * s) * y[i + 1] - s * h * slopes[i + 1]);
	}

	double slope(final double at) {
		final int last = x.length - 1;
		if (at <= x[0]) return slopes[0];
		if (at >= x[last]) return slopes[last];
		final int i = interval(at);
		final double h = x[i + 1] - x[i];
		final double t = (at - x[i]) / h;
		return 6 * t * (1 - t) * (y[i + 1] - y[i]) / h + (1 - t) * (1 - 3 * t) * slopes[i] + t * (3 * t - 2) * slopes[i + 1];
	}

	private int interval(final double at) {
		int i = 0;
		while (i + 2 < x.length && at >= x[i + 1]) i++;
		return i;
	}
}
