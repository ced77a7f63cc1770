// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table, and what it is as RFC 4180 text in UTF-8: a dot in numbers whatever the locale, {@code true} and
 * {@code false}, an empty field for what does not exist.
 *
 * <pre>
 * new Csv("cluster", "pixels").row(1, 2126).bytes();
 * </pre>
 */
public final class Csv {

	/** More digits than any of our numbers deserves, and few enough to hide binary dust. */
	private static final MathContext DIGITS = new MathContext(10);

	private final List<String> header;
	private final List<List<Object>> rows = new ArrayList<>();

	/** @param header names of the columns */
	public Csv(final String... header) {
		this.header = List.of(header);
	}

	/**
	 * @param values strings, numbers, booleans, or null for an empty field; NaN is empty too
	 * @throws IllegalArgumentException when there is not one for each column
	 */
	public Csv row(final Object... values) {
		if (values.length != header.size()) throw new IllegalArgumentException(values.length + " values for " + header
			.size() + " columns");
		rows.add(Arrays.asList(values));
		return this;
	}

	/** @return names of the columns */
	public List<String> header() {
		return header;
	}

	/** @return the rows, a value or null for each column */
	public List<List<Object>> rows() {
		return rows;
	}

	public byte[] bytes() {
		final StringBuilder text = new StringBuilder(line(header));
		for (final List<Object> row : rows) text.append(line(row));
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String line(final List<?> values) {
		return values.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String field(final Object value) {
		if (value == null) return "";
		if (value instanceof Double || value instanceof Float) return number(((Number) value).doubleValue());
		final String plain = value.toString();
		return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
	}

	/** @return a number as tables write it; empty when it is not finite */
	private static String number(final double value) {
		if (!Double.isFinite(value)) return "";
		if (value == 0) return "0";
		final BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		final int magnitude = rounded.precision() - rounded.scale();
		return magnitude > -5 && magnitude < 13 ? rounded.toPlainString() : rounded.toString();
	}
}
