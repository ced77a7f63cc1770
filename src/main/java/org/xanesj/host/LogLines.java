// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Progress in a file: a line now and then, and none of a command that is soon done. */
final class LogLines implements ProgressPrinter {

	private static final long FIRST_NANOSECONDS = 5_000_000_000L;
	private static final long NEXT_NANOSECONDS = 10_000_000_000L;

	private final PrintStream log;
	private final LongSupplier nanoTime;
	private boolean begun;
	private long due;

	/** @param nanoTime a clock that never goes back, in nanoseconds */
	LogLines(final PrintStream log, final LongSupplier nanoTime) {
		this.log = log;
		this.nanoTime = nanoTime;
	}

	@Override
	public synchronized void show(final String text) {
		final long now = nanoTime.getAsLong();
		if (!begun) due = now + FIRST_NANOSECONDS;
		begun = true;
		if (now < due) return;
		log.println(text);
		due = now + NEXT_NANOSECONDS;
	}

	@Override
	public synchronized void end() {
		begun = false;
	}
}
