// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.xanesj.stack.InputException;

/** Paths as dialogs and macros write them. */
public final class Paths {

	private Paths() {}

	/**
	 * @param key of the parameter, for the message
	 * @throws InputException when it is empty or no path
	 */
	public static Path of(final String key, final String text) {
		return optional(text).orElseThrow(() -> new InputException(key + " is empty.", "Give a file or folder (" + key +
			")."));
	}

	/** @return the whole path, as a record of a run needs it; empty for an empty text */
	public static String whole(final String text) {
		return optional(text).map(p -> p.toAbsolutePath().normalize().toString()).orElse("");
	}

	/** @return empty for an empty text */
	public static Optional<Path> optional(final String text) {
		if (text == null || text.isBlank()) return Optional.empty();
		final String home = System.getProperty("user.home");
		final String plain = text.strip();
		try {
			return Optional.of(Path.of(plain.startsWith("~/") ? home + plain.substring(1) : plain));
		}
		catch (final InvalidPathException e) {
			throw new InputException(plain + " is not a path: " + e.getReason() + ".", "Correct it.", e);
		}
	}
}
