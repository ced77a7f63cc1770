// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place in README.md where the table stands: between two comments. */
final class ReadmeTable {

	private static final String BEGIN = "<!-- benchmark: scripts/benchmark --readme writes from here -->\n";
	private static final String END = "<!-- benchmark: to here -->\n";

	private ReadmeTable() {}

	/** @throws IOException when the comments are not there */
	static void replace(final Path readme, final String table) throws IOException {
		final String text = Files.readString(readme);
		final int begin = text.indexOf(BEGIN);
		final int end = text.indexOf(END);
		if (begin < 0 || end < begin) throw new IOException(readme + " has no place for the table: " + BEGIN.strip());
		Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + table + text.substring(end));
	}
}
