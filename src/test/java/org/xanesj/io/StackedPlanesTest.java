// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.PlaneSpectra;
import org.xanesj.stack.Destination;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

class StackedPlanesTest {

	private static final int ENERGIES = 3, HEIGHT = 6, WIDTH = 2;

	/** The value of a pixel says where it belongs. */
	private static PlaneSpectra part(final int first, final int planes, final int rowsTogether, final int planesTogether) {
		final List<float[]> values = new ArrayList<>();
		for (int e = 0; e < ENERGIES; e++) for (int z = first; z < first + planes; z++) values.add(run(e, z, 0, HEIGHT));
		return new PlaneSpectra(values, WIDTH, HEIGHT, planes, rowsTogether, planesTogether);
	}

	private static float[] run(final int e, final int z, final int firstRow, final int rows) {
		final float[] run = new float[rows * WIDTH];
		for (int i = 0; i < run.length; i++) run[i] = 10_000 * e + 100 * z + firstRow * WIDTH + i;
		return run;
	}

	private static StackedPlanes stacked(final String depths, final String together) {
		final int[] depth = Arrays.stream(depths.split(" ")).mapToInt(Integer::parseInt).toArray();
		final int[] planes = Arrays.stream(together.split(" ")).mapToInt(Integer::parseInt).toArray();
		final List<SpectraSource> parts = new ArrayList<>();
		int first = 0;
		for (int i = 0; i < depth.length; i++) {
			parts.add(part(first, depth[i], 1, planes[i]));
			first += depth[i];
		}
		return new StackedPlanes(parts);
	}

	@ParameterizedTest
	@CsvSource({ "4 4 4,2 2 2,2", "4 4 2,4 4 2,4", "4 4 4,1 1 1,1", "4 4 4,3 3 3,4", "3 5 4,3 5 4,8", "3 4,3 4,7", "2 4 6,2 1 2,2",
		"6 6 5,2 3 5,6", "7,3,3" })
	void noGroupIsPartedAndNoneIsNeedlesslyLarge(final String depths, final String together, final int expected) {
		assertEquals(expected, stacked(depths, together).planesTogether());
	}

	@ParameterizedTest
	@CsvSource({ "25 30,10 10,10", "25 25 30,10 10 10,10", "5 6,2 2,2", "7 8,3 3,3" })
	void withoutACommonBorderTheyAreThoseOfOneSource(final String depths, final String together, final int expected) {
		final StackedPlanes stacked = stacked(depths, together);
		assertEquals(expected, stacked.planesTogether());
		final StoredStack stored = new StoredStack(stacked, EnergyAxis.of(7100, 7110, 7120), StackInfo.named("uneven"));
		final SpectralImage lazy = stored.lazily();
		for (int e = 0; e < ENERGIES; e++) for (int z = 0; z < stacked.depth(); z++)
			assertEquals(run(e, z, HEIGHT - 1, 1)[1], Stacks.value(lazy, 1, HEIGHT - 1, z, e));
	}

	@Test
	void rowsFitEveryPart() {
		assertEquals(6, new StackedPlanes(List.of(part(0, 1, 2, 1), part(1, 1, 3, 1))).rowsTogether());
		assertEquals(4, new StackedPlanes(List.of(part(0, 1, 2, 1), part(1, 1, 4, 1))).rowsTogether());
		assertEquals(6, new StackedPlanes(List.of(part(0, 1, 4, 1), part(1, 1, 5, 1))).rowsTogether(), "the whole height");
	}

	@Test
	void piecesReachOverParts() {
		final StackedPlanes stacked = stacked("3 1 4", "3 1 2");
		assertEquals(8, stacked.depth());
		for (int first = 0; first < 8; first++) for (int planes = 1; first + planes <= 8; planes++) {
			final Piece piece = new Piece(2, 3, first, planes);
			final List<float[]> runs = new ArrayList<>();
			IntStream.range(0, 2 * planes).forEach(i -> runs.add(new float[3 * WIDTH]));
			stacked.read(piece, new int[] { 2, 0 }, Destination.planes(runs, planes));
			for (int e = 0; e < 2; e++) for (int z = 0; z < planes; z++)
				assertArrayEquals(run(e == 0 ? 2 : 0, first + z, 2, 3), runs.get(e * planes + z));
		}
	}
}
