// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.xanesj.stack.InputException;

/** An image written as text: a line for each row, its values separated by tabs, blanks or commas. */
final class TextImage {

	/** No number is written with more characters than this, separators included. */
	private static final int LONGEST_VALUE = 64;

	private TextImage() {}

	/**
	 * @return width x height values, rows in the order of the file
	 * @throws InputException naming the file, when it cannot be read, has another size or holds something else than
	 *   numbers
	 */
	static float[] read(final Path path, final int width, final int height) {
		final float[] values = new float[width * height];
		final String[] lines = text(path, (long) width * height * LONGEST_VALUE).split("\n");
		int row = 0;
		for (int i = 0; i < lines.length; i++) {
			final String line = lines[i].strip();
			if (line.isEmpty()) continue;
			final String[] words = line.split("[\\s,]+");
			if (row == height || words.length != width)
				throw wrongSize(path, words.length, rows(lines), width, height);
			for (int x = 0; x < width; x++) values[row * width + x] = number(words[x], path, i);
			row++;
		}
		if (row != height) throw wrongSize(path, width, row, width, height);
		return values;
	}

	private static String text(final Path path, final long longest) {
		try {
			final long length = Files.size(path);
			if (length > longest + 4096)
				throw new InputException(path + ": " + length + " bytes are more than its image can have.",
					"Check that it belongs to this scan.");
			return Files.readString(path, StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
	}

	private static float number(final String word, final Path path, final int line) {
		try {
			return Float.parseFloat(word);
		}
		catch (final NumberFormatException e) {
			throw new InputException(path + ": '" + word + "' on line " + (line + 1) + " is no number.",
				"The file may be damaged; copy it again.", e);
		}
	}

	private static int rows(final String[] lines) {
		int rows = 0;
		for (final String line : lines) if (!line.isBlank()) rows++;
		return rows;
	}

	private static InputException wrongSize(final Path path, final int columns, final int rows, final int width,
		final int height)
	{
		return new InputException(path + ": " + rows + " rows, one of " + columns + " values, where " + width + " x " +
			height + " are needed.", "The file may be truncated or belong to another scan; copy it again.");
	}
}
