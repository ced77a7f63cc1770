// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.io.PrintStream;
import java.util.function.LongSupplier;

import org.xanesj.block.Progress;
import org.xanesj.block.TimeLeft;

/**
 * How far a run is, in print: on a terminal one line that is written again and again, in a file a line now and then. It
 * is cancelled from another thread.
 */
final class ProgressLine implements Progress {

	private static final double TERMINAL_SECONDS = 0.2;
	private static final double FILE_SECONDS = 10;

	/** A line that wraps could not be written again. */
	private static final int WIDTH = 79;

	private final PrintStream out;
	private final boolean terminal;
	private final LongSupplier nanoTime;
	private final TimeLeft left;
	private long due;
	private int length;
	private volatile boolean cancelled;

	/**
	 * @param terminal whether a line can be written again
	 * @param nanoTime a clock that never goes back, in nanoseconds
	 */
	ProgressLine(final PrintStream out, final boolean terminal, final LongSupplier nanoTime) {
		this.out = out;
		this.terminal = terminal;
		this.nanoTime = nanoTime;
		left = new TimeLeft(nanoTime);
		due = next();
	}

	private long next() {
		return nanoTime.getAsLong() + (long) (1e9 * (terminal ? TERMINAL_SECONDS : FILE_SECONDS));
	}

	@Override
	public synchronized void report(final String step, final long done, final long total) {
		left.report(step, done, total);
		if (nanoTime.getAsLong() < due) return;
		due = next();
		final String text = left.now().text();
		if (!terminal) out.println(text);
		else {
			final String line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
			out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
			out.flush();
			length = line.length();
		}
	}

	/** Makes way for what is printed next. */
	synchronized void clear() {
		if (length > 0) out.print("\r" + " ".repeat(length) + "\r");
		out.flush();
		length = 0;
	}

	void cancel() {
		cancelled = true;
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}
}
