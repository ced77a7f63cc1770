// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class KMeansTest {

	private static final double[][] CENTRES = { { 0, 0 }, { 4, 0 }, { 0, 4 } };

	/** Three round clouds of standard deviation 0.2, of 300, 200 and 100 points. */
	private static double[][] clouds() {
		final Random random = new Random(3);
		final double[][] points = new double[600][];
		for (int p = 0; p < points.length; p++) {
			final double[] centre = CENTRES[p < 300 ? 0 : p < 500 ? 1 : 2];
			points[p] = new double[] { centre[0] + 0.2 * random.nextGaussian(), centre[1] + 0.2 * random.nextGaussian() };
		}
		return points;
	}

	@Test
	void cloudsAreFound() {
		final double[][] points = clouds();
		final KMeans clusters = KMeans.fit(points, KMeans.Options.of(3, 1));
		for (final double[] centre : CENTRES) {
			final double[] found = clusters.centres()[clusters.nearest(centre)];
			assertEquals(centre[0], found[0], 0.06);
			assertEquals(centre[1], found[1], 0.06);
		}
		// each point adds two squared Gaussians of 0.04
		assertEquals(600 * 0.08, clusters.inertia(), 4);
	}

	@Test
	void theSameSeedGivesTheSameBits() {
		final KMeans a = KMeans.fit(clouds(), KMeans.Options.of(4, 9));
		final KMeans b = KMeans.fit(clouds(), KMeans.Options.of(4, 9));
		assertTrue(Arrays.deepEquals(a.centres(), b.centres()));
	}

	@Test
	void identicalPointsAreNoTrouble() {
		final double[][] same = new double[10][2];
		assertEquals(0, KMeans.fit(same, KMeans.Options.of(3, 1)).inertia());
	}

	@Test
	void moreClustersThanPointsIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new double[2][2], KMeans.Options.of(3, 1)));
	}

	@Test
	void theNumberOfCloudsIsFoundFromTheirNoise() {
		final double[] variances = new double[600];
		Arrays.fill(variances, 0.08);
		assertEquals(3, ClusterNumber.of(clouds(), variances, 8, 1).suggested());
	}

	@Test
	void theNumberOfCloudsIsFoundBySilhouetteWhenTheNoiseIsFarBelow() {
		final double[] variances = new double[600];
		Arrays.fill(variances, 1e-6);
		assertEquals(3, ClusterNumber.of(clouds(), variances, 8, 1).suggested());
	}

	@Test
	void labelsAreNumberedByFallingSizeAndEmptyClustersDropped() {
		final Labels labels = Labels.bySize(new int[] { -1, 3, 0, 3, 3, 0, 2 }, 5);
		assertArrayEquals(new int[] { 0, 1, 2, 1, 1, 2, 3 }, labels.values());
		assertArrayEquals(new int[] { 3, 2, 1 }, labels.sizes());
	}
}
