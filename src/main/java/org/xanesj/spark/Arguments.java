// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xanesj.stack.InputException;

/** The words of a command line, {@code --key value} or {@code --key=value}. */
final class Arguments {

	private final Map<String, String> values = new LinkedHashMap<>();

	/**
	 * @param keys that there are
	 * @throws InputException when a word is no key, or a key has no value or two
	 */
	Arguments(final List<String> words, final List<String> keys) {
		for (int i = 0; i < words.size(); i++) {
			final String word = words.get(i);
			if (!word.startsWith("--")) throw new InputException(word + " stands alone: it is no --key.",
				"Write --key value or --key=value, and a value with spaces in quotes.");
			final int equals = word.indexOf('=');
			final String key = word.substring(2, equals < 0 ? word.length() : equals);
			if (!keys.contains(key)) throw unknown(key, keys);
			final boolean next = equals < 0 && i + 1 < words.size() && !words.get(i + 1).startsWith("--");
			if (equals < 0 && !next) throw new InputException("--" + key + " has no value.", "Write --" + key +
				" VALUE or --" + key + "=VALUE.");
			if (values.putIfAbsent(key, equals < 0 ? words.get(++i) : word.substring(equals + 1)) != null)
				throw new InputException("--" + key + " is given twice.", "Leave one of them out.");
		}
	}

	private static InputException unknown(final String key, final List<String> keys) {
		final String near = keys.stream().min(Comparator.comparingInt(k -> distance(key, k))).orElseThrow();
		final boolean alike = distance(key, near) <= Math.max(2, key.length() / 3);
		return new InputException("--" + key + " is not known." + (alike ? " Is --" + near + " meant?" : ""), "Use: --" + String
			.join(", --", keys) + ".");
	}

	/** @return Levenshtein's distance: letters to put in, take out or replace */
	private static int distance(final String a, final String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j < row.length; j++) row[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			final int[] next = new int[row.length];
			next[0] = i;
			for (int j = 1; j < row.length; j++) next[j] = Math.min(row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
				1 + Math.min(row[j], next[j - 1]));
			row = next;
		}
		return row[b.length()];
	}

	String text(final String key, final String otherwise) {
		return values.getOrDefault(key, otherwise);
	}

	/** @throws InputException when it is missing or empty */
	String required(final String key, final String what) {
		final String text = values.getOrDefault(key, "");
		if (text.isBlank()) throw new InputException("--" + key + " is missing.", "Give " + what + ": --" + key + " PATH.");
		return text;
	}

	/** @throws InputException when it is not a whole number */
	long whole(final String key, final long otherwise, final long most) {
		if (!values.containsKey(key)) return otherwise;
		final String text = values.get(key).strip();
		try {
			final long number = Long.parseLong(text);
			if (number <= most && number >= -most) return number;
		}
		catch (final NumberFormatException e) {
			// said below, as for one that is too large
		}
		throw new InputException("--" + key + "=" + text + " is not a whole number" + (most < Long.MAX_VALUE ? " up to " + most
			: "") + ".", "Give one.");
	}

	/** @throws InputException when it is not a number */
	double number(final String key, final double otherwise) {
		if (!values.containsKey(key)) return otherwise;
		final String text = values.get(key).strip();
		try {
			final double number = Double.parseDouble(text);
			if (Double.isFinite(number)) return number;
		}
		catch (final NumberFormatException e) {
			// said below, as for one that is not finite
		}
		throw new InputException("--" + key + "=" + text + " is not a number.",
			"Give one, with a dot as the decimal point.");
	}

	/** @throws InputException when it is neither true nor false */
	boolean truth(final String key, final boolean otherwise) {
		final String text = values.getOrDefault(key, String.valueOf(otherwise)).strip().toLowerCase(Locale.ROOT);
		if (!text.equals("true") && !text.equals("false")) throw new InputException("--" + key + "=" + text +
			" is neither true nor false.", "Give true or false.");
		return text.equals("true");
	}
}
