// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where real measurements for tests lie, when they are there. */
public final class RealData {

	private RealData() {}

	/** @return the file or folder, or skips the test with a word when there is none */
	public static Path at(final String relative) {
		final String given = System.getenv("XANESJ_DATA");
		final Path data = Path.of(given == null || given.isEmpty() ? "../shared/data" : given);
		final Path path = data.resolve(relative);
		assumeTrue(Files.exists(path), "skipped: real data " + relative + " is not here (set XANESJ_DATA to its folder)");
		return path;
	}
}
