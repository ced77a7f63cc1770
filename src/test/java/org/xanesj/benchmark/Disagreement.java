// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.Locale;

/** The two programs do not give the same answer, so that their times mean nothing. */
final class Disagreement extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Disagreement(final String message) {
		super(message);
	}

	/**
	 * @param measure what was compared
	 * @param difference found
	 * @param tolerance the largest that passes
	 * @return one phrase for the table
	 * @throws Disagreement when the difference is larger, or not a number
	 */
	static String unless(final String measure, final double difference, final double tolerance) {
		final String said = String.format(Locale.ROOT, "%s: %.1e, at most %.0e", measure, difference, tolerance);
		if (!(difference <= tolerance)) throw new Disagreement(said);
		return said;
	}
}
