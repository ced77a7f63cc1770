// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;

/**
 * The iterations of Lloyd (IEEE Trans. Inf. Theory 28, 129 (1982)) from one set of seeds: points go to the nearest
 * centre, then centres to the mean of their points. Sums over the points of each cluster are kept from one iteration
 * to the next, for each chunk apart, and only points that change their cluster touch them.
 */
final class Lloyd {

	private final Points points;
	private final double enough;
	private float[][] centres;
	private boolean settled;

	/** One for each point. At first none is in any cluster: all are in one more, which is infinitely far away. */
	private final short[] labels;

	/** Chunks x clusters x dimensions. */
	private final double[][][] sums;

	/** Chunks x clusters. */
	private final int[][] counts;
	private final int[] moved;
	private final double[] inertia;

	/** @param enough the centres stand still when the sum of the squares of their shifts is at most this */
	Lloyd(final Points points, final float[][] seeds, final double enough) {
		this.points = points;
		this.enough = enough;
		centres = seeds;
		labels = new short[points.count()];
		Arrays.fill(labels, (short) seeds.length);
		sums = new double[points.chunks()][seeds.length + 1][points.dimensions()];
		counts = new int[points.chunks()][seeds.length + 1];
		moved = new int[points.chunks()];
		inertia = new double[points.chunks()];
	}

	float[][] centres() {
		return centres;
	}

	/** @return the sum of squared distances to the nearest centre, when all chunks were assigned to these centres */
	double inertia() {
		return Arrays.stream(inertia).sum();
	}

	/** Assigns the points of a chunk to the nearest centre. */
	void assign(final int chunk, final Tile tile) {
		final float[] distances = new float[Tile.SIZE];
		moved[chunk] = 0;
		for (int t = Points.firstTile(chunk); t < points.endTile(chunk); t++) {
			tile.read(points, t);
			tile.measure(centres);
			final int strays = tile.strays(labels);
			for (int j = 0; j < strays; j++) move(tile, tile.strayed[j], chunk, tile.nearest(tile.strayed[j]));
			moved[chunk] += strays;
			SquaredDistances.addSmaller(distances, tile.least, tile.least, tile.size());
		}
		inertia[chunk] = SquaredDistances.sum(distances);
	}

	private void move(final Tile tile, final int i, final int chunk, final int to) {
		final int from = labels[tile.first() + i];
		final double[] less = sums[chunk][from];
		final double[] more = sums[chunk][to];
		for (int d = 0; d < less.length; d++) {
			final double value = tile.points[d][i];
			less[d] -= value;
			more[d] += value;
		}
		counts[chunk][from]--;
		counts[chunk][to]++;
		labels[tile.first() + i] = (short) to;
	}

	/**
	 * Moves the centres to the mean of their points, when all chunks were assigned.
	 *
	 * @return whether that changed them, so that points must be assigned again
	 */
	boolean improve() {
		if (settled || !fillEmpty() && Arrays.stream(moved).sum() == 0) return false;
		final float[][] means = new float[centres.length][];
		double shift = 0;
		for (int c = 0; c < means.length; c++) {
			means[c] = mean(c);
			for (int d = 0; d < means[c].length; d++) {
				final double by = means[c][d] - (double) centres[c][d];
				shift += by * by;
			}
		}
		centres = means;
		settled = shift <= enough;
		return true;
	}

	private int count(final int cluster) {
		int count = 0;
		for (final int[] ofChunk : counts) count += ofChunk[cluster];
		return count;
	}

	private float[] mean(final int cluster) {
		final int count = count(cluster);
		if (count == 0) return centres[cluster];
		final double[] sum = new double[points.dimensions()];
		for (final double[][] ofChunk : sums) for (int d = 0; d < sum.length; d++) sum[d] += ofChunk[cluster][d];
		final float[] mean = new float[sum.length];
		for (int d = 0; d < mean.length; d++) mean[d] = (float) (sum[d] / count);
		return mean;
	}

	/** Gives the first empty cluster the point farthest from its centre. @return false when there is none to give */
	private boolean fillEmpty() {
		int empty = 0;
		while (empty < centres.length && count(empty) > 0) empty++;
		if (empty == centres.length) return false;
		final Tile tile = new Tile(points.dimensions(), centres.length);
		float most = 0;
		int farthest = -1;
		for (int t = 0; t < points.tiles(); t++) {
			tile.read(points, t);
			tile.measure(centres);
			for (int i = 0; i < tile.size(); i++) if (tile.least[i] > most) {
				most = tile.least[i];
				farthest = tile.first() + i;
			}
		}
		if (farthest < 0) return false;
		final int t = farthest / Tile.SIZE;
		tile.read(points, t);
		move(tile, farthest % Tile.SIZE, Points.chunkOf(t), empty);
		return true;
	}
}
