// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.block.PixelBlock;

class BlockProjectionTest {

	private static double[][] random(final Random random, final int count, final int length) {
		return IntStream.range(0, count).mapToObj(k -> random.doubles(length, -1, 1).toArray()).toArray(double[][]::new);
	}

	/** Numbers of energies that fours do not go into, of vectors, and of pixels around a tile. */
	@ParameterizedTest
	@CsvSource({ "1,1,0,1", "2,3,1,5", "3,0,2,1023", "4,5,1,1024", "7,8,2,1025", "8,1,1,2049", "13,16,2,100" })
	void isWhatPlainSumsGive(final int energies, final int vectors, final int weights, final int pixels) {
		final Random random = new Random(5);
		final int[] rows = IntStream.range(0, energies).map(e -> 2 * e + 1).toArray();
		final float[][] data = new float[2 * energies + 1][pixels + 3];
		for (final float[] row : data) for (int p = 0; p < row.length; p++) row[p] = random.nextFloat() - 0.3f;
		final double[][] v = random(random, vectors, energies);
		final double[][] w = random(random, weights, energies);
		final BlockProjection projection = new BlockProjection(rows, v, w, pixels + 3);
		for (int twice = 0; twice < 2; twice++) projection.apply(PixelBlock.of(data, pixels));
		for (int p = 0; p < pixels; p++) {
			for (int k = 0; k < vectors; k++) assertEquals(sum(data, rows, v[k], p, 1), projection.products()[k][p], 1e-14);
			for (int k = 0; k < weights; k++) assertEquals(sum(data, rows, w[k], p, 2), projection.lengths()[k][p], 1e-14);
		}
	}

	private static double sum(final float[][] data, final int[] rows, final double[] factors, final int p,
		final int power)
	{
		double sum = 0;
		for (int e = 0; e < rows.length; e++) sum += factors[e] * Math.pow(data[rows[e]][p], power);
		return sum;
	}
}
