// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xanesj.block.Progress;

/**
 * k-means: seeds by k-means++, Lloyd's iterations, the best of several starts. The same points, options and seed give
 * the same clusters on any machine and any number of threads.
 *
 * <pre>
 * KMeans clusters = KMeans.fit(scores, KMeans.Options.of(4, seed), progress);
 * clusters.assign(scores, pixels, labels);
 * </pre>
 *
 * A cluster that loses its last point during the iterations gets the point farthest from its centre, one cluster in
 * each iteration. Clusters stay empty, and then equal others, only when fewer points differ than there are clusters.
 *
 * @param centres clusters x dimensions
 * @param inertia sum of squared distances of the points to the nearest centre
 */
public record KMeans(float[][] centres, double inertia) implements Partition {

	/**
	 * @param clusters k, 1 to 32,767
	 * @param starts how many seedings are tried
	 * @param iterations of Lloyd at most, each start
	 * @param tolerance a start ends when the sum of the squared shifts of its centres is at most this times the variance
	 *          of the points, averaged over dimensions (as in scikit-learn), or when no point changes its cluster
	 * @param seed of the random numbers
	 */
	public record Options(int clusters, int starts, int iterations, double tolerance, long seed) {

		/** @throws IllegalArgumentException when a number is out of its range */
		public Options {
			if (clusters < 1 || clusters > Short.MAX_VALUE || starts < 1 || iterations < 1 || !(tolerance >= 0))
				throw new IllegalArgumentException("clusters " + clusters + ", starts " + starts + ", iterations " +
					iterations + ", tolerance " + tolerance);
		}

		/** Ten starts of at most 300 iterations, to a tolerance of 1e-4. */
		public static Options of(final int clusters, final long seed) {
			return new Options(clusters, 10, 300, 1e-4, seed);
		}
	}

	/**
	 * All starts go forward together, so that each chunk of points is fetched from memory once for all of them. That takes
	 * four bytes for each point and start beside the points.
	 *
	 * @param scores dimensions x points, at least k of them
	 * @throws IllegalArgumentException when there are fewer points than clusters, or a score is not finite
	 *           or too large to be squared in single precision
	 * @throws CancellationException when the user stops it
	 */
	public static KMeans fit(final float[][] scores, final Options options, final Progress progress) {
		final Points points = new Points(scores, scores.length == 0 ? 0 : scores[0].length);
		if (points.count() < options.clusters) throw new IllegalArgumentException(points.count() + " points for " +
			options.clusters + " clusters");
		final double variance = points.variance();
		// no squared distance is larger than four times the sum of all squares
		if (!(4 * variance * points.dimensions() * points.count() < Float.MAX_VALUE)) throw new IllegalArgumentException(
			"Scores that are not finite, or too large to be squared, cannot be grouped.");
		progress.report("k-means", 0, options.iterations);
		final ChunkWork work = new ChunkWork(points, options.clusters, progress);
		final List<Lloyd> starts = starts(points, options, options.tolerance * variance, work);
		final List<Lloyd> moving = new ArrayList<>(starts);
		for (int i = 0; i <= options.iterations && !moving.isEmpty(); i++) {
			work.forEach((tile, chunk) -> moving.forEach(start -> start.assign(chunk, tile)));
			if (i < options.iterations) moving.removeIf(start -> !start.improve());
			progress.report("k-means", i, options.iterations);
		}
		progress.report("k-means", options.iterations, options.iterations);
		Lloyd best = starts.get(0);
		for (final Lloyd start : starts) if (start.inertia() < best.inertia()) best = start;
		return new KMeans(best.centres(), best.inertia());
	}

	private static List<Lloyd> starts(final Points points, final Options options, final double enough,
		final ChunkWork work)
	{
		final SplittableRandom random = new SplittableRandom(options.seed);
		final List<Seeds> seeds = Stream.generate(() -> new Seeds(points, options.clusters, random.split())).limit(
			options.starts).collect(Collectors.toList());
		for (int c = 0; c < options.clusters; c++) {
			seeds.forEach(Seeds::propose);
			work.forEach((tile, chunk) -> seeds.forEach(start -> start.weigh(chunk, tile)));
			seeds.forEach(Seeds::choose);
			work.forEach((tile, chunk) -> seeds.forEach(start -> start.approach(chunk, tile)));
		}
		return seeds.stream().map(start -> new Lloyd(points, start.centres(), enough)).collect(Collectors.toList());
	}

	@Override
	public int clusters() {
		return centres.length;
	}

	/** Finds the nearest centre of each point, the first of equals. */
	@Override
	public void assign(final float[][] scores, final int n, final int[] labels) {
		if (scores.length != centres[0].length) throw new IllegalArgumentException("Points of " + scores.length +
			" dimensions and centres of " + centres[0].length);
		final Points points = new Points(scores, n);
		final Tile tile = new Tile(scores.length, centres.length);
		for (int t = 0; t < points.tiles(); t++) {
			tile.read(points, t);
			tile.measure(centres);
			tile.name();
			for (int i = 0; i < tile.size(); i++) labels[tile.first() + i] = tile.nearest(i);
		}
	}
}
