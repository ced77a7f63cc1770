// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Objects;

import org.xanesj.stack.InputException;

/**
 * How it is found out how sure the fractions are.
 *
 * @param calibration of the references
 * @param errors of the fractions of pixels
 * @param falseAlarm of so large a part of the pixels that the references do explain it may be said that they do not; 0
 *          for no test
 */
public record Certainty(CalibrationUse calibration, ErrorBars errors, double falseAlarm) {

	/** References as they are, one fit of each spectrum by all of them, and no test. */
	public static final Certainty PLAIN = new Certainty(CalibrationUse.NONE, ErrorBars.FIT, 0);

	public static final Certainty DEFAULT = new Certainty(CalibrationUse.AUTO, ErrorBars.AUTO, 0.01);

	/** @throws InputException when the rate is no part */
	public Certainty {
		Objects.requireNonNull(calibration);
		Objects.requireNonNull(errors);
		if (!(falseAlarm >= 0 && falseAlarm < 1)) throw new InputException("false_alarm=" + falseAlarm +
			" is not a part of all pixels.", "Use a small one such as 0.01, or 0 for no test.");
	}
}
