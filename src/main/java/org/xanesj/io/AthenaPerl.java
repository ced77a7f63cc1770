// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classic Athena project: Perl statements, one a line, for each group, closed by {@code [record]}. */
final class AthenaPerl {

	/** The longest line of the projects known has 0.1 million characters. */
	private static final int LONGEST_LINE = 16 << 20;

	private static final Pattern ASSIGNMENT = Pattern.compile("[$@%](\\w+)\\s*=\\s*");

	private final SpectrumCollector collector;
	private final String file;
	private AthenaGroup group;
	private String flaw;

	private AthenaPerl(final SpectrumCollector collector, final String file) {
		this.collector = collector;
		this.file = file;
	}

	static void read(final InputStream in, final SpectrumCollector collector, final String file) throws IOException {
		final AthenaPerl project = new AthenaPerl(collector, file);
		for (String line = line(in); line != null; line = line(in)) project.take(line);
		if (project.group != null) project.group.leaveOut(collector, "The project breaks off before its end.");
	}

	private void take(final String line) {
		if (line.startsWith("[record]")) {
			close();
			return;
		}
		final Matcher assignment = ASSIGNMENT.matcher(line);
		if (!assignment.lookingAt()) return;
		final String value = line.substring(assignment.end());
		if (assignment.group(1).equals("old_group")) {
			group = new AthenaGroup(value.replaceAll("['\";\\s]", ""));
			return;
		}
		if (group == null) return;
		try {
			switch (assignment.group(1)) {
				case "args" -> group.setParameters(PerlList.parse(value));
				case "x" -> group.setX(numbers(value));
				case "y" -> group.setY(numbers(value));
				default -> {}
			}
		}
		catch (final ParseException | NumberFormatException e) {
			flaw = "Its entry " + assignment.group().strip() + " cannot be read: " + e.getMessage() + ".";
		}
	}

	private void close() {
		if (group == null) return;
		if (flaw == null) group.addTo(collector, file);
		else group.leaveOut(collector, flaw);
		group = null;
		flaw = null;
	}

	private static double[] numbers(final String list) throws ParseException {
		final List<Object> items = PerlList.parse(list);
		return items.stream().mapToDouble(item -> Double.parseDouble(String.valueOf(item).strip())).toArray();
	}

	/** @return the next line, or null at the end; the bytes decide about the encoding line by line */
	private static String line(final InputStream in) throws IOException {
		final StringBuilder line = new StringBuilder();
		int c = in.read();
		if (c < 0) return null;
		for (; c >= 0 && c != '\n'; c = in.read()) {
			if (line.length() == LONGEST_LINE) throw new IOException("a line of it never ends");
			line.append((char) c);
		}
		return DecodedText.of(line.toString().getBytes(StandardCharsets.ISO_8859_1)).stripTrailing();
	}
}
