// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xanesj.stack.Destination;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.StoredStack;

import io.jhdf.api.DatasetCreationOptions;

/** Pieces of HDF5 data in every order of the axes, stored in every way that can be written here. */
class Hdf5SpectraTest {

	private static final int ENERGIES = 5, DEPTH = 4, HEIGHT = 7, WIDTH = 37;
	private static final double[] AXIS = IntStream.range(0, ENERGIES).mapToDouble(i -> 7100 + i).toArray();

	@TempDir
	Path folder;

	static List<String> orders() {
		final List<String> orders = new ArrayList<>();
		permute("", "ezyx", orders);
		return orders;
	}

	private static void permute(final String begun, final String left, final List<String> orders) {
		if (left.isEmpty()) orders.add(begun);
		for (int i = 0; i < left.length(); i++) permute(begun + left.charAt(i), left.substring(0, i) + left.substring(i + 1),
			orders);
	}

	private static int length(final char axis) {
		return axis == 'e' ? ENERGIES : axis == 'z' ? DEPTH : axis == 'y' ? HEIGHT : WIDTH;
	}

	private SpectraSource source(final String order, final DatasetCreationOptions options) {
		final Path file = Hdf5Scan.volume(folder.resolve(order + ".h5"), order, Hdf5Scan.volume(order, ENERGIES, DEPTH,
			HEIGHT, WIDTH), AXIS, options);
		return new Hdf5ExchangeStack().find(file).source();
	}

	private static float[] read(final SpectraSource source, final Piece piece, final int... energies) {
		final float[] values = new float[energies.length * piece.planes() * piece.rows() * source.width()];
		Arrays.fill(values, Float.NaN);
		source.read(piece, energies, Destination.cell(values, piece, source.width(), energies.length));
		return values;
	}

	private static float[] truth(final Piece piece, final int... energies) {
		final float[] values = new float[energies.length * piece.planes() * piece.rows() * WIDTH];
		int i = 0;
		for (final int e : energies) for (int z = 0; z < piece.planes(); z++) for (int y = 0; y < piece.rows(); y++)
			for (int x = 0; x < WIDTH; x++) values[i++] = Hdf5Scan.value(e, piece.firstPlane() + z, piece.firstRow() + y, x);
		return values;
	}

	private static void assertEveryPiece(final SpectraSource source, final Random random) {
		assertArrayEquals(truth(Piece.all(source), 0, 1, 2, 3, 4), read(source, Piece.all(source), 0, 1, 2, 3, 4));
		for (int i = 0; i < 10; i++) {
			final int row = random.nextInt(HEIGHT), plane = random.nextInt(DEPTH);
			final Piece piece = new Piece(row, 1 + random.nextInt(HEIGHT - row), plane, 1 + random.nextInt(DEPTH - plane));
			final List<Integer> all = new ArrayList<>(List.of(0, 1, 2, 3, 4));
			Collections.shuffle(all, random);
			final int[] some = all.stream().limit(1 + i % ENERGIES).mapToInt(e -> e).toArray();
			assertArrayEquals(truth(piece, some), read(source, piece, some), () -> piece + " at " + Arrays.toString(some));
		}
	}

	@ParameterizedTest
	@MethodSource("orders")
	void oneBehindTheOther(final String order) {
		assertEveryPiece(source(order, DatasetCreationOptions.DEFAULT), new Random(1));
	}

	@ParameterizedTest
	@MethodSource("orders")
	void inChunksOfAnyShape(final String order) {
		final Random random = new Random(order.hashCode());
		for (int i = 0; i < 4; i++) {
			final int[] chunk = order.chars().map(axis -> 1 + random.nextInt(length((char) axis))).toArray();
			final DatasetCreationOptions.Builder options = DatasetCreationOptions.builder().chunkDimensions(chunk);
			if (i > 1) options.shuffle();
			if (i % 2 == 1) options.deflate(4);
			final SpectraSource source = source(order, options.build());
			assertEveryPiece(source, random);
			assertEquals(chunk[order.indexOf('y')], source.rowsTogether());
			assertEquals(chunk[order.indexOf('z')], source.planesTogether());
		}
	}

	@Test
	void cellsNeedEachChunkOnce() {
		for (final String order : List.of("ezyx", "xyze", "yezx")) {
			final int[] chunk = order.chars().map(axis -> axis == 'x' ? 10 : 2).toArray();
			final Hdf5Spectra source = (Hdf5Spectra) source(order, DatasetCreationOptions.builder().chunkDimensions(chunk)
				.build());
			final Hdf5Storage storage = layout(order).storage();
			final Set<String> seen = new HashSet<>();
			int needed = 0;
			for (int y = 0; y < HEIGHT; y += source.rowsTogether()) for (int z = 0; z < DEPTH; z += source.planesTogether())
				for (final Box block : storage.blocks(source.regions(new Piece(y, Math.min(HEIGHT - y, source.rowsTogether()), z,
					Math.min(DEPTH - z, source.planesTogether())), new int[] { 0, 1, 2, 3, 4 }))) {
					seen.add(Arrays.toString(block.start()));
					needed++;
				}
			assertEquals(3 * 2 * 4 * 4, seen.size());
			assertEquals(seen.size(), needed, order);
		}
	}

