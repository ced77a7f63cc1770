// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.Optional;

/**
 * A line of the table.
 *
 * @param name of the step
 * @param ours seconds; empty when the step was left out
 * @param theirs seconds; empty when there is no peer for it
 * @param ratio the peer's seconds over ours, in each pair of runs
 * @param target what it is held to
 * @param verdict met, missed by how much, left out, or wrong; empty when there is no target
 * @param agreement by which measure both gave the same answer
 * @param note which of the peer's ways was the fastest, and what is to be known of the numbers
 */
record Row(String name, Optional<Spread> ours, Optional<Spread> theirs, Optional<Spread> ratio, Target target,
	String verdict, String agreement, String note)
{

	/** The verdict on answers that differ. */
	static final String WRONG = "WRONG";

	static Row compared(final BenchmarkStep step, final double[] ours, final double[] theirs, final String agreement,
		final String note)
	{
		final double[] ratios = new double[ours.length];
		for (int i = 0; i < ratios.length; i++) ratios[i] = theirs[i] / ours[i];
		final Spread ratio = Spread.of(ratios);
		final Spread seconds = Spread.of(ours);
		return new Row(step.name(), Optional.of(seconds), Optional.of(Spread.of(theirs)), Optional.of(ratio), step
			.target(), step.target().verdict(ratio.median(), seconds.median()), agreement, note);
	}

	/** A step of ours that has no peer. */
	static Row alone(final String name, final Spread seconds, final Target target, final String note) {
		return new Row(name, Optional.of(seconds), Optional.empty(), Optional.empty(), target, target.verdict(Double.NaN,
			seconds.median()), "", note);
	}

	/** A step that was not timed. */
	static Row without(final String name, final Target target, final String verdict, final String why) {
		return new Row(name, Optional.empty(), Optional.empty(), Optional.empty(), target, verdict, "", why);
	}

	boolean isWrong() {
		return verdict.equals(WRONG);
	}
}
