// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.Opener;

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
	void imageJReadsEnergiesAndPixelSize() {
		final ImagePlus image = new Opener().openTiff("test-images/iron-k/", "iron-k.tif");
		assertEquals("7080.00 eV", image.getStack().getSliceLabel(1));
		assertEquals("7200.00 eV", image.getStack().getSliceLabel(70));
		assertEquals(0.5, image.getCalibration().pixelWidth, 1e-9);
		assertEquals("µm", image.getCalibration().getUnit());
		assertNull(new Opener().openTiff("test-images/iron-l/", "iron-l.tif").getStack().getSliceLabel(1));
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
