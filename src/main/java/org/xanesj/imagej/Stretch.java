// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Arrays;

/**
 * A range of values made black to white.
 *
 * @param low what becomes 0
 * @param high what becomes 1
 */
record Stretch(double low, double high) {

	/** Values looked at: percentiles of that many are as good as those of all, and quick on any image. */
	private static final int SAMPLE = 1 << 20;

	/**
	 * @param from percentile, 0 to 100
	 * @param to percentile, 0 to 100
	 * @return the range between two percentiles of the finite values; 0 to 1 when there are none
	 */
	static Stretch percentiles(final float[] values, final double from, final double to) {
		final int step = 1 + values.length / SAMPLE;
		final float[] finite = new float[values.length / step + 1];
		int n = 0;
		for (int i = 0; i < values.length; i += step) if (Float.isFinite(values[i])) finite[n++] = values[i];
		if (n == 0) return new Stretch(0, 1);
		Arrays.sort(finite, 0, n);
		return new Stretch(finite[(int) Math.round((n - 1) * from / 100)], finite[(int) Math.round((n - 1) * to / 100)]);
	}

	/** @return 0 to 1, a half when all values are the same; NaN stays NaN */
	double apply(final double value) {
		if (Double.isNaN(value)) return Double.NaN;
		if (!(high > low)) return 0.5;
		return Math.min(1, Math.max(0, (value - low) / (high - low)));
	}
}
