// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.PixelBlock;

class ForestTest {

	private static final double[][] LEAVES = { {}, { 1, 0 }, { 0, 1 } };

	/** @return energies x pixels */
	private static float[][] spectra(final Random random, final int energies, final int pixels) {
		final float[][] rows = new float[energies][pixels];
		for (final float[] row : rows) for (int p = 0; p < pixels; p++) row[p] = Math.max(-Float.MAX_VALUE, Math.min(
			Float.MAX_VALUE, (float) PlainTree.number(random)));
		return rows;
	}

	private static List<Tree> trees(final Random random, final int energies, final int outputs) {
		final List<Tree> trees = new ArrayList<>();
		for (int depth = 0; depth < 12; depth++) trees.add(PlainTree.random(random, energies, outputs, depth));
		return trees;
	}

	private static float[] spectrum(final float[][] rows, final int p) {
		final float[] spectrum = new float[rows.length];
		for (int e = 0; e < rows.length; e++) spectrum[e] = rows[e][p];
		return spectrum;
	}

	@Test
	void scikitLearnSaysTheSame() throws IOException {
		final TrainedForest trained = TrainedForest.read();
		final float[][] found = Forest.of(8, trained.trees()).apply(PixelBlock.of(trained.rows(), trained.pixels()));
		assertEquals(3, found.length);
		for (int c = 0; c < 3; c++) for (int p = 0; p < trained.pixels(); p++) assertEquals(trained.probabilities()[p][c],
			found[c][p], 1e-6, "class " + c + " of pixel " + p);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 63, 64, 65, 1024, 2500 })
	void everyPixelTakesThePlainWayThroughTheTrees(final int pixels) {
		final Random random = new Random(pixels);
		for (final int outputs : new int[] { 1, 5 }) {
			final List<Tree> trees = trees(random, 10, outputs);
			final float[][] rows = spectra(random, 10, pixels + 3);
			final float[][] found = Forest.of(10, trees).apply(PixelBlock.of(rows, pixels));
			assertEquals(pixels, found[0].length);
			for (int p = 0; p < pixels; p++) for (int o = 0; o < outputs; o++) {
				double sum = 0;
				for (final Tree tree : trees) sum += PlainTree.predict(tree, 0, spectrum(rows, p))[o];
				assertEquals(sum / trees.size(), found[o][p], 1e-7, "output " + o + " of pixel " + p);
			}
		}
	}

	@Test
	void aPixelThatIsNotFiniteIsNotANumberAndItsNeighboursAre() {
		final Random random = new Random(1);
		final Forest forest = Forest.of(4, trees(random, 4, 2));
		final float[][] rows = spectra(random, 4, 100);
		final float[][] before = forest.apply(PixelBlock.of(rows, 100));
		rows[0][7] = Float.NaN;
		rows[3][70] = Float.POSITIVE_INFINITY;
		rows[2][99] = Float.NEGATIVE_INFINITY;
		for (final float[] map : before) map[7] = map[70] = map[99] = Float.NaN;
		assertTrue(Arrays.deepEquals(before, forest.apply(PixelBlock.of(rows, 100))));
	}

	@Test
	void aForestThatWasSentSaysTheSame() throws IOException, ClassNotFoundException {
		final Random random = new Random(2);
		final Forest forest = Forest.of(6, trees(random, 6, 3));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(forest);
		}
		final PixelBlock block = PixelBlock.of(spectra(random, 6, 200), 200);
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertTrue(Arrays.deepEquals(forest.apply(block), ((Forest) in.readObject()).apply(block)));
		}
	}

	private static Tree stump(final int left, final int right) {
		return new Tree(new int[3], new double[3], new int[] { left, -1, -1 }, new int[] { right, -1, -1 }, LEAVES);
	}

	@Test
	void treesThatAreNoneAreRefused() {
		assertArrayEquals(new float[][] { { 1 }, { 0 } }, Forest.of(1, List.of(stump(1, 2))).apply(PixelBlock.of(
			new float[1][1], 1)));
		for (final int[] children : new int[][] { { 1, 1 }, { 0, 2 }, { 1, 3 }, { -1, 2 }, { 1, -2 }, { -1, -1 } })
			assertThrows(IllegalArgumentException.class, () -> stump(children[0], children[1]), Arrays.toString(children));
		// nodes 1 and 2 follow each other and hang on nothing
		assertThrows(IllegalArgumentException.class, () -> new Tree(new int[5], new double[5], new int[] { -1, 2, 1, -1,
			-1 }, new int[] { -1, 3, 4, -1, -1 }, new double[5][1]));
		assertThrows(IllegalArgumentException.class, () -> new Tree(new int[3], new double[] { Double.NaN, 0, 0 },
			new int[] { 1, -1, -1 }, new int[] { 2, -1, -1 }, LEAVES));
		assertThrows(IllegalArgumentException.class, () -> new Tree(new int[1], new double[1], new int[1], new int[2],
			new double[1][1]));
		assertThrows(IllegalArgumentException.class, () -> new Tree(new int[0], new double[0], new int[0], new int[0],
			new double[0][]));
	}

	@Test
	void forestsThatDoNotFitAreRefused() {
		final Tree sees = new Tree(new int[] { 3, 0, 0 }, new double[3], new int[] { 1, -1, -1 }, new int[] { 2, -1, -1 },
			LEAVES);
		assertThrows(IllegalArgumentException.class, () -> Forest.of(3, List.of(sees)));
		assertThrows(IllegalArgumentException.class, () -> Forest.of(4, List.of()));
		assertThrows(IllegalArgumentException.class, () -> Forest.of(5000, List.of(sees)));
		final Forest four = Forest.of(4, List.of(sees));
		assertThrows(IllegalArgumentException.class, () -> four.apply(PixelBlock.of(new float[3][1], 1)));
		for (final double[] other : new double[][] { { 1 }, { 1, Double.NaN }, null }) {
			final Tree odd = new Tree(new int[1], new double[1], new int[] { -1 }, new int[] { -1 }, new double[][] { other });
			assertThrows(IllegalArgumentException.class, () -> Forest.of(4, Stream.of(sees, odd).toList()));
		}
	}
}
