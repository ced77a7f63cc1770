// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;

class DbscanTest {

	private static final List<String[]> FILE = PointFile.lines("moons.csv").stream().skip(1).toList();
	private static final float[][] POINTS = PointFile.points(FILE, 0, 2);
	private static final int MOONS = 240;

	private static int[] column(final int column) {
		return FILE.stream().mapToInt(line -> Integer.parseInt(line[column])).toArray();
	}

	private static int[] labels(final Partition partition, final float[][] points) {
		final int[] labels = new int[points[0].length];
		partition.assign(points, labels.length, labels);
		return labels;
	}

	private static Dbscan fit(final double eps, final int minPoints) {
		return Dbscan.fit(POINTS, new Dbscan.Options(eps, minPoints), Progress.NONE);
	}

	@Test
	void theLabelsAreThoseOfScikitLearn() {
		assertArrayEquals(column(3), labels(fit(0.2, 6), POINTS));
	}

	@Test
	void moonsAreToldApartAndByKMeansTheyAreNot() {
		final int[] moons = column(2);
		final double eps = KDistances.of(POINTS, 6).bend();
		final Dbscan found = fit(eps, 6);
		final int[] dense = labels(found, POINTS);
		final int[] round = labels(KMeans.fit(POINTS, KMeans.Options.of(2, 1), Progress.NONE), POINTS);
		assertEquals(2, found.clusters(), "eps " + eps);
		assertTrue(agreeing(moons, dense) > 0.97, "density " + agreeing(moons, dense) + " with eps " + eps);
		assertTrue(agreeing(moons, round) < 0.9, "k-means " + agreeing(moons, round));
	}

	/** @return the share of the points of the moons that are where most of their moon are */
	private static double agreeing(final int[] moons, final int[] labels) {
		final long same = IntStream.range(0, MOONS).filter(p -> moons[p] == labels[p]).count();
		final long other = IntStream.range(0, MOONS).filter(p -> 1 - moons[p] == labels[p]).count();
		return (double) Math.max(same, other) / MOONS;
	}

	@Test
	void ringsAreToldApart() {
		final Random random = new Random(4);
		final int n = 1200;
		final float[][] rings = new float[2][n];
		for (int p = 0; p < n; p++) {
			final double angle = 2 * Math.PI * random.nextDouble();
			final double radius = (p % 2 == 0 ? 1 : 2.5) + 0.1 * random.nextGaussian();
			rings[0][p] = (float) (radius * Math.cos(angle));
			rings[1][p] = (float) (radius * Math.sin(angle));
		}
		final int[] labels = labels(Dbscan.fit(rings, new Dbscan.Options(0.35, 6), Progress.NONE), rings);
		for (int p = 0; p < n; p++) assertEquals(labels[p % 2], labels[p], "point " + p);
		assertTrue(labels[0] != labels[1]);
	}

	@Test
	void distancesToNeighboursAreThoseOfScikitLearn() {
		final double[] distances = KDistances.of(POINTS, 6).distances();
		assertArrayEquals(FILE.stream().mapToDouble(line -> Double.parseDouble(line[5])).toArray(), distances, 1e-6);
	}

	@Test
	void theBendOfAnAngleIsItsCorner() {
		assertEquals(3, new KDistances(new double[] { 0, 1, 2, 3, 13, 23 }, 4).bend());
		assertEquals(2, new KDistances(new double[] { 2, 2, 2 }, 4).bend());
	}

	@Test
	void theNearestPointIsThatOfALookAtAll() {
		final Clouds clouds = Clouds.random(5, 4, 2, 3000, 7);
		final NearestPoint tree = NearestPoint.of(clouds.points);
		final Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			final float[] point = { (float) (3 * random.nextGaussian()), (float) (3 * random.nextGaussian()), (float) (3 *
				random.nextGaussian()), (float) (3 * random.nextGaussian()) };
			final float[] squares = new float[3000];
			SquaredDistances.of(clouds.points, point, squares, 3000);
			int nearest = 0;
			for (int p = 1; p < 3000; p++) if (squares[p] < squares[nearest]) nearest = p;
			assertEquals(squares[nearest], squares[tree.nearest(point, Float.MAX_VALUE)], 1e-5f * squares[nearest]);
			assertEquals(-1, tree.nearest(point, 0.9f * squares[nearest]));
		}
	}

	@Test
	void whereNothingIsDenseThatIsSaid() {
		final String said = assertThrows(InputException.class, () -> fit(1e-4, 6)).getMessage();
		assertTrue(said.startsWith("With eps=1.0E-4 none of 270 points has 6 neighbours."), said);
		assertThrows(IllegalArgumentException.class, () -> new Dbscan.Options(0, 3));
	}

	@Test
	void aPointWithoutAPlaceFitsNone() {
		final int[] labels = labels(fit(0.2, 6), new float[][] { { Float.NaN, 99 }, { 0, 0 } });
		assertArrayEquals(new int[] { -1, -1 }, labels);
	}

	@Test
	void silhouettesAreThoseOfScikitLearn() {
		final double[] theirs = FILE.stream().limit(MOONS).mapToDouble(line -> Double.parseDouble(line[4])).toArray();
		final int[] moons = column(2);
		final Silhouette ours = Silhouette.of(POINTS, moons, 2);
		for (int c = 0; c < 2; c++) {
			final int moon = c;
			assertEquals(IntStream.range(0, MOONS).filter(p -> moons[p] == moon).mapToDouble(p -> theirs[p]).average()
				.orElseThrow(), ours.clusters()[c], 1e-6);
		}
		assertEquals(IntStream.range(0, MOONS).mapToDouble(p -> theirs[p]).average().orElseThrow(), ours.mean(), 1e-6);
	}

	@Test
	void aSingleClusterHasNoSilhouette() {
		assertTrue(Double.isNaN(Silhouette.of(POINTS, new int[POINTS[0].length], 1).mean()));
	}
}
