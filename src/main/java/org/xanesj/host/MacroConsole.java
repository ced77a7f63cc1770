// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;

import java.io.PrintStream;

/**
 * Standard output while a macro runs without a display. ImageJ prints here what would be its windows: messages of
 * {@code exit("...")}, errors, and the stack traces of commands that failed, after which it would go on as if
 * nothing had happened; here they end the macro.
 */
final class MacroConsole extends PrintStream {

	private String lastMessage = "";
	private String failure;

	MacroConsole(final PrintStream out) {
		super(out, true);
	}

	@Override
	public void println(final String text) {
		if (text != null && text.contains("\n\tat ")) end(text.substring(0, text.indexOf('\n')));
		if (text != null && text.equals(IJ.getErrorMessage())) end(text);
		lastMessage = text;
		super.println(text);
	}

	private void end(final String why) {
		if (failure == null) failure = why; // ImageJ's openers catch the first, and make one of their own of it
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	String lastMessage() {
		return lastMessage;
	}

	/** @return the error, or the first line of the stack trace, that ended the macro; null if none did */
	String failure() {
		return failure;
	}
}
