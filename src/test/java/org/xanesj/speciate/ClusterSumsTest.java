// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.xanesj.block.PixelBlock;

class ClusterSumsTest {

	private static ClusterSums sums(final int[] labels, final float[]... rows) {
		return ClusterSums.of(PixelBlock.of(rows, labels.length), labels, 5);
	}

	@Test
	void clustersAreOrderedBySizeAndEmptyOnesDropped() {
		final ClusterSums all = sums(new int[] { 3, 0, 3, 3 }, new float[] { 1, 2, 3, 5 }, new float[] { 10, 20, 30, 50 }).plus(
			sums(new int[] { 0, 2 }, new float[] { 4, 7 }, new float[] { 40, 70 }));
		assertArrayEquals(new int[] { 3, 0, 2 }, all.bySize());
		assertArrayEquals(new long[] { 2, 0, 1, 3, 0 }, all.counts());
		assertArrayEquals(new double[] { 3, 30 }, all.mean(3), 0);
		assertArrayEquals(new double[] { 3, 30 }, all.mean(0), 0);
		assertArrayEquals(new double[] { 7, 70 }, all.mean(2), 0);
	}
}
