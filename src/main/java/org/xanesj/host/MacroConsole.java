// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.Macro;

import java.io.PrintStream;

/**
 * Standard output while a macro runs without a display. ImageJ prints here what would be its windows: messages of
 * {@code exit("...")}, and the stack traces of commands that failed, after which it would go on as if nothing had
 * happened; here they end the macro.
 */
final class MacroConsole extends PrintStream {

	private String lastMessage = "";
	private String failure;

	MacroConsole(final PrintStream out) {
		super(out, true);
	}

	@Override
	public void println(final String text) {
		if (text != null && text.contains("\n\tat ")) {
			failure = text.substring(0, text.indexOf('\n'));
			throw new RuntimeException(Macro.MACRO_CANCELED);
		}
		lastMessage = text;
		super.println(text);
	}

	String lastMessage() {
		return lastMessage;
	}

	/** @return the first line of the stack trace that ended the macro, null if none did */
	String failure() {
		return failure;
	}
}
