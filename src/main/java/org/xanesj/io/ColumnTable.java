// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;

/**
 * The numbers of a text file in columns, whatever stands around them: comments of any style, header lines with and
 * without a comment mark, a line that breaks off.
 *
 * @param dialect how the numbers are written
 * @param columns of equal length, NaN where a field is empty or says so; at least one
 * @param labels one for each column, or none at all when the file does not name them
 * @param fields what the comments before the numbers say as {@code key: value}
 * @param header the lines before the numbers, without comment marks
 * @param notes what was left out, one sentence each
 */
record ColumnTable(ColumnDialect dialect, List<double[]> columns, List<String> labels, Map<String, String> fields,
	List<String> header, List<String> notes)
{

	/** A shorter block of numbers before a longer one belongs to the header (gains, offsets, weights). */
	private static final int SHORTEST_BLOCK = 5;

	/** What old DOS programs write behind the last line. */
	private static final String END_OF_FILE = "\u001A";

	private static final Pattern COMMENT = Pattern.compile("\\s*(#|%|;|//|\\*|!)");
	private static final Pattern MARKS = Pattern.compile("^[\\s#%;/*!]+");
	private static final Pattern FIELD = Pattern.compile("([A-Za-z][^:=]{0,60}?)\\s*:\\s*(.+)");

	/**
	 * @param source the file's name, for messages
	 * @throws InputException when there are no numbers in columns
	 */
	static ColumnTable of(final List<String> lines, final String source) {
		ColumnDialect dialect = null;
		List<double[]> rows = List.of();
		int most = 0;
		for (final ColumnDialect candidate : ColumnDialect.values()) {
			final List<double[]> parsed = parse(lines, candidate);
			final int fitting = ofWidth(parsed, width(parsed)).size();
			if (fitting > most) {
				dialect = candidate;
				rows = parsed;
				most = fitting;
			}
		}
		if (dialect == null) throw new InputException(source + " holds no columns of numbers.",
			"Give a text file with energies in the first column and absorption in another.");
		final int width = width(rows);
		final List<Integer> taken = withoutHeaderNumbers(ofWidth(rows, width), rows, lines);
		final List<String> header = new ArrayList<>();
		final List<String> beforeNumbers = lines.subList(0, taken.get(0));
		for (final String line : beforeNumbers) header.add(MARKS.matcher(line).replaceFirst("").strip());
		final boolean bareLast = !beforeNumbers.isEmpty() && !isComment(beforeNumbers.get(beforeNumbers.size() - 1));
		final List<String> labels = ColumnLabels.find(header, bareLast, dialect, width);
		return new ColumnTable(dialect, transposed(rows, taken, width), labels, fields(header), header, leftOver(lines,
			taken, dialect, width, source)).withoutEmptyColumns();
	}

	/** @return the same under other labels */
	ColumnTable labelled(final List<String> others) {
		return new ColumnTable(dialect, columns, others, fields, header, notes);
	}

	private static boolean isComment(final String line) {
		return COMMENT.matcher(line).lookingAt();
	}

	/** @return for each line its numbers, null where it has none */
	private static List<double[]> parse(final List<String> lines, final ColumnDialect dialect) {
		final List<double[]> rows = new ArrayList<>(lines.size());
		for (final String line : lines) rows.add(line.isBlank() || isComment(line) ? null : dialect.numbers(line));
		return rows;
	}

	/** @return the number of columns that most rows have, the larger one on a tie */
	private static int width(final List<double[]> rows) {
		final Map<Integer, Integer> counts = new LinkedHashMap<>();
		for (final double[] row : rows) if (row != null) counts.merge(row.length, 1, Integer::sum);
		return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry
			.comparingByKey())).map(Map.Entry::getKey).orElse(0);
	}

	private static List<Integer> ofWidth(final List<double[]> rows, final int width) {
		return IntStream.range(0, rows.size()).filter(i -> rows.get(i) != null && rows.get(i).length == width).boxed()
			.toList();
	}

	/** Drops short blocks of numbers that text separates from what follows. */
	private static List<Integer> withoutHeaderNumbers(final List<Integer> taken, final List<double[]> rows,
		final List<String> lines)
	{
		int start = 0;
		for (int i = 1; i < taken.size() && i - start < SHORTEST_BLOCK; i++) {
			final boolean broken = IntStream.range(taken.get(i - 1) + 1, taken.get(i)).anyMatch(k -> rows.get(k) == null &&
				!lines.get(k).isBlank() && !isComment(lines.get(k)));
			if (broken && taken.size() - i >= SHORTEST_BLOCK) start = i;
		}
		return taken.subList(start, taken.size());
	}

	private static List<double[]> transposed(final List<double[]> rows, final List<Integer> taken, final int width) {
		final List<double[]> columns = new ArrayList<>();
		for (int c = 0; c < width; c++) {
			final int column = c;
			columns.add(taken.stream().mapToDouble(i -> rows.get(i)[column]).toArray());
		}
		return columns;
	}

	private static Map<String, String> fields(final List<String> header) {
		final Map<String, String> fields = new LinkedHashMap<>();
		for (final String line : header) {
			final Matcher field = FIELD.matcher(line);
			if (field.matches()) fields.putIfAbsent(field.group(1), field.group(2).strip());
		}
		return fields;
	}

	private static boolean isSpoiltRow(final String line, final ColumnDialect dialect, final int width) {
		if (isComment(line)) return false;
		final List<String> fields = dialect.fields(line);
		final double[] first = dialect.numbers(fields.get(0));
		return fields.size() == width && width > 1 && first != null && first.length == 1;
	}

	private static List<String> leftOver(final List<String> lines, final List<Integer> taken, final ColumnDialect dialect,
		final int width, final String source)
	{
		final List<Integer> over = new ArrayList<>();
		int start = taken.get(0);
		// a spoilt first row looks like a line of the header, but starts with a number
		while (start > 0 && isSpoiltRow(lines.get(start - 1), dialect, width)) start--;
		for (int i = start, next = 0; i < lines.size(); i++) {
			if (next < taken.size() && taken.get(next) == i) next++;
			else if (!lines.get(i).isBlank() && !isComment(lines.get(i)) && !lines.get(i).equals(END_OF_FILE)) over.add(i);
		}
		if (over.isEmpty()) return List.of();
		final String line = lines.get(over.get(0)).strip();
		final String first = line.length() > 40 ? line.substring(0, 40) + "..." : line;
		final String what = over.size() == 1 ? "1 line that is no complete row was" : over.size() +
			" lines that are no complete rows were";
		return List.of(source + ": " + what + " left out, the first is line " + (over.get(0) + 1) + " (" + first + ").");
	}

	/** A separator at the end of every line makes a column that holds nothing. */
	private ColumnTable withoutEmptyColumns() {
		final int[] full = IntStream.range(0, columns.size()).filter(c -> !DoubleStream.of(columns.get(c)).allMatch(
			Double::isNaN)).toArray();
		if (full.length == columns.size()) return this;
		return new ColumnTable(dialect, IntStream.of(full).mapToObj(columns::get).toList(), labels.isEmpty() ? labels
			: IntStream.of(full).mapToObj(labels::get).toList(), fields, header, notes);
	}
}
