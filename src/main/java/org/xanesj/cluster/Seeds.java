// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The first centres of one start, by k-means++ (Arthur and Vassilvitskii, SODA 2007) in its greedy form: each is a
 * point chosen with a probability proportional to its squared distance from the centres before it, the best of
 * {@code 2 + ln k} candidates, which is the one that leaves the smallest sum of distances.
 */
final class Seeds {

	private final Points points;
	private final SplittableRandom random;
	private final float[][] centres;
	private int chosen;

	/** Tiles x points: the squared distances to the nearest of the centres chosen. */
	private final float[][] nearest;

	/** Their sum over each chunk. */
	private double[] sums;
	private float[][] candidates;

	/** Candidates x chunks: what the sums would be with each. */
	private double[][] sumsWith;

	Seeds(final Points points, final int clusters, final SplittableRandom random) {
		this.points = points;
		this.random = random;
		centres = new float[clusters][];
		nearest = new float[points.tiles()][Tile.SIZE];
		for (final float[] tile : nearest) Arrays.fill(tile, Float.POSITIVE_INFINITY);
	}

	float[][] centres() {
		return centres;
	}

	/** Chooses the candidates for the next centre; the first centre is any point. */
	void propose() {
		candidates = new float[chosen == 0 ? 1 : 2 + (int) Math.log(centres.length)][];
		for (int c = 0; c < candidates.length; c++) candidates[c] = points.point(chosen == 0 ? random.nextInt(points
			.count()) : farPoint());
		sumsWith = new double[candidates.length][points.chunks()];
	}

	/** Finds what is left of the distances of a chunk's points with each candidate. */
	void weigh(final int chunk, final Tile tile) {
		final float[][] left = new float[candidates.length][Tile.SIZE];
		for (int t = Points.firstTile(chunk); t < points.endTile(chunk); t++) {
			tile.read(points, t);
			for (int c = 0; c < left.length; c++) {
				tile.measure(candidates[c]);
				SquaredDistances.addSmaller(left[c], tile.least, nearest[t], tile.size());
			}
		}
		for (int c = 0; c < left.length; c++) sumsWith[c][chunk] = SquaredDistances.sum(left[c]);
	}

	/** Takes the best candidate, when all chunks were weighed. */
	void choose() {
		int best = 0;
		for (int c = 1; c < candidates.length; c++) if (total(sumsWith[c]) < total(sumsWith[best])) best = c;
		centres[chosen++] = candidates[best];
		sums = sumsWith[best];
	}

	/** Takes the centre chosen last into account in the distances of a chunk's points. */
	void approach(final int chunk, final Tile tile) {
		for (int t = Points.firstTile(chunk); t < points.endTile(chunk); t++) {
			tile.read(points, t);
			tile.measure(centres[chosen - 1]);
			SquaredDistances.lower(nearest[t], tile.least, tile.size());
		}
	}

	/** A point chosen with a probability proportional to its squared distance from the centres; any when all are zero. */
	private int farPoint() {
		double left = random.nextDouble() * total(sums);
		int chunk = 0;
		while (chunk < sums.length - 1 && left >= sums[chunk]) left -= sums[chunk++];
		int found = Points.firstTile(chunk) * Tile.SIZE;
		for (int t = Points.firstTile(chunk); t < points.endTile(chunk); t++)
			for (int i = 0; i < points.size(t); i++) {
				if (nearest[t][i] > 0) found = t * Tile.SIZE + i;
				left -= nearest[t][i];
				if (left < 0) return found;
			}
		return found;
	}

	private static double total(final double[] values) {
		return Arrays.stream(values).sum();
	}
}
