// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

/**
 * Masks written as text, as aXis and its users keep them beside SDF stacks: a line for each row, in the order of the
 * stack's rows, with {@code O} for a pixel of the sample and a blank for one beside it; or a matrix of 0 and 1, with
 * or without separators.
 */
public final class MaskFile {

	/** Up to this many bytes a mask of another size is read and said to be one. */
	private static final long LARGEST = 64L << 20;

	private MaskFile() {}

	/**
	 * @param width of the stack in pixels
	 * @param height of the stack in pixels
	 * @throws InputException when it cannot be read, has another size or holds other signs; names the file
	 */
	public static Mask read(final Path path, final int width, final int height) {
		final List<String> lines = lines(path, width, height);
		final boolean drawn = lines.stream().noneMatch(line -> line.indexOf('0') >= 0 || line.indexOf('1') >= 0);
		final List<boolean[]> rows = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++)
			rows.add(drawn ? drawn(lines.get(i), path, i) : numbers(lines.get(i), path, i));
		// In numbers every row is whole; in drawings editors strip blanks from the ends, so the longest row counts.
		final int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
		final int shortest = rows.stream().mapToInt(row -> row.length).min().orElse(0);
		final int columns = !drawn && shortest < width ? shortest : longest;
		if (rows.size() != height || columns != width)
			throw new InputException(path + ": the mask has " + columns + " x " + rows.size() + " pixels, the stack " +
				width + " x " + height + ".", "Choose the mask that was made for this stack.");
		return Mask.of((long) width * height, p -> {
			final boolean[] row = rows.get((int) (p / width));
			final int x = (int) (p % width);
			return x < row.length && row[x];
		});
	}

	private static List<String> lines(final Path path, final int width, final int height) {
		try {
			if (Files.size(path) > Math.max(LARGEST, 32L * width * height))
				throw new InputException(path + ": " + Files.size(path) + " bytes are more than a mask of " + width +
					" x " + height + " pixels has.", "Choose a text mask; images are opened as images.");
			final List<String> lines = new ArrayList<>(Arrays.asList(Files.readString(path,
				StandardCharsets.ISO_8859_1).split("\r?\n", -1)));
			// A blank line is a row without sample, except what follows the last line's end.
			if (lines.get(lines.size() - 1).isEmpty()) lines.remove(lines.size() - 1);
			return lines;
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
	}

	private static boolean[] drawn(final String line, final Path path, final int number) {
		final boolean[] row = new boolean[line.length()];
		for (int x = 0; x < row.length; x++) {
			final char sign = line.charAt(x);
			if (sign != 'O' && sign != ' ') throw unknown(path, number, Character.toString(sign));
			row[x] = sign == 'O';
		}
		return row;
	}

	private static boolean[] numbers(final String line, final Path path, final int number) {
		final String[] words = line.strip().matches("[01]+") ? line.strip().split("") : line.strip().split("[\\s,;]+");
		final boolean[] row = new boolean[words.length];
		for (int x = 0; x < row.length; x++) {
			if (!words[x].matches("[01](\\.0*)?(e\\+0+)?")) throw unknown(path, number, words[x]);
			row[x] = words[x].startsWith("1");
		}
		return row;
	}

	private static InputException unknown(final Path path, final int line, final String sign) {
		return new InputException(path + ": '" + (sign.length() > 20 ? sign.substring(0, 20) + "…" : sign) +
			"' on line " + (line + 1) + " belongs to no mask.", "A mask holds O and blanks, or 0 and 1.");
	}
}
