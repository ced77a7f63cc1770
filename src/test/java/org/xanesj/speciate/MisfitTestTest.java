// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Made of chi-squares that are drawn, so that no image is needed. */
class MisfitTestTest {

	private static final int WIDTH = 120;
	private static final int FREEDOM = 60;

	/** @return chi-squares of pixels whose noise doubles from left to right, off by so much of a step of 1 everywhere */
	private static PixelMisfit.Part plane(final double misfit, final long seed) {
		final Random random = new Random(seed);
		final PixelMisfit.Part plane = PixelMisfit.Part.unknown(WIDTH * WIDTH);
		for (int p = 0; p < WIDTH * WIDTH; p++) {
			final double variance = Math.exp(Math.log(2) * (p % WIDTH) / WIDTH);
			plane.thickness()[p] = (float) (p % WIDTH) / WIDTH;
			plane.noise()[p] = (float) (variance * sum(random) / FREEDOM);
			plane.chiSquare()[p] = (float) ((variance + misfit) * sum(random));
			plane.freedom()[p] = FREEDOM;
			plane.step()[p] = 1;
		}
		return plane;
	}

	private static double sum(final Random random) {
		double sum = 0;
		for (int i = 0; i < FREEDOM; i++) sum += Math.pow(random.nextGaussian(), 2);
		return sum;
	}

	private static double found(final PixelMisfit.Part plane, final double rate) {
		final boolean[] found = MisfitTest.of(List.of(plane), WIDTH, FREEDOM, rate).unexplained(plane, WIDTH);
		int n = 0;
		for (final boolean f : found) if (f) n++;
		return (double) n / found.length;
	}

	@Test
	void theLawIsChiSquares() {
		for (final int freedom : new int[] { 10, 60, 540 }) for (final double z : new double[] { -1, 0, 1.645, 2.326 }) {
			final double part = new NormalDistribution().cumulativeProbability(z);
			final double exact = new ChiSquaredDistribution(freedom).inverseCumulativeProbability(part);
			assertEquals(z, ChiSquareLaw.deviations(exact, freedom), 0.01);
			assertEquals(exact / freedom, ChiSquareLaw.reduced(z, freedom), 0.005);
		}
	}

	@Test
	void theNoiseOfThickAndThinPixelsIsFound() {
		final PixelMisfit.Part plane = plane(0, 1);
		final ThicknessNoise noise = ThicknessNoise.of(plane.thickness(), plane.noise(), FREEDOM);
		for (final double t : new double[] { 0, 0.2, 0.5, 0.9, 1 }) assertEquals(Math.pow(2, t), noise.at(t), 0.03);
	}

	@Test
	void noiseAloneGivesAsManyFalseAlarmsAsWereChosen() {
		assertEquals(0.05, found(plane(0, 2), 0.05), 0.015);
		assertEquals(0.01, found(plane(0, 3), 0.01), 0.004);
	}

	/** That references are off everywhere by as much as the noise is no sign of another species. */
	@Test
	void whatAllPixelsMisfitIsAllowedFor() {
		final PixelMisfit.Part plane = plane(1, 4);
		assertEquals(1, MisfitTest.of(List.of(plane), WIDTH, FREEDOM, 0.05).misfit(), 0.1);
		assertEquals(0.05, found(plane, 0.05), 0.02);
	}

	/** The sum around a pixel beside a grain is large; the pixel's own chi-square is not. */
	@Test
	void theBorderOfAGrainIsSharp() {
		final PixelMisfit.Part plane = plane(0, 5);
		for (int y = 40; y < 60; y++) for (int x = 40; x < 60; x++) plane.chiSquare()[y * WIDTH + x] *= 10;
		final boolean[] found = MisfitTest.of(List.of(plane), WIDTH, FREEDOM, 1e-4).unexplained(plane, WIDTH);
		for (int x = 40; x < 60; x++) assertTrue(found[50 * WIDTH + x], "inside at " + x);
		int beside = 0;
		for (int x = 39; x < 61; x++) if (found[39 * WIDTH + x]) beside++;
		assertTrue(beside <= 2, beside + " of 22 whose sums are as large");
		assertFalse(found[10 * WIDTH + 10]);
	}
}
