// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.Progress;

class GaussianMixtureTest {

	private static final List<String[]> FILE = PointFile.lines("mixture.csv");
	private static final float[][] POINTS = PointFile.points(named("point"), 1, 3);

	/** Long and tilted: their points overlap along the first axis. */
	private static final double[][] MEANS = { { 0, 0 }, { 0, 3 }, { 8, 4 } };
	private static final double[][] ROOTS = { { 2, 0, 1, 0.2 }, { 2, 0, 1, 0.2 }, { 0.5, 0, 0, 1.5 } };
	private static final double[] SHARES = { 0.5, 0.3, 0.2 };

	private static List<String[]> named(final String what) {
		return FILE.stream().filter(line -> line[0].equals(what)).toList();
	}

	private static float[][] clouds(final int n, final int[] cloud) {
		final Random random = new Random(3);
		final float[][] points = new float[2][n];
		for (int p = 0; p < n; p++) {
			final double which = random.nextDouble();
			final int c = which < 0.5 ? 0 : which < 0.8 ? 1 : 2;
			cloud[p] = c;
			final double a = random.nextGaussian();
			final double b = random.nextGaussian();
			for (int d = 0; d < 2; d++) points[d][p] = (float) (MEANS[c][d] + ROOTS[c][2 * d] * a + ROOTS[c][2 * d + 1] * b);
		}
		return points;
	}

	private static GaussianMixture fit(final float[][] points, final int k) {
		return GaussianMixture.fit(points, new GaussianMixture.Options(k, 5000, 1e-13, 1e-6, 1), Progress.NONE);
	}

	@Test
	void theMixtureIsThatOfScikitLearn() {
		final GaussianMixture found = fit(POINTS, 3);
		final double[] logs = found.logLikelihoods();
		assertEquals(Double.parseDouble(named("likelihood").get(0)[1]), logs[logs.length - 1], 1e-8);
		final int[] order = IntStream.range(0, 3).boxed().sorted(Comparator.comparingDouble(c -> -found.weights()[c])).mapToInt(
			c -> c).toArray();
		for (int i = 0; i < 3; i++) {
			final double[] theirs = PointFile.numbers(named("component").get(i), 1);
			final Normal ours = found.normals().get(order[i]);
			assertEquals(theirs[0], found.weights()[order[i]], 1e-6);
			assertArrayEquals(Arrays.copyOfRange(theirs, 1, 4), ours.mean(), 1e-5);
			for (int d = 0; d < 3; d++) assertArrayEquals(Arrays.copyOfRange(theirs, 4 + 3 * d, 7 + 3 * d), ours
				.covariance()[d], 1e-5);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void theCriterionIsThatOfScikitLearn(final int k) {
		final double theirs = Double.parseDouble(named("bic").get(k - 1)[2]);
		assertEquals(theirs, fit(POINTS, k).bic(), 1e-6 * theirs);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 5, 8 })
	void withoutARidgeTheLikelihoodNeverFalls(final int k) {
		final double[] logs = GaussianMixture.fit(clouds(2000, new int[2000]), new GaussianMixture.Options(k, 500, 1e-8, 0, 1),
			Progress.NONE).logLikelihoods();
		assertTrue(logs.length > 2, "iterations");
		for (int i = 1; i < logs.length; i++) assertTrue(logs[i] >= logs[i - 1], "iteration " + i + ": " + logs[i -
			1] + " to " + logs[i]);
	}

	@Test
	void longTiltedCloudsAreFoundWithTheirCovariances() {
		final int n = 6000;
		final int[] cloud = new int[n];
		final float[][] points = clouds(n, cloud);
		final GaussianMixture found = fit(points, 3);
		final int[] labels = new int[n];
		found.assign(points, n, labels);
		for (int c = 0; c < 3; c++) {
			final int cluster = mostly(c, cloud, labels);
			final Normal normal = found.normals().get(cluster);
			assertEquals(SHARES[c], found.weights()[cluster], 0.02);
			assertArrayEquals(MEANS[c], normal.mean(), 0.15);
			for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) assertEquals(ROOTS[c][2 * i] * ROOTS[c][2 * j] + ROOTS[c][2 *
				i + 1] * ROOTS[c][2 * j + 1], normal.covariance()[i][j], 0.2);
		}
		final long wrong = IntStream.range(0, n).filter(p -> labels[p] != mostly(cloud[p], cloud, labels)).limit(n).count();
		assertTrue(wrong < 0.01 * n, wrong + " wrong");
	}

