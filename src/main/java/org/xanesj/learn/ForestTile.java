// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/** A few pixels on their way through the trees. What is known of them stays in a core's first cache. */
final class ForestTile {

	/** Pixels in a tile. */
	static final int SIZE = 64;

	/** Energies x pixels. */
	private final int[] keys;

	/** Outputs x pixels. */
	private final double[][] sums;

	/** Zero, and NaN where a value of the pixel is not finite. */
	private final float[] odd = new float[SIZE];
	private final float[] row = new float[SIZE];
	private final int[] at = new int[SIZE];
	private int first;
	private int size;

	ForestTile(final int energies, final int outputs) {
		keys = new int[energies * SIZE];
		sums = new double[outputs][SIZE];
	}

	/** Reads the pixels of the block from {@code first} on. */
	void read(final PixelBlock block, final int first) {
		this.first = first;
		size = Math.min(SIZE, block.size() - first);
		Arrays.fill(odd, 0);
		for (int e = 0; e < block.energies(); e++) {
			System.arraycopy(block.row(e), first, row, 0, size);
			for (int i = 0; i < row.length; i++) odd[i] += row[i] * 0f;
			for (int i = 0; i < row.length; i++) keys[e * SIZE + i] = FloatOrder.key(row[i]);
		}
		for (final double[] sum : sums) Arrays.fill(sum, 0);
	}

	void add(final FlatTree tree) {
		tree.add(keys, at, sums);
	}

	/** Writes the means over so many trees. */
	void write(final int trees, final float[][] means) {
		for (int o = 0; o < sums.length; o++)
			for (int i = 0; i < size; i++) means[o][first + i] = (float) (sums[o][i] / trees) + odd[i];
	}
}
