// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.InputException;


/** Two factors in a space of seven numbers. */
class TargetScaleTest {

	private static final int C = 7;
	private static final Pca PCA = pca();
	private static final double[] STEP = { 0, 0, 0.3, 1, 1, 1, 1 };

	private static Pca pca() {
		final Random random = new Random(2);
		final double[][] gram = new double[C][C];
		for (int p = 0; p < 500; p++) {
			final double a = random.nextDouble(), b = random.nextDouble();
			final double[] x = new double[C];
			for (int i = 0; i < C; i++) x[i] = a * Math.atan(i - 2.5) + b * Math.cos(i) + 0.01 * random.nextGaussian();
			for (int i = 0; i < C; i++) for (int j = 0; j < C; j++) gram[i][j] += x[i] * x[j];
		}
		return Pca.of(gram, 500);
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}

	/** On a fine grid of the line of all vectors with that edge, none is nearer. */
	@Test
	void aFixedScaleKeepsTheEdgeAndIsTheNearestThatDoes() {
		final double[] x = { 0.1, 0, 0.2, 0.8, 1.1, 1, 0.7 };
		final TargetTest free = TargetTest.of("x", x, PCA, 2);
		final TargetTest fixed = TargetTest.ofFixedScale("x", x, STEP, PCA, 2);
		assertEquals(dot(STEP, x), dot(STEP, fixed.projection()), 1e-12);
		assertTrue(Math.abs(dot(STEP, free.projection()) - dot(STEP, x)) > 0.01, "it differs from a free scale");
		double nearest = Double.POSITIVE_INFINITY;
		final double[] u = PCA.vectors()[0], v = PCA.vectors()[1];
		for (double t = -5; t < 5; t += 1e-4) {
			final double other = (dot(STEP, x) - t * dot(STEP, u)) / dot(STEP, v);
			double squares = 0;
			for (int i = 0; i < C; i++) squares += Math.pow(t * u[i] + other * v[i] - x[i], 2);
			nearest = Math.min(nearest, squares);
		}
		assertEquals(nearest, fixed.chiSquare(), 1e-7);
		assertTrue(fixed.chiSquare() > free.chiSquare());
		assertEquals(Math.sqrt(fixed.chiSquare() / C), fixed.aet(), 1e-14);
	}

	@Test
	void aMemberIsItselfByEitherAndASpoilHasNoScale() {
		final double[] member = new double[C];
		for (int i = 0; i < C; i++) member[i] = 0.4 * PCA.vectors()[0][i] + 0.9 * PCA.vectors()[1][i];
		assertArrayEquals(member, TargetTest.ofFixedScale("m", member, STEP, PCA, 2).projection(), 1e-12);
		final double[] x = { 0.1, 0, 0.2, 0.8, 1.1, 1, 0.7 };
		final double[] doubled = Arrays.stream(x).map(value -> 2 * value).toArray();
		assertEquals(TargetTest.of("x", x, PCA, 2).spoil(), TargetTest.of("x", doubled, PCA, 2).spoil(), 1e-12);
		assertEquals(TargetTest.ofFixedScale("x", x, STEP, PCA, 2).spoil(), TargetTest.ofFixedScale("x", doubled, STEP, PCA, 2)
			.spoil(), 1e-12);
	}

	@Test
	void namesAreThoseOfMacros() {
		assertEquals(TargetScale.FIXED, TargetScale.named("fixed"));
		assertThrows(InputException.class, () -> TargetScale.named("Free"));
	}
}
