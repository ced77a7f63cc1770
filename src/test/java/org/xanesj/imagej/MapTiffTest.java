// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

import ij.ImagePlus;

/** Maps that are written plane by plane have the bytes that ImageJ's own encoder gives the whole image. */
class MapTiffTest {

	private static final List<String> NAMES = List.of("Fe₂O₃ (hämatite) = \"α\", 60 %", "b", "𝛾-FeOOH č 铁");
	private static final PixelSize SIZE = new PixelSize(0.05, 0.06, 0.5, "\u00B5m");
	private static final List<LegendEntry> LEGEND = LegendEntry.of(List.of("A", LegendEntry.UNKNOWN, "B"));

	@TempDir
	private Path folder;

	/** @return maps of which the first begins with what is no number */
	private static float[][] maps(final int count, final int size) {
		final Random random = new Random(count);
		final float[][] maps = new float[count][size];
		for (final float[] map : maps) for (int p = 0; p < size; p++) map[p] = p % 7 == 0 ? Float.NaN : (float) random
			.nextGaussian();
		return maps;
	}

	private static float[] plane(final float[] map, final int z, final int area) {
		return Arrays.copyOfRange(map, z * area, (z + 1) * area);
	}

	private byte[] expected(final ImagePlus imp) throws IOException {
		final Path file = folder.resolve("expected.tif");
		MapImages.writeTiff(imp, file);
		return Files.readAllBytes(file);
	}

	private void assertNothingLeftBut(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(f -> f.getFileName().toString()).sorted().toList());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 6, 5, 1", "3, 6, 5, 1", "1, 6, 5, 4", "3, 6, 5, 4", "2, 400, 300, 2", "1, 1, 1, 1" })
	void values(final int count, final int width, final int height, final int depth) throws IOException {
		final int area = width * height;
		final float[][] maps = maps(count, area * depth);
		final List<String> names = NAMES.subList(0, count);
		for (final PixelSize size : List.of(SIZE, PixelSize.UNKNOWN)) {
			final Path file = folder.resolve("maps.tif");
			try (MapTiff tiff = new MapTiff(file, names, new MapShape(width, height, depth, size))) {
				for (int z = 0; z < depth; z++) {
					final int plane = z;
					tiff.plane(Stream.of(maps).map(map -> plane(map, plane, area)).toArray(float[][]::new));
				}
			}
			final byte[] expected = expected(MapImages.maps("maps.tif", names, maps, width, height, depth, size));
			assertArrayEquals(expected, Files.readAllBytes(file));
		}
		assertNothingLeftBut("expected.tif", "maps.tif");
	}

	@Test
	void aFirstPlaneWithoutAnyNumber() throws IOException {
		final float[][] maps = { new float[60] };
		Arrays.fill(maps[0], 0, 30, Float.NaN);
		try (MapTiff tiff = new MapTiff(folder.resolve("m.tif"), List.of("m"), new MapShape(6, 5, 2, SIZE))) {
			for (int z = 0; z < 2; z++) tiff.plane(new float[][] { plane(maps[0], z, 30) });
		}
		assertArrayEquals(expected(MapImages.maps("m.tif", List.of("m"), maps, 6, 5, 2, SIZE)), Files.readAllBytes(folder.resolve(
			"m.tif")));
	}

	@ParameterizedTest
	@CsvSource({ "6, 5, 1", "6, 5, 4", "500, 400, 2" })
	void labels(final int width, final int height, final int depth) throws IOException {
		final int[] labels = new Random(1).ints((long) width * height * depth, 0, 4).toArray();
		labels[3] = 65535;
		final Path file = folder.resolve("labels.tif");
		final int area = width * height;
		try (LabelTiff tiff = new LabelTiff(file, LEGEND, new MapShape(width, height, depth, SIZE))) {
			for (int z = 0; z < depth; z++) tiff.plane(Arrays.copyOfRange(labels, z * area, (z + 1) * area));
		}
		final ImagePlus imp = MapImages.labels("labels.tif", labels, width, height, depth, SIZE);
		LabelLut.apply(imp, LEGEND);
		assertArrayEquals(expected(imp), Files.readAllBytes(file));
	}

	@Test
	void whatIsNotCompleteIsRemoved() throws IOException {
		final Path file = folder.resolve("m.tif");
		final MapShape shape = new MapShape(3, 2, 2, SIZE);
		Files.writeString(file, "old");
		try (MapTiff tiff = new MapTiff(file, List.of("a"), shape)) {
			tiff.plane(new float[1][6]);
		}
		try (LabelTiff tiff = new LabelTiff(file, LEGEND, shape)) {
			tiff.plane(new int[6]);
			assertThrows(InputException.class, () -> tiff.plane(new int[] { 0, 0, 0, 0, 0, -1 }));
		}
		assertThrows(InputException.class, () -> {
			try (MapTiff tiff = new MapTiff(file, List.of("a"), shape)) {
				tiff.plane(new float[1][6]);
				tiff.plane(new float[1][5]);
			}
		});
		new MapTiff(file, List.of("a"), shape).close();
		assertEquals("old", Files.readString(file));
		assertNothingLeftBut("m.tif");
	}

	@Test
	void anInterruptedThreadLeavesNothing() throws IOException {
		try (MapTiff tiff = new MapTiff(folder.resolve("m.tif"), List.of("a"), new MapShape(3, 2, 2, SIZE))) {
			tiff.plane(new float[1][6]);
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, () -> tiff.plane(new float[1][6]));
		}
		assertTrue(Thread.interrupted());
		assertNothingLeftBut();
	}

	@Test
	void whatCannotBeWrittenIsNamed() {
		final Path nowhere = folder.resolve("none").resolve("m.tif");
		final MapShape shape = new MapShape(3, 2, 1, SIZE);
		assertTrue(assertThrows(InputException.class, () -> {
			try (MapTiff tiff = new MapTiff(nowhere, List.of("a"), shape)) {
				tiff.plane(new float[1][6]);
			}
		}).getMessage().startsWith(nowhere + " could not be written"));
		assertTrue(assertThrows(InputException.class, () -> new LabelTiff(folder.resolve("huge.tif"), LEGEND, new MapShape(1000,
			1000, 2200, SIZE))).getMessage().startsWith("huge.tif would have 4196 MB"));
		assertThrows(InputException.class, () -> new MapTiff(folder.resolve("m.tif"), List.of(), shape));
		assertThrows(InputException.class, () -> {
			try (MapTiff tiff = new MapTiff(folder.resolve("m.tif"), NAMES, shape)) {
				tiff.plane(new float[2][6]);
			}
		});
	}
}
