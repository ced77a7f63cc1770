// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** The median of several runs and the range they were in. */
record Spread(double median, double least, double most) {

	static Spread of(final double... values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return new Spread((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[0], sorted[n - 1]);
	}

	/** @return three digits, {@code 2.31 (2.20 to 2.40)} */
	String text(final String unit) {
		return number(median) + unit + " (" + number(least) + " to " + number(most) + ")";
	}

	/** @return three significant digits, without an exponent */
	static String number(final double value) {
		if (value == 0 || !Double.isFinite(value)) return String.valueOf(value);
		final int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
		return String.format(Locale.ROOT, "%." + decimals + "f", value);
	}
}
