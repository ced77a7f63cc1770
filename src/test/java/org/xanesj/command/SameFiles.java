// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether two runs came to the same results, byte for byte. */
public final class SameFiles {

	private SameFiles() {}

	/** {@code run.json} and the report name their folder and the time they took, and so are left out. */
	public static void assertSame(final Path expected, final Path found) throws IOException {
		for (final String name : List.of("labels.tif", "species.tif", "uncertainty.tif", "quality.tif", "fits.csv",
			"clusters.csv", "spectra.csv", "overlay.png"))
			assertArrayEquals(Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(found.resolve(name)), name);
	}
}