	private Hdf5Layout layout(final String order) {
		return Hdf5File.read(folder.resolve(order + ".h5"), root -> Hdf5Layout.of(root.getDatasetByPath("/exchange/data"),
			new AxisOrder(order.indexOf('e'), order.indexOf('z'), order.indexOf('y'), order.indexOf('x'))));
	}

	@Test
	void dataBesideOneAnotherAreReadInLongRuns() {
		final SpectraSource rows = find(new float[2][3][400][64], "ezyx").source();
		assertEquals(256, rows.rowsTogether(), "64 KB");
		assertEquals(1, rows.planesTogether());
		final SpectraSource pixels = find(new float[64][400][3][2], "xyez").source();
		assertEquals(400, pixels.rowsTogether(), "a column of them has less than 64 KB");
		assertEquals(2, pixels.planesTogether());
	}

	private StoredStack find(final float[][][][] data, final String order) {
		final double[] energies = IntStream.range(0, order.charAt(0) == 'e' ? data.length : data[0][0].length).mapToDouble(
			i -> 7100 + i).toArray();
		return new Hdf5ExchangeStack().find(Hdf5Scan.volume(folder.resolve("data.h5"), order, data, energies,
			DatasetCreationOptions.DEFAULT));
	}

	@Test
	void whoeverIsInterruptedReadsNoFurther() {
		final SpectraSource source = source("ezyx", DatasetCreationOptions.DEFAULT);
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> read(source, Piece.all(source), 0, 1));
		}
		finally {
			assertTrue(Thread.interrupted());
		}
		assertArrayEquals(truth(Piece.all(source), 0, 1), read(source, Piece.all(source), 0, 1));
	}

	@Test
	void manyThreadsMayReadAtOnce() {
		final SpectraSource source = source("ezyx", DatasetCreationOptions.builder().chunkDimensions(1, 1, 2, 5).deflate(1)
			.build());
		IntStream.range(0, 40).parallel().forEach(i -> {
			final Piece piece = new Piece(i % HEIGHT, 1, i % DEPTH, 1);
			assertArrayEquals(truth(piece, 3, 1), read(source, piece, 3, 1));
		});
	}

	/** The checksum behind packed data tells every change of a byte. */
	@Test
	void damageInAChunkIsRefusedByName() throws IOException {
		final SpectraSource source = source("ezyx", DatasetCreationOptions.builder().chunkDimensions(2, 2, 4, 10).shuffle()
			.deflate(4).build());
		final Path file = folder.resolve("ezyx.h5");
		final ChunkPlaces places = ((ChunkedStorage) layout("ezyx").storage()).places();
		final byte[] good = Files.readAllBytes(file);
		final Random random = new Random(5);
		for (int i = 0; i < 50; i++) {
			final int chunk = random.nextInt(places.addresses().length);
			final byte[] bad = good.clone();
			bad[(int) places.addresses()[chunk] + random.nextInt(places.lengths()[chunk])] ^= 1 + random.nextInt(255);
			Files.write(file, bad);
			final InputException e = assertThrows(InputException.class, () -> read(source, Piece.all(source), 0, 1, 2, 3, 4));
			assertTrue(e.getMessage().contains("ezyx.h5 could not be read as HDF5"), e::getMessage);
		}
	}

	@Test
	void aFileThatWasWrittenAnewIsReadAnew() throws IOException {
		final SpectraSource source = source("ezyx", DatasetCreationOptions.DEFAULT);
		final float[][][][] others = Hdf5Scan.volume("ezyx", ENERGIES, DEPTH, HEIGHT, WIDTH);
		others[2][1][3][4] = -1;
		final Path file = Hdf5Scan.volume(folder.resolve("ezyx.h5"), "ezyx", others, AXIS, DatasetCreationOptions.builder()
			.chunkDimensions(1, 1, HEIGHT, WIDTH).build());
		Files.setLastModifiedTime(file, FileTime.fromMillis(1));
		assertEquals(-1, read(source, new Piece(3, 1, 1, 1), 2)[4]);
		Hdf5Scan.volume(file, "ezyx", Hdf5Scan.volume("ezyx", ENERGIES, DEPTH, HEIGHT, WIDTH + 1), AXIS,
			DatasetCreationOptions.DEFAULT);
		final InputException e = assertThrows(InputException.class, () -> read(source, Piece.all(source), 0));
		assertTrue(e.getMessage().contains("ezyx.h5: /exchange/data has changed from 5 x 4 x 7 x 37 to 5 x 4 x 7 x 38"), e
			::getMessage);
	}
}
