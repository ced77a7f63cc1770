// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What lies where in a {@link LargePhantom}: one grain in each square of a grid, somewhere in it, grown until it meets
 * the others. Along a smooth field each grain turns into the kind of its nearest neighbour, by a third at most.
 *
 * @param width in pixels
 * @param kinds index into {@link #KINDS} for each pixel
 * @param neighbours the same, of the second nearest grain
 * @param blend share of the second kind, 0 to a third
 * @param thickness of what holds iron, in mean edge steps
 * @param matrix what holds none, in mean edge steps
 */
record LargeLayout(int width, int[] kinds, int[] neighbours, float[] blend, float[] thickness, float[] matrix) {

	/** Shares of the species in the sample: each alone, then the mixtures of the iron K phantom. */
	static final List<double[]> KINDS = Stream.concat(IntStream.range(0, IronSpecies.PRESENT).mapToObj(
		LargeLayout::pure), IronLayout.MIXTURES.stream()).toList();

	/** Side of a square of the grid, pixels. */
	private static final int CELL = 64;

	private static double[] pure(final int species) {
		final double[] shares = new double[IronSpecies.PRESENT];
		shares[species] = 1;
		return shares;
	}

	static LargeLayout of(final int width, final int height, final long seed) {
		final int columns = (width + CELL - 1) / CELL;
		final double[][] sites = sites(columns * ((height + CELL - 1) / CELL), columns, seed);
		final LargeLayout layout = new LargeLayout(width, new int[width * height], new int[width * height], field(width,
			height, seed + 1, 0, 1f / 3), field(width, height, seed + 2, 0.4f, 1.6f), field(width, height, seed + 3, 0.2f,
				3));
		IntStream.range(0, height).parallel().forEach(y -> layout.grow(y, sites, columns));
		return layout;
	}

	/** @return x, y and kind of each grain, row by row of the grid */
	private static double[][] sites(final int count, final int columns, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] sites = new double[count][];
		for (int i = 0; i < count; i++) sites[i] = new double[] { CELL * (i % columns + SmoothField.unit(random)), CELL * (i /
			columns + SmoothField.unit(random)), random.nextInt(KINDS.size()) };
		return sites;
	}

	private static float[] field(final int width, final int height, final long seed, final float from, final float to) {
		final double[] field = SmoothField.of(width, height, 2 * CELL, seed);
		final float[] scaled = new float[field.length];
		for (int p = 0; p < scaled.length; p++) scaled[p] = (float) (from + (to - from) * field[p]);
		return scaled;
	}

	private void grow(final int y, final double[][] sites, final int columns) {
		final int rows = sites.length / columns;
		for (int x = 0; x < width; x++) {
			double first = Double.POSITIVE_INFINITY;
			double second = Double.POSITIVE_INFINITY;
			for (int r = Math.max(0, y / CELL - 2); r <= Math.min(rows - 1, y / CELL + 2); r++)
				for (int c = Math.max(0, x / CELL - 2); c <= Math.min(columns - 1, x / CELL + 2); c++) {
					final double[] site = sites[r * columns + c];
					final double distance = (site[0] - x) * (site[0] - x) + (site[1] - y) * (site[1] - y);
					if (distance < first) {
						second = first;
						neighbours[x + width * y] = kinds[x + width * y];
						first = distance;
						kinds[x + width * y] = (int) site[2];
					}
					else if (distance < second) {
						second = distance;
						neighbours[x + width * y] = (int) site[2];
					}
				}
		}
	}
}
