// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectorTest {

	@ParameterizedTest
	@CsvSource({ "1,3", "4,10", "6,1", "7,33", "21,0" })
	void scoresAndSquaresAreThoseOfEachPixel(final int energies, final int size) {
		final Random random = new Random(energies);
		final float[][] rows = new float[energies][size + 2];
		for (final float[] row : rows) for (int p = 0; p < row.length; p++) row[p] = (float) random.nextGaussian();
		final double[][] vectors = new double[3][energies];
		for (final double[] vector : vectors) for (int e = 0; e < energies; e++) vector[e] = random.nextGaussian();
		final PixelBlock block = PixelBlock.of(rows, size);
		final double[][] scores = new Projector(vectors).apply(block);
		final double[] squares = Projector.squares(block, vectors[0]);
		assertEquals(size, squares.length);
		for (int p = 0; p < size; p++) {
			double sum = 0;
			for (int e = 0; e < energies; e++) sum += Math.pow(vectors[0][e] * rows[e][p], 2);
			assertEquals(sum, squares[p], 1e-13);
			for (int k = 0; k < 3; k++) {
				double score = 0;
				for (int e = 0; e < energies; e++) score += vectors[k][e] * rows[e][p];
				assertEquals(score, scores[k][p], 1e-13);
			}
		}
	}
}
