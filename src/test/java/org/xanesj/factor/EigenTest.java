// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices of low rank: fewer spectra than energies. */
class EigenTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 9, 16, 30, 59 })
	void aMatrixOfLowRankHasThatManyEigenvaluesAndTheirVectors(final int rank) {
		for (int seed = 0; seed < 40; seed++) {
			final double[][] gram = gram(60, rank, new Random(seed), seed % 2 == 0 ? 1 : 1e3);
			final Eigen eigen = Eigen.of(gram);
			for (int k = rank; k < 60; k++) assertEquals(0, eigen.values()[k] / eigen.values()[0], 1e-12);
			for (int k = 0; k < rank; k++) for (int i = 0; i < 60; i++) {
				double product = 0;
				for (int j = 0; j < 60; j++) product += gram[i][j] * eigen.vectors()[k][j];
				assertEquals(eigen.values()[k] * eigen.vectors()[k][i], product, 1e-10 * eigen.values()[0]);
			}
		}
	}

	/** The products of {@code rank} random spectra, each energy on a scale of its own. */
	private static double[][] gram(final int n, final int rank, final Random random, final double spread) {
		final double[][] spectra = new double[rank][n];
		for (int e = 0; e < n; e++) {
			final double scale = Math.pow(spread, random.nextDouble());
			for (int r = 0; r < rank; r++) spectra[r][e] = scale * random.nextGaussian();
		}
		final double[][] gram = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++)
			for (int r = 0; r < rank; r++) gram[i][j] += spectra[r][i] * spectra[r][j];
		return gram;
	}
}
