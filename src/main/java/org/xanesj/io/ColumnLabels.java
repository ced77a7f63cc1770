// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the line of a header that names the columns. */
final class ColumnLabels {

	/** Labels stand close above the numbers; prose that happens to have as many words stands further up. */
	private static final int LINES_ABOVE = 4;

	private static final Pattern RULE = Pattern.compile("[-=_~+/\\s]*");
	private static final Pattern GAP = Pattern.compile("\\s{2,}|\t|\\s+\\*\\s*");
	private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

	private ColumnLabels() {}

	/**
	 * @param header the lines before the numbers without their comment marks
	 * @param bareLast whether the last of them stood there without a comment mark
	 * @return the labels, or none
	 */
	static List<String> find(final List<String> header, final boolean bareLast, final ColumnDialect dialect,
		final int width)
	{
		int looked = 0;
		for (int i = header.size() - 1; i >= 0 && looked < LINES_ABOVE; i--) {
			if (RULE.matcher(header.get(i)).matches()) continue;
			looked++;
			// a row of names that a comma or a tab splits as it splits the numbers needs no known word among them
			final boolean isTableHead = bareLast && i == header.size() - 1 && dialect.isExplicit();
			for (final List<String> labels : splits(header.get(i), dialect)) {
				if (labels.size() != width) continue;
				if (startsWithAnAxis(labels) || hasNoNumber(labels) && (isTableHead || namesAnEnergy(labels))) return labels;
			}
		}
		return List.of();
	}

	/** Detectors may be called 2 and 3 then. */
	private static boolean startsWithAnAxis(final List<String> labels) {
		final ColumnRole first = ColumnRole.of(labels.get(0));
		return first == ColumnRole.ENERGY || first == ColumnRole.WAVENUMBER && labels.size() > 1;
	}

	private static boolean namesAnEnergy(final List<String> labels) {
		return labels.stream().anyMatch(label -> ColumnRole.of(label) == ColumnRole.ENERGY);
	}

	private static boolean hasNoNumber(final List<String> labels) {
		return labels.stream().noneMatch(label -> NUMBER.matcher(label).matches());
	}

	private static List<List<String>> splits(final String line, final ColumnDialect dialect) {
		return List.of(dialect.fields(line), Arrays.asList(GAP.split(line)), withUnits(line));
	}

	/** "Energy (eV)  I0" are two words: a unit in brackets belongs to the word before it. */
	private static List<String> withUnits(final String line) {
		final List<String> labels = new ArrayList<>();
		for (final String word : line.split("\\s+")) {
			final boolean isUnit = word.startsWith("(") || word.startsWith("[");
			if (isUnit && !labels.isEmpty()) labels.add(labels.remove(labels.size() - 1) + " " + word);
			else labels.add(word);
		}
		return labels;
	}
}
