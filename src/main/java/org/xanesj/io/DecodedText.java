// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.xanesj.stack.InputException;

/**
 * Text whose encoding nobody wrote down: a byte order mark decides, else it is UTF-8 when every byte fits, else
 * Windows-1252, in which every instrument's PC of twenty years wrote its degree signs.
 */
final class DecodedText {

	/** No spectrum is longer; what is, is something else and should not fill the memory. */
	private static final long MOST_BYTES = 64L << 20;

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private DecodedText() {}

	/** @throws InputException when the file cannot be read or is longer than any spectrum */
	static List<String> lines(final Path file) {
		try {
			final long size = Files.size(file);
			if (size > MOST_BYTES) throw new InputException(file.getFileName() + " has " + (size >> 20) +
				" MB, more than any file of spectra.", "Give a text file with energies and absorption in columns.");
			return List.of(of(Files.readAllBytes(file)).split("\r\n|\n|\r", -1));
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	static String of(final byte[] bytes) {
		if (startsWith(bytes, 0xFE, 0xFF)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
		if (startsWith(bytes, 0xFF, 0xFE)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
		final int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
		}
		catch (final CharacterCodingException e) {
			return new String(bytes, start, bytes.length - start, WINDOWS);
		}
	}

	/** @return whether these first bytes are text: no control characters but white space and an end-of-file mark */
	static boolean isText(final byte[] head) {
		if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) return true;
		for (final byte b : head) if (b >= 0 && b < 32 && "\t\n\f\r\u001A".indexOf(b) < 0) return false;
		return true;
	}

	static InputException unreadable(final Path file, final IOException e) {
		return new InputException(file.getFileName() + " cannot be read: " + e.getMessage() + ".",
			"Check that the file is there, whole, and that you may read it.", e);
	}

	private static boolean startsWith(final byte[] bytes, final int... mark) {
		if (bytes.length < mark.length) return false;
		for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
		return true;
	}
}
