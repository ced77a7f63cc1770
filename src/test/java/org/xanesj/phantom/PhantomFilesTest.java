// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class PhantomFilesTest {

	private static final Path FOLDER = Path.of("test-images");
	private static final int LARGEST = 5_000_000;

	@Test
	void madeAgainTheyAreTheSameBytes() throws IOException {
		for (final Map.Entry<String, byte[]> file : PhantomFiles.all().entrySet()) {
			assertArrayEquals(file.getValue(), Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getKey());
			assertTrue(file.getValue().length < LARGEST, file.getKey());
		}
	}

	@Test
	void nothingElseLiesThere() throws IOException {
		final Set<String> expected = new TreeSet<>(PhantomFiles.all().keySet());
		expected.add("README.md");
		try (Stream<Path> files = Files.walk(FOLDER)) {
			assertEquals(expected, files.filter(Files::isRegularFile).map(p -> FOLDER.relativize(p).toString().replace('\\',
				'/')).collect(Collectors.toCollection(TreeSet::new)));
		}
	}
}
