// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.Progress;

class KMeansTest {

	private static final double[][] CORNERS = { { 0, 0 }, { 4, 0 }, { 0, 4 } };

	private static Clouds corners() {
		return new Clouds(CORNERS, 600, 0.2, 3);
	}

	private static KMeans fit(final Clouds clouds, final int k, final long seed) {
		return KMeans.fit(clouds.points, KMeans.Options.of(k, seed), Progress.NONE);
	}

	@Test
	void cloudsAreFound() {
		final Clouds clouds = corners();
		final KMeans clusters = fit(clouds, 3, 1);
		final int[] labels = new int[600];
		clusters.assign(clouds.points, 600, labels);
		for (int p = 0; p < 600; p++) {
			assertEquals(labels[clouds.cloud[p]], labels[p], "point " + p);
			for (int d = 0; d < 2; d++) assertEquals(CORNERS[clouds.cloud[p]][d], clusters.centres()[labels[p]][d], 0.06);
		}
		// each point adds two squared Gaussians of 0.04
		assertEquals(600 * 0.08, clusters.inertia(), 4);
	}

	/** Whatever was left out on the way: nothing is left to improve for an iteration that leaves out nothing. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 9 })
	void plainIterationsHaveNothingLeftToImprove(final int dimensions) {
		final Clouds clouds = Clouds.random(6, dimensions, 2, 9001, 5);
		final KMeans clusters = KMeans.fit(clouds.points, new KMeans.Options(6, 2, 1000, 0, 1), Progress.NONE);
		final float[][] improved = clouds.improved(clusters.centres());
		for (int c = 0; c < 6; c++) assertArrayEquals(improved[c], clusters.centres()[c], 2e-4f);
		assertEquals(clouds.inertia(clusters.centres()), clusters.inertia(), 1e-6 * clusters.inertia());
	}

	@Test
	void cloudsThatRunIntoEachOtherAreCutAsWellAsByPlainIterationsFromTheTruth() {
		final Clouds clouds = Clouds.random(9, 5, 1.5, 20_000, 11);
		float[][] plain = clouds.means(new float[9][5], clouds.cloud);
		for (int i = 0; i < 30; i++) plain = clouds.improved(plain);
		assertTrue(fit(clouds, 9, 1).inertia() < clouds.inertia(plain) * (1 + 1e-4));
	}

	@Test
	void farFromZeroTheClustersAreTheSame() {
		final Clouds near = Clouds.random(4, 3, 3, 5000, 2);
		final Clouds far = Clouds.random(4, 3, 3, 5000, 2);
		for (final float[] plane : far.points) for (int p = 0; p < plane.length; p++) plane[p] += 4096;
		assertEquals(fit(near, 4, 1).inertia(), fit(far, 4, 1).inertia(), 1e-3 * fit(near, 4, 1).inertia());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7 })
	void anyNumberOfThreadsGivesTheSameBits(final int threads) throws Exception {
		final Clouds clouds = Clouds.random(5, 4, 1, 40_000, 8);
		final KMeans here = fit(clouds, 5, 9);
		final ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			final KMeans there = pool.submit(() -> fit(clouds, 5, 9)).get();
			assertTrue(Arrays.deepEquals(here.centres(), there.centres()));
			assertEquals(here.inertia(), there.inertia());
		}
		finally {
			pool.shutdown();
		}
	}

	@Test
	void seedsHitEveryCloudThatStandsApart() {
		final double[][] grid = new double[16][];
		for (int c = 0; c < 16; c++) grid[c] = new double[] { 100 * (c % 4), 100 * (c / 4) };
		final Clouds clouds = new Clouds(grid, 10_000, 1, 4);
		for (int seed = 0; seed < 5; seed++) {
			final KMeans once = KMeans.fit(clouds.points, new KMeans.Options(16, 1, 300, 1e-4, seed), Progress.NONE);
			assertEquals(2 * 10_000, once.inertia(), 600, "seed " + seed);
		}
	}

	@Test
	void anEmptyClusterGetsTheFarthestPoint() {
		final float[][] line = { { 0, 1, 2, 10, 11, 12, 30 } };
		final Points points = new Points(line, 7);
		final Lloyd lloyd = new Lloyd(points, new float[][] { { 1 }, { 11 }, { 1000 } }, 0);
		do lloyd.assign(0, new Tile(1, 3));
		while (lloyd.improve());
		assertTrue(Arrays.deepEquals(new float[][] { { 1 }, { 11 }, { 30 } }, lloyd.centres()), Arrays.deepToString(lloyd
			.centres()));
		assertEquals(4, lloyd.inertia());
	}

	@Test
	void identicalPointsAreNoTrouble() {
		final float[][] same = new float[2][10];
		for (final float[] plane : same) Arrays.fill(plane, 0.1f);
		final KMeans clusters = KMeans.fit(same, KMeans.Options.of(3, 1), Progress.NONE);
		assertEquals(0, clusters.inertia());
		for (final float[] centre : clusters.centres()) assertArrayEquals(new float[] { 0.1f, 0.1f }, centre);
	}

	@Test
	void aPointGoesToTheFirstOfTheNearestCentresAndNowhereWithoutAPlace() {
		final KMeans clusters = new KMeans(new float[][] { { 0 }, { 2 }, { 2 } }, 0);
		final int[] labels = { 9, 9, 9, 9, 9, 9 };
		clusters.assign(new float[][] { { 1, 3, Float.NaN, -1, Float.POSITIVE_INFINITY, 0 } }, 5, labels);
		assertArrayEquals(new int[] { 0, 1, -1, 0, -1, 9 }, labels);
	}

	@Test
	void whatCannotBeGroupedIsRefused() {
		final KMeans.Options three = KMeans.Options.of(3, 1);
		assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[2][2], three, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[0][], three, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[][] { { 1, 2, 3 }, { 1, 2 } }, three,
			Progress.NONE));
		for (final float bad : new float[] { Float.NaN, Float.NEGATIVE_INFINITY, 1e30f })
			assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[][] { { 1, 2, 3, bad } }, three,
				Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new KMeans(new float[1][2], 0).assign(new float[3][5], 5,
			new int[5]));
		assertThrows(IllegalArgumentException.class, () -> KMeans.Options.of(0, 1));
	}

	@Test
	void cancellingStops() {
		final int[] reports = { 0 };
		final Progress impatient = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {
				reports[0]++;
			}

			@Override
			public boolean isCancelled() {
				return reports[0] == 2;
			}
		};
		final Clouds clouds = Clouds.random(9, 5, 1.5, 20_000, 11);
		assertThrows(CancellationException.class, () -> KMeans.fit(clouds.points, KMeans.Options.of(9, 1), impatient));
		assertEquals(2, reports[0]);
	}

	@Test
	void theNumberOfCloudsIsFoundFromTheirNoise() {
		final double[] variances = new double[600];
		Arrays.fill(variances, 0.08);
		assertEquals(3, ClusterNumber.of(corners().points, variances, 8, 1).suggested());
	}

	@Test
	void theNumberOfCloudsIsFoundBySilhouetteWhenTheNoiseIsFarBelow() {
		final double[] variances = new double[600];
		Arrays.fill(variances, 1e-6);
		assertEquals(3, ClusterNumber.of(corners().points, variances, 8, 1).suggested());
	}
}
