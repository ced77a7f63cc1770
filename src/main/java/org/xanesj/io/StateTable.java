// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xanesj.stack.InputException;

/**
 * The known states of references, from a text file: in each line the name of a reference and a number, separated by a
 * comma, a semicolon or a tab. A first line without a number is a heading; lines behind # are comments.
 *
 * <pre>
 * name, state
 * Fayalite, 2
 * "Goethite, synthetic", 3
 * </pre>
 */
public final class StateTable {

	private static final String REMEDY = "Write lines such as: Goethite, 3";

	private StateTable() {}

	/**
	 * @return state by name, in the order of the file
	 * @throws InputException when the file is not there, a line has no name or no number, or a name stands twice
	 */
	public static Map<String, Double> read(final Path file) {
		if (!Files.isRegularFile(file)) throw new InputException(file + (Files.exists(file) ? " is no file." :
			" is not there."), "Check the path of the calibration.");
		final Map<String, Double> states = new LinkedHashMap<>();
		final List<String> lines = DecodedText.lines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line
			.startsWith("#")).toList();
		for (int i = 0; i < lines.size(); i++) {
			final int end = lastSeparator(lines.get(i));
			final Double state = end < 0 ? null : number(lines.get(i).substring(end + 1));
			if (state == null && i == 0) continue;
			final String name = end < 0 ? "" : name(lines.get(i).substring(0, end));
			if (state == null || name.isEmpty()) throw new InputException(file.getFileName() + ": \"" + lines.get(i) +
				"\" is not a name and a number.", REMEDY);
			if (states.put(name, state) != null) throw new InputException(file.getFileName() + " names " + name + " twice.",
				"Give each reference once.");
		}
		if (states.isEmpty()) throw new InputException(file.getFileName() + " holds no reference with a state.", REMEDY);
		return states;
	}

	private static int lastSeparator(final String line) {
		return Math.max(line.lastIndexOf(','), Math.max(line.lastIndexOf(';'), line.lastIndexOf('\t')));
	}

	private static String name(final String text) {
		final String name = text.strip();
		final boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
		return isQuoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
	}

	private static Double number(final String text) {
		try {
			final double number = Double.parseDouble(name(text));
			return Double.isFinite(number) ? number : null;
		}
		catch (final NumberFormatException e) {
			return null;
		}
	}
}
