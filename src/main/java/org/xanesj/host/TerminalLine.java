// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Progress on a terminal: one line that is written again and again, and makes way for whatever else is printed. */
final class TerminalLine implements ProgressPrinter {

	/** A line that wraps could not be written again. */
	private static final int WIDTH = 79;

	private final PrintStream terminal;
	private int length;

	TerminalLine(final PrintStream terminal) {
		this.terminal = terminal;
	}

	@Override
	public synchronized void show(final String text) {
		final String line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
		terminal.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
		terminal.flush();
		length = line.length();
	}

	@Override
	public synchronized void end() {
		if (length == 0) return;
		terminal.print("\r" + " ".repeat(length) + "\r");
		terminal.flush();
		length = 0;
	}

	/** @return a stream to the same terminal that takes the line away before it prints */
	PrintStream before(final PrintStream out) {
		return new PrintStream(new FilterOutputStream(out) {

			@Override
			public void write(final int b) throws IOException {
				end();
				out.write(b);
			}

			@Override
			public void write(final byte[] bytes, final int from, final int count) throws IOException {
				end();
				out.write(bytes, from, count);
			}
		}, true);
	}
}
