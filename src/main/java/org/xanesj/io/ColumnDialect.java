// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers stand in the lines of a text file: what separates them, and what their decimal mark is. */
enum ColumnDialect {

	// On equal terms the earlier one is taken: "7112,345" is two columns, not one with a decimal comma.
	SPACES("\\s+", '.'), TABS("\t", '.'), SEMICOLONS(";", '.'), COMMAS(",", '.'),
	SEMICOLONS_DECIMAL_COMMA(";", ','), SPACES_DECIMAL_COMMA("\\s+", ',');

	/** How programs write that there is no number. */
	private static final Set<String> NOT_A_NUMBER = Set.of("", "nan", "+nan", "-nan", "nan(ind)", "-nan(ind)", "inf",
		"+inf", "-inf", "infinity", "+infinity", "-infinity", "1.#qnan", "-1.#ind", "1.#inf", "-1.#inf", "na", "n/a",
		"null");

	private final Pattern separator;
	private final char decimalMark;

	ColumnDialect(final String separator, final char decimalMark) {
		this.separator = Pattern.compile(separator);
		this.decimalMark = decimalMark;
	}

	/** @return the fields of a line, without quotes and surrounding space */
	List<String> fields(final String line) {
		final List<String> fields = new ArrayList<>();
		for (final String field : split(line.strip())) {
			final String bare = field.strip();
			final boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
			fields.add(quoted ? bare.substring(1, bare.length() - 1).strip() : bare);
		}
		return fields;
	}

	private List<String> split(final String line) {
		if (line.indexOf('"') < 0) return List.of(separator.split(line, -1));
		final List<String> fields = new ArrayList<>();
		final Matcher cut = separator.matcher(line);
		int start = 0;
		while (cut.find()) {
			final String field = line.substring(start, cut.start());
			// a separator between quotes belongs to the field
			if (field.chars().filter(c -> c == '"').count() % 2 != 0) continue;
			fields.add(field);
			start = cut.end();
		}
		fields.add(line.substring(start));
		return fields;
	}

	/** @return the numbers of a line, NaN where there is none, or null when it is no line of numbers */
	double[] numbers(final String line) {
		final List<String> fields = fields(line);
		final double[] numbers = new double[fields.size()];
		boolean any = false;
		for (int i = 0; i < numbers.length; i++) {
			final String field = fields.get(i);
			if (NOT_A_NUMBER.contains(field.toLowerCase(Locale.ROOT))) {
				numbers[i] = Double.NaN;
				continue;
			}
			if (!looksNumeric(field)) return null;
			try {
				numbers[i] = Double.parseDouble(field.replace(decimalMark, '.').replace('d', 'e').replace('D', 'E'));
			}
			catch (final NumberFormatException e) {
				return null;
			}
			any = true;
		}
		return any ? numbers : null;
	}

	/** Double.parseDouble alone would also take "0x1p3" and "1f", and throws too slowly for files of prose. */
	private boolean looksNumeric(final String field) {
		boolean digit = false;
		for (int i = 0; i < field.length(); i++) {
			final char c = field.charAt(i);
			if (c >= '0' && c <= '9') digit = true;
			else if (c != decimalMark && c != '+' && c != '-' && (!digit || "eEdD".indexOf(c) < 0)) return false;
		}
		return digit;
	}

	/** @return whether the separator is a character of its own, so that a line split by it was meant to be split */
	boolean isExplicit() {
		return this != SPACES && this != SPACES_DECIMAL_COMMA;
	}
}
