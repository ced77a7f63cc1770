// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was found, for people and for programs.
 *
 * @param date of the run
 * @param machine kind and versions
 * @param limits of the machine, one line
 * @param shape of the stack on which the steps ran
 * @param rows one for each step
 */
record ResultTable(String date, String machine, String limits, String shape, List<Row> rows) {

	/** @return a table in Markdown with the machine above it and how answers were compared below it */
	String markdown() {
		final StringBuilder text = new StringBuilder(summary()).append('\n');
		for (final Row row : rows) {
			final String more = List.of(row.agreement(), row.note()).stream().filter(s -> !s.isEmpty()).collect(Collectors
				.joining(". Peer and conditions: "));
			if (!more.isEmpty()) text.append("- ").append(row.name()).append(": ").append(more).append(".\n");
		}
		return text.toString();
	}

	/** @return the table and the machine alone */
	String summary() {
		final String conditions = String.format("Measured on %s: %s. Limits: %s. Stack: %s where no other is named. Medians " +
			"(range).", date, machine, limits, shape);
		final StringBuilder text = new StringBuilder(conditions.replaceAll("(.{1,120})( |$)", "$1\n")).append(
			"\n| step | XanesJ | Python | Python / XanesJ | target | |\n|---|---|---|---|---|---|\n");
		for (final Row row : rows)
			text.append("| ").append(String.join(" | ", row.name(), median(row.ours()), median(row.theirs()), row.ratio().map(
				r -> r.text("")).orElse(""), row.target().text(), row.verdict())).append(" |\n");
		return text.toString();
	}

	private static String median(final Optional<Spread> seconds) {
		return seconds.map(s -> Spread.number(s.median()) + " s").orElse("");
	}

	/** @return RFC 4180, one line for each step */
	String csv() {
		final StringBuilder text = new StringBuilder("date,machine,limits,step,ours_s,ours_least_s,ours_most_s,peer_s," +
			"peer_least_s,peer_most_s,ratio,ratio_least,ratio_most,target,verdict,agreement,note\r\n");
		for (final Row row : rows)
			text.append(List.of(quoted(date), quoted(machine), quoted(limits), quoted(row.name()), values(row.ours()), values(
				row.theirs()), values(row.ratio()), quoted(row.target().text()), quoted(row.verdict()), quoted(row
					.agreement()), quoted(row.note())).stream().collect(Collectors.joining(","))).append("\r\n");
		return text.toString();
	}

	private static String values(final Optional<Spread> spread) {
		return spread.map(s -> s.median() + "," + s.least() + "," + s.most()).orElse(",,");
	}

	private static String quoted(final String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}
}
