// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a list as Perl writes it, {@code ('a', 1, ['b', 'c'], {k => 'v'})}; nothing in it is ever run. */
final class PerlList {

	/** No list of Athena's is deeper; brackets without end must not fill the call stack. */
	private static final int DEEPEST = 20;

	private final String text;
	private int at;

	private PerlList(final String text) {
		this.text = text;
	}

	/**
	 * @param text from the opening bracket on; what follows the closing one is ignored
	 * @return strings, and lists of the same; {@code undef} is an empty string
	 */
	static List<Object> parse(final String text) throws ParseException {
		final PerlList list = new PerlList(text);
		list.skipSeparators();
		return list.list(0);
	}

	private List<Object> list(final int depth) throws ParseException {
		if (depth > DEEPEST) throw error("a list is nested too deeply");
		final char close = closing(next());
		final List<Object> items = new ArrayList<>();
		at++;
		for (skipSeparators(); next() != close; skipSeparators()) items.add(item(depth));
		at++;
		return items;
	}

	private Object item(final int depth) throws ParseException {
		final char c = next();
		if (c == '\'' || c == '"') return quoted(c);
		if (c == '(' || c == '[' || c == '{') return list(depth + 1);
		if (c == ')' || c == ']' || c == '}') throw error("a bracket closes that was not opened");
		final int start = at;
		while (at < text.length() && ",()[]{}'\"= \t\r\n".indexOf(text.charAt(at)) < 0) at++;
		if (at == start) throw error("an unexpected " + c);
		final String word = text.substring(start, at);
		// bless( {...}, 'Class' ) is one value
		if (at < text.length() && text.charAt(at) == '(') return list(depth + 1);
		return word.equals("undef") ? "" : word;
	}

	private String quoted(final char quote) throws ParseException {
		final StringBuilder string = new StringBuilder();
		for (at++; next() != quote; at++) {
			if (next() == '\\') {
				at++;
				// in single quotes a backslash stands for itself before all but these
				if (quote == '\'' && next() != quote && next() != '\\') string.append('\\');
				else if (next() == 'x' && text.startsWith("{", at + 1) && codePoint(string)) continue;
			}
			string.append(next());
		}
		at++;
		return string.toString();
	}

	/** Reads the rest of {@code \x{e4}}. */
	private boolean codePoint(final StringBuilder string) {
		final int end = text.indexOf('}', at);
		if (end < 0 || end > at + 8) return false;
		try {
			string.appendCodePoint(Integer.parseInt(text.substring(at + 2, end), 16));
		}
		catch (final IllegalArgumentException e) {
			return false;
		}
		at = end;
		return true;
	}

	private void skipSeparators() {
		while (at < text.length() && ",=> \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
	}

	private char next() throws ParseException {
		if (at >= text.length()) throw error("the list has no end");
		return text.charAt(at);
	}

	private char closing(final char open) throws ParseException {
		return switch (open) {
			case '(' -> ')';
			case '[' -> ']';
			case '{' -> '}';
			default -> throw error("no list");
		};
	}

	private ParseException error(final String what) {
		return new ParseException(what, at);
	}
}
