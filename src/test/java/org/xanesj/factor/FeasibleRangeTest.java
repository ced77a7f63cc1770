// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xanesj.block.Progress;

/**
 * Two species: the interval that Lawton & Sylvestre (Technometrics 13, 617 (1971)) work out. Spectra of edge step one lie
 * on a line, A at u = 0, B at u = 1: value 0.1 + 0.9 u at one energy and 1 - 0.8 u at another. So species may lie from
 * u = -1/9 to 1.25, where a value is zero, and the mixtures, from u = 0.2 to 0.7, must lie between the two: A from -1/9 to
 * 0.2, B from 0.7 to 1.25.
 */
class FeasibleRangeTest {

	private static final double LOWEST = -1 / 9.0, HIGHEST = 1.25, FROM = 0.2, TO = 0.7;
	/** In standard deviations of the noise: how thick the mixtures are. */
	private static final double THICKNESS = 1000;

	/** The limit of the misfit, 10 squares of the noise, lets the outermost mixture stick out by so much of the line. */
	private static final double CLOSE = 3e-3;

	private static final double[][] SPECIES = { { 1, 0 }, { 0, 1 } };

	private static Mixtures mixtures() {
		final double[][] scores = new double[2][101];
		for (int p = 0; p <= 100; p++) {
			final double u = FROM + (TO - FROM) * p / 100;
			scores[0][p] = THICKNESS * (1 - u);
			scores[1][p] = THICKNESS * u;
		}
		return new Mixtures(scores, 1, SpectraCone.of(new double[][] { { 0.1, 1 }, { 1, 0.2 } }, new double[] { 1, 1 },
			new double[2]));
	}

	@Test
	void ofTwoSpeciesItIsTheIntervalOfLawtonAndSylvestre() {
		final FeasibleRange range = FeasibleRange.of(mixtures(), SPECIES, 0, Progress.NONE);
		final double u = 0.5 * (FROM + TO);
		assertEquals((TO - u) / (TO - LOWEST), range.least(0), CLOSE);
		assertEquals((HIGHEST - u) / (HIGHEST - FROM), range.most(0), CLOSE);
		assertEquals((u - FROM) / (HIGHEST - FROM), range.least(1), CLOSE);
		assertEquals((u - LOWEST) / (TO - LOWEST), range.most(1), CLOSE);
		assertEquals(LOWEST, range.solutions().get(1)[0][1], CLOSE, "A where there is least of it");
		assertEquals(FROM, range.solutions().get(2)[0][1], CLOSE, "A where there is most of it");
		assertEquals(HIGHEST, range.solutions().get(3)[1][1], CLOSE, "B where there is least of it");
		assertEquals(TO, range.solutions().get(4)[1][1], CLOSE, "B where there is most of it");
	}

	@Test
	void aFixedSpeciesNarrowsIt() {
		final FeasibleRange range = FeasibleRange.of(mixtures(), SPECIES, 1, Progress.NONE);
		final double u = 0.5 * (FROM + TO);
		assertEquals(3, range.solutions().size());
		for (final double[][] solution : range.solutions()) assertArrayEquals(SPECIES[0], solution[0]);
		assertEquals(u / HIGHEST, range.least(1), CLOSE);
		assertEquals(u / TO, range.most(1), CLOSE);
	}

	@Test
	void slopesAreThoseOfDifferences() {
		final Random random = new Random(5);
		final double[][] scores = new double[3][200];
		for (final double[] row : scores) for (int p = 0; p < row.length; p++) row[p] = 5 * random.nextDouble() + random
			.nextGaussian();
		final double[][] spectra = { { .8, .15, .05 }, { .1, .7, .2 }, { .2, .1, .7 } };
		final Mixtures data = new Mixtures(scores, 1, SpectraCone.of(new double[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
			new double[] { 1, 1, 1 }, new double[3]));
		final double limit = 1.5 * SubsetAmounts.of(scores, spectra, 0).misfit();
		final Bfgs.Function barrier = new RangeBarrier(data, spectra, 0, 1, 1, limit).weighing(0.01);
		final double[] gradient = new double[6];
		assertTrue(Double.isFinite(barrier.at(new double[6], gradient)));
		for (int i = 0; i < 6; i++) {
			final double[] up = new double[6];
			final double[] down = new double[6];
			up[i] = 1e-6;
			down[i] = -1e-6;
			final double slope = (barrier.at(up, new double[6]) - barrier.at(down, new double[6])) / 2e-6;
			assertEquals(slope, gradient[i], 1e-4 * Math.max(1, Math.abs(slope)), "coordinate " + i);
		}
	}

	/** Rosenbrock's valley, Comput. J. 3, 175 (1960): the minimum is 0 at (1, 1). */
	@Test
	void theMinimumOfABentValleyIsFound() {
		final double[] end = Bfgs.minimize((x, gradient) -> {
			gradient[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
			gradient[1] = 200 * (x[1] - x[0] * x[0]);
			return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
		}, new double[] { -1.2, 1 }, 200, 1e-15);
		assertArrayEquals(new double[] { 1, 1 }, end, 1e-5);
	}
}
