// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of an SDF scan: {@code Name = value;} where a value is a word, a number, a quoted text, a block of
 * further settings in braces, or a list {@code (count, item, item, ...)} of such values.
 *
 * <pre>
 * SdfHeader.Block header = SdfHeader.parse(text);
 * header.block("ScanDefinition").block("StackAxis").numbers("Points"); // the energies
 * </pre>
 */
final class SdfHeader {

	/** Real headers nest four deep; a file of a million braces must not exhaust the stack. */
	private static final int DEEPEST = 32;

	private final String text;
	private int at;

	private SdfHeader(final String text) {
		this.text = text;
	}

	/** A value of a header: {@link Word}, {@link Block} or {@link Items}. */
	sealed interface Value {}

	/** A word, number or text, without its quotes. */
	record Word(String text) implements Value {

		@Override
		public String toString() {
			return text;
		}
	}

	/** A list as it is written: the count first. */
	record Items(List<Value> values) implements Value {}

	/** Settings by name; of two with one name the first counts. */
	record Block(Map<String, Value> values) implements Value {

		boolean has(final String name) {
			return values.containsKey(name);
		}

		/** @throws IllegalArgumentException when there is none */
		Block block(final String name) {
			if (values.get(name) instanceof Block block) return block;
			throw new IllegalArgumentException("there is no block '" + name + "'");
		}

		/** @return the text, empty when there is none */
		String text(final String name) {
			return values.get(name) instanceof Word word ? word.text : "";
		}

		/**
		 * @return the items of a list, without the count that opens it
		 * @throws IllegalArgumentException when there is none, or it holds another number of items than it announces
		 */
		List<Value> items(final String name) {
			if (!(values.get(name) instanceof Items items))
				throw new IllegalArgumentException("there is no list '" + name + "'");
			final int count = items.values.size() - 1;
			if (count < 0 || !items.values.get(0).equals(new Word(Integer.toString(count))))
				throw new IllegalArgumentException("the list '" + name + "' holds " + count + " items and announces " +
					(count < 0 ? "nothing" : items.values.get(0)));
			return items.values.subList(1, count + 1);
		}

		/** @throws IllegalArgumentException when there is no such list, or an item is no number */
		double[] numbers(final String name) {
			final List<Value> items = items(name);
			final double[] numbers = new double[items.size()];
			for (int i = 0; i < numbers.length; i++) {
				final String word = items.get(i) instanceof Word w ? w.text : "{";
				try {
					numbers[i] = Double.parseDouble(word);
				}
				catch (final NumberFormatException e) {
					throw new IllegalArgumentException("'" + name + "' holds '" + word + "', which is no number", e);
				}
			}
			return numbers;
		}
	}

	/** @throws IllegalArgumentException saying what is wrong and on which line */
	static Block parse(final String text) {
		final SdfHeader parser = new SdfHeader(text);
		final Block block = parser.settings(0);
		if (parser.at < text.length()) throw parser.wrong("'}' without '{'");
		return block;
	}

	private Block settings(final int depth) {
		final Map<String, Value> values = new LinkedHashMap<>();
		while (true) {
			skip(";");
			if (at == text.length() || text.charAt(at) == '}') return new Block(values);
			final String name = word();
			if (peek() != '=') throw wrong("'=' is missing after '" + name + "'");
			at++;
			values.putIfAbsent(name, value(depth));
		}
	}

	private Value value(final int depth) {
		if (depth > DEEPEST) throw wrong("it nests deeper than " + DEEPEST);
		switch (peek()) {
			case '{':
				at++;
				final Block block = settings(depth + 1);
				expect('}');
				return block;
			case '(':
				at++;
				return items(depth + 1);
			default:
				return new Word(word());
		}
	}

	private Items items(final int depth) {
		final List<Value> values = new ArrayList<>();
		while (true) {
			// PolLux writes lists with a stray closing brace before the bracket.
			skip(",}");
			if (at == text.length()) throw wrong("it ends within a list");
			if (text.charAt(at) == ')') break;
			values.add(value(depth));
		}
		at++;
		return new Items(values);
	}

	/** A quoted text, or everything up to the next sign of the syntax. */
	private String word() {
		if (peek() == '"') {
			final int end = text.indexOf('"', at + 1);
			if (end < 0) throw wrong("a quotation mark is not closed");
			final String quoted = text.substring(at + 1, end);
			at = end + 1;
			return quoted;
		}
		final int start = at;
		while (at < text.length() && "{}(),;=\"".indexOf(text.charAt(at)) < 0) at++;
		final String word = text.substring(start, at).strip();
		if (word.isEmpty())
			throw wrong(at == text.length() ? "it ends too early" : "a value is missing before '" + text.charAt(at) +
				"'");
		return word;
	}

	private void expect(final char sign) {
		if (peek() != sign) throw wrong("'" + sign + "' is missing");
		at++;
	}

	private char peek() {
		skip("");
		return at < text.length() ? text.charAt(at) : '\0';
	}

	private void skip(final String signs) {
		while (at < text.length() && (text.charAt(at) <= ' ' || signs.indexOf(text.charAt(at)) >= 0)) at++;
	}

	private IllegalArgumentException wrong(final String what) {
		return new IllegalArgumentException("line " + (1 + text.substring(0, at).chars().filter(c -> c == '\n')
			.count()) + ": " + what);
	}
}
