// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.awt.HeadlessException;
import java.io.PrintStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An ImageJ macro without a display: every error ends it, and none tries to open a dialog. */
public final class HeadlessMacro extends Interpreter {

	private static final Pattern EXIT_WITH_MESSAGE = Pattern.compile("\\bexit\\s*\\(\\s*[^)\\s]");

	private String failure;

	private HeadlessMacro() {}

	/**
	 * Runs a macro; {@link XanesJ#registerCommands()} makes the commands known to it.
	 *
	 * @param name what the macro is called in messages
	 * @param argument what {@code getArgument()} gives it
	 * @return what the macro returns, null if nothing
	 * @throws RunFailure if the macro, or a command in it, failed; the first line is the command's own message
	 */
	public static String run(final String name, final String macro, final String argument) throws RunFailure {
		final PrintStream out = System.out;
		final MacroConsole console = new MacroConsole(out);
		System.setOut(console);
		try {
			return new HeadlessMacro().run(name, macro, argument, console);
		}
		finally {
			System.setOut(out);
			IJ.error(null, Macro.MACRO_CANCELED); // makes ImageJ forget a macro that ended within a command
		}
	}

	private String run(final String name, final String macro, final String argument, final MacroConsole console)
		throws RunFailure
	{
		String returned = null;
		try {
			returned = run(macro, argument);
			if (failure == null) failure = console.failure() == null ? getErrorMessage() : console.failure();
		}
		catch (final RuntimeException e) {
			if (failure == null) failure = reasonOf(e, macro, console);
		}
		if (failure == null) return returned;
		throw new RunFailure(inOneOrTwoLines(failure) + "\nin line " + getLineNumber() + " of " + name);
	}

	/** What {@code IJ.error} comes to in a macro. */
	@Override
	public void abort(final String message) {
		if (failure == null) failure = message;
		setIgnoreErrors(true); // no dialog
		super.abort(message);
	}

	/** @return why the macro ended early, null if it wanted to, by {@code exit()} without a word */
	private String reasonOf(final RuntimeException e, final String macro, final MacroConsole console) {
		if (console.failure() != null) return needsDisplay(console.failure());
		if (getErrorMessage() != null) return getErrorMessage();
		if (!Macro.MACRO_CANCELED.equals(e.getMessage())) return needsDisplay(e.toString());
		final String line = macro.lines().skip(Math.max(0, getLineNumber() - 1)).findFirst().orElse("");
		return EXIT_WITH_MESSAGE.matcher(line).find() ? console.lastMessage() : line.contains("exit") ? null
			: "the macro was cancelled";
	}

	/** ImageJ writes blank lines into its messages, for its windows. */
	private static String inOneOrTwoLines(final String message) {
		return message.lines().filter(line -> !line.isBlank()).limit(2).collect(Collectors.joining("\n"));
	}

	private static String needsDisplay(final String thrown) {
		return thrown.contains(HeadlessException.class.getSimpleName())
			? "a dialog or window of ImageJ's own needs a display, or Fiji" : thrown;
	}
}
