// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

/**
 * The chi-square distribution by that of Gauss: the cube root of chi-square over its degrees of freedom n is normal, of
 * mean 1 − 2/(9n) and variance 2/(9n) (Wilson and Hilferty, PNAS 17, 684 (1931)).
 */
final class ChiSquareLaw {

	private ChiSquareLaw() {}

	/** @return how many standard deviations a chi-square lies above what is expected */
	static double deviations(final double chiSquare, final double freedom) {
		final double variance = 2 / (9 * freedom);
		return (Math.cbrt(chiSquare / freedom) - 1 + variance) / Math.sqrt(variance);
	}

	/** @return the reduced chi-square that lies so many standard deviations above what is expected */
	static double reduced(final double deviations, final double freedom) {
		final double variance = 2 / (9 * freedom);
		return Math.pow(1 - variance + deviations * Math.sqrt(variance), 3);
	}
}
