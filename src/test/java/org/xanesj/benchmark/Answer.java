// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;

/** The arrays that the peer found, by name. */
record Answer(JsonObject arrays) {

	/**
	 * @return all values of an array, the last of its axes fastest
	 * @throws UncheckedIOException when the peer's file cannot be read
	 */
	float[] values(final String name) {
		final Path file = Path.of(arrays.getAsJsonObject(name).get("file").getAsString());
		try {
			return RawFloats.read(file, (int) (Files.size(file) / Float.BYTES)).get(0);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
