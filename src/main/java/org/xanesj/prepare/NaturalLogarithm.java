// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

/**
 * The natural logarithm of numbers of single precision, several times as fast as that of the library. Table-driven (P. T.
 * P. Tang, ACM Trans. Math. Softw. 16, 378 (1990)): {@code x = 2^k m}, m between 1 and 2 in one of 128 intervals of middle c,
 * {@code ln x = k ln 2 + ln c + ln(1 + z)} with {@code z = m/c - 1} below 1/256 and four terms of its series.
 */
final class NaturalLogarithm {

	private static final int INTERVALS = 128;
	private static final double LN_2 = Math.log(2);
	private static final double[] RECIPROCALS = new double[INTERVALS];
	private static final double[] LOGARITHMS = new double[INTERVALS];
	static {
		for (int i = 0; i < INTERVALS; i++) {
			RECIPROCALS[i] = 1 / (1 + (i + 0.5) / INTERVALS);
			LOGARITHMS[i] = -Math.log(RECIPROCALS[i]);
		}
	}

	private static final int SMALLEST_NORMAL = 0x00800000;
	private static final int INFINITY = 0x7f800000;
	private static final int FRACTION = 0x007fffff;
	private static final int ONE = 0x3f800000;

	private NaturalLogarithm() {}

	/** @return ln x within 3e-13; what {@link Math#log} returns for 0, negative, subnormal and other unusual numbers */
	static double of(final float x) {
		final int bits = Float.floatToRawIntBits(x);
		if (Integer.compareUnsigned(bits - SMALLEST_NORMAL, INFINITY - SMALLEST_NORMAL) >= 0) return Math.log(x);
		final int i = bits >>> 16 & INTERVALS - 1;
		final double z = Float.intBitsToFloat(bits & FRACTION | ONE) * RECIPROCALS[i] - 1;
		return ((bits >>> 23) - 127) * LN_2 + LOGARITHMS[i] + (z - z * z * (0.5 - z * (1 / 3.0 - z * 0.25)));
	}
}
