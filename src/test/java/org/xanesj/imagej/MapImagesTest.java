// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;

import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

class MapImagesTest {

	private static final List<String> NAMES = List.of("Fe₂O₃ (hämatite) = \"α\", 60 %", "a\tb; c/d\\e", "𝛾-FeOOH č 铁");
	private static final PixelSize SIZE = new PixelSize(0.05, 0.06, 0.5, "\u00B5m");

	private static ImagePlus maps(final int depth) {
		final float[][] planes = new float[3][6 * depth];
		for (int k = 0; k < 3; k++) for (int p = 0; p < 6 * depth; p++) planes[k][p] = p == 2 ? Float.NaN : 100 * k + p;
		return MapImages.maps("species", NAMES, planes, 3, 2, depth, SIZE);
	}

	@TempDir
	private Path folder;

	@Test
	void mapsAreSlicesWithTheirNamesAndSize() {
		MapImages.writeTiff(maps(1), folder.resolve("species.tif"));
		for (final ImagePlus read : List.of(TiffStack.open(folder.resolve("species.tif")), IJ.openImage(folder.resolve(
			"species.tif").toString())))
		{
			assertEquals(32, read.getBitDepth());
			assertEquals(3, read.getStackSize());
			for (int k = 0; k < 3; k++) {
				assertEquals(NAMES.get(k), read.getStack().getSliceLabel(k + 1));
				assertArrayEquals(new float[] { 100 * k, 100 * k + 1, Float.NaN, 100 * k + 3, 100 * k + 4, 100 * k + 5 },
					(float[]) read.getStack().getPixels(k + 1));
			}
			assertEquals(0.06, read.getCalibration().pixelHeight, 1e-7);
			assertEquals("\u00B5m", read.getCalibration().getUnit());
		}
	}

	@Test
	void volumesAreHyperstacksOfMapAndZ() {
		MapImages.writeTiff(maps(4), folder.resolve("species.tif"));
		final ImagePlus read = TiffStack.open(folder.resolve("species.tif"));
		assertArrayEquals(new int[] { 3, 2, 3, 4, 1 }, read.getDimensions());
		assertTrue(read.getOpenAsHyperStack());
		final int slice = read.getStackIndex(2, 3, 1);
		assertEquals(NAMES.get(1), read.getStack().getSliceLabel(slice));
		assertEquals(100 + 12, ((float[]) read.getStack().getPixels(slice))[0]);
		assertEquals(0.5, read.getCalibration().pixelDepth);
	}

	@Test
	void oneMapKeepsItsName() {
		MapImages.writeTiff(MapImages.maps("m", List.of("only"), new float[][] { { 1, 2 } }, 2, 1, 1, SIZE),
			folder.resolve("m.tif"));
		assertEquals("only", TiffStack.open(folder.resolve("m.tif")).getStack().getSliceLabel(1));
	}

	@Test
	void labelsHaveSixteenBits() {
		final int[] labels = { 0, 1, 65535, 40000, 2, 0, 7, 7, 7, 1, 1, 1 };
		for (final int depth : new int[] { 1, 2 }) {
			MapImages.writeTiff(MapImages.labels("labels", labels, 6 / depth, 2, depth, SIZE), folder.resolve("labels.tif"));
			final ImagePlus read = TiffStack.open(folder.resolve("labels.tif"));
			assertEquals(16, read.getBitDepth());
			assertEquals(depth, read.getNSlices());
			for (int p = 0; p < labels.length; p++) assertEquals(labels[p], ((short[]) read.getStack().getPixels(1 + p / (12 /
				depth)))[p % (12 / depth)] & 0xffff);
			assertEquals(0.05, read.getCalibration().pixelWidth, 1e-7);
			assertEquals(0, read.getDisplayRangeMin());
			assertEquals(65535, read.getDisplayRangeMax());
		}
	}

	@Test
	void equalImagesGiveEqualBytes() throws IOException {
		for (final String name : new String[] { "a.tif", "b.tif" }) {
			final ImagePlus imp = maps(2);
			final boolean preferred = Prefs.intelByteOrder;
			Prefs.intelByteOrder = name.equals("a.tif");
			for (int k = 0; k < 20; k++) imp.setProp("key" + (name.equals("a.tif") ? k : 19 - k), "value");
			MapImages.writeTiff(imp, folder.resolve(name));
			assertEquals(name.equals("a.tif"), Prefs.intelByteOrder);
			Prefs.intelByteOrder = preferred;
		}
		assertArrayEquals(Files.readAllBytes(folder.resolve("a.tif")), Files.readAllBytes(folder.resolve("b.tif")));
	}

	@Test
	void aFileIsReplacedWholeOrNotAtAll() throws IOException {
		final Path file = folder.resolve("species.tif");
		Files.writeString(file, "old");
		MapImages.writeTiff(maps(1), file);
		assertEquals(3, TiffStack.open(file).getStackSize());
		final Path taken = Files.createDirectories(folder.resolve("taken.tif").resolve("inside")).getParent();
		final InputException e = assertThrows(InputException.class, () -> MapImages.writeTiff(maps(1), taken));
		assertTrue(e.getMessage().startsWith(taken + " could not be written"));
		assertThrows(InputException.class, () -> MapImages.writeTiff(maps(1), folder.resolve("none").resolve("a.tif")));
		try (var files = Files.list(folder)) {
			assertEquals(List.of("species.tif", "taken.tif"), files.map(p -> p.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void othersMayReadAFileAsAnyOther() throws IOException {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "skipped: no POSIX file system");
		MapImages.writeTiff(maps(1), folder.resolve("a.tif"));
		final Path plain = Files.writeString(folder.resolve("plain"), "x");
		assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(folder.resolve("a.tif")));
	}

	@Test
	void wrongCountsAreRefused() {
		assertThrows(InputException.class, () -> MapImages.maps("m", NAMES, new float[2][6], 3, 2, 1, SIZE));
		assertThrows(InputException.class, () -> MapImages.maps("m", List.of("a"), new float[1][5], 3, 2, 1, SIZE));
		assertThrows(InputException.class, () -> MapImages.labels("m", new int[] { 65536 }, 1, 1, 1, SIZE));
		assertThrows(InputException.class, () -> MapImages.labels("m", new int[] { -1 }, 1, 1, 1, SIZE));
	}

	@Test
	void withoutAPixelSizeThereIsNone() {
		final ImagePlus imp = MapImages.labels("l", new int[] { 1, 2 }, 2, 1, 1, PixelSize.UNKNOWN);
		assertEquals("pixel", imp.getCalibration().getUnit());
		assertEquals(2, imp.getDisplayRangeMax());
	}
}