	private static int mostly(final int of, final int[] cloud, final int[] labels) {
		final int[] votes = new int[3];
		for (int p = 0; p < 300; p++) if (cloud[p] == of) votes[labels[p]]++;
		return IntStream.range(0, 3).boxed().max(Comparator.comparingInt(c -> votes[c])).orElseThrow();
	}

	@Test
	void theTrueNumberHasTheSmallestCriterion() {
		final float[][] points = clouds(3000, new int[3000]);
		final int best = IntStream.rangeClosed(1, 7).boxed().min(Comparator.comparingDouble(k -> GaussianMixture.fit(points,
			GaussianMixture.Options.of(k, 1), Progress.NONE).bic())).orElseThrow();
		assertEquals(3, best);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.01 })
	void soManyPointsAreCalledStrangersAsWasAsked(final double falseAlarm) {
		final int n = 20_000;
		final float[][] points = clouds(n, new int[n]);
		final int[] labels = new int[n];
		fit(points, 3).within(falseAlarm).assign(points, n, labels);
		// a point may also be near another cloud: fewer, if anything
		assertEquals(falseAlarm, (double) Arrays.stream(labels).filter(l -> l < 0).count() / n, 0.1 * falseAlarm + 3e-3);
		final int[] all = new int[n];
		fit(points, 3).within(0).assign(points, n, all);
		assertTrue(Arrays.stream(all).allMatch(l -> l >= 0));
	}

	@Test
	void aStrangerFitsNone() {
		final int[] labels = new int[3];
		fit(clouds(3000, new int[3000]), 3).within(0.001).assign(new float[][] { { 0, -6, Float.NaN }, { 0, 6, 0 } }, 3, labels);
		assertTrue(labels[0] >= 0);
		assertEquals(-1, labels[1]);
		assertEquals(-1, labels[2]);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void anyNumberOfThreadsGivesTheSameBits(final int threads) throws Exception {
		final float[][] points = clouds(9000, new int[9000]);
		final GaussianMixture here = GaussianMixture.fit(points, GaussianMixture.Options.of(4, 9), Progress.NONE);
		final ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			final GaussianMixture there = pool.submit(() -> GaussianMixture.fit(points, GaussianMixture.Options.of(4, 9),
				Progress.NONE)).get();
			assertArrayEquals(here.logLikelihoods(), there.logLikelihoods());
			for (int c = 0; c < 4; c++) assertTrue(Arrays.deepEquals(here.normals().get(c).covariance(), there.normals().get(c)
				.covariance()));
		}
		finally {
			pool.shutdown();
		}
	}

	@Test
	void pointsThatAreAllTheSameAreNoTrouble() {
		final float[][] same = new float[2][50];
		final int[] labels = new int[50];
		GaussianMixture.fit(same, GaussianMixture.Options.of(2, 1), Progress.NONE).within(0.01).assign(same, 50, labels);
		assertTrue(Arrays.stream(labels).allMatch(l -> l == labels[0] && l >= 0), Arrays.toString(labels));
	}

	@Test
	void whatCannotBeGroupedIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> fit(new float[2][2], 3));
		assertThrows(IllegalArgumentException.class, () -> GaussianMixture.Options.of(0, 1));
		assertThrows(IllegalArgumentException.class, () -> fit(POINTS, 2).assign(new float[2][5], 5, new int[5]));
	}
}
