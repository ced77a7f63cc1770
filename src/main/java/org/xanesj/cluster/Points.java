// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

/**
 * The points that are grouped. They are read in tiles, which stay in a core's first cache while all centres pass over
 * them, and worked on in chunks of tiles by all threads. Where chunks begin and end depends on the number of points
 * alone: sums folded in the order of chunks are the same on any number of threads.
 */
final class Points {

	/** Tiles in a chunk: enough work for a thread, and few enough that all starts find them in its second cache. */
	private static final int TILES = 8;

	private final float[][] planes;
	private final int count;

	/**
	 * @param planes dimensions x points
	 * @param count how many points there are; planes may be longer
	 * @throws IllegalArgumentException when there is no dimension, or a plane is shorter
	 */
	Points(final float[][] planes, final int count) {
		if (planes.length == 0) throw new IllegalArgumentException("Points without dimensions.");
		for (final float[] plane : planes) if (plane.length < count) throw new IllegalArgumentException(plane.length +
			" values along a dimension of " + count + " points.");
		this.planes = planes;
		this.count = count;
	}

	int count() {
		return count;
	}

	int dimensions() {
		return planes.length;
	}

	int tiles() {
		return (count + Tile.SIZE - 1) / Tile.SIZE;
	}

	/** @return how many points tile {@code t} has */
	int size(final int t) {
		return Math.min(Tile.SIZE, count - t * Tile.SIZE);
	}

	int chunks() {
		return (tiles() + TILES - 1) / TILES;
	}

	static int chunkOf(final int t) {
		return t / TILES;
	}

	static int firstTile(final int chunk) {
		return chunk * TILES;
	}

	/** @return the tile after the last one of a chunk */
	int endTile(final int chunk) {
		return Math.min(tiles(), (chunk + 1) * TILES);
	}

	/** Copies the points of tile {@code t} into {@code to}, dimensions x points. */
	void read(final int t, final float[][] to) {
		for (int d = 0; d < planes.length; d++) System.arraycopy(planes[d], t * Tile.SIZE, to[d], 0, size(t));
	}

	/** @return the coordinates of one point */
	float[] point(final int p) {
		final float[] point = new float[planes.length];
		for (int d = 0; d < point.length; d++) point[d] = planes[d][p];
		return point;
	}

	/** @return the variance of the points along each dimension, averaged over dimensions */
	double variance() {
		double sum = 0;
		for (final float[] plane : planes) sum += variance(plane, count);
		return sum / planes.length;
	}

	/** About the first value: far from zero, squares would drown what differs. */
	private static double variance(final float[] values, final int n) {
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < n; i++) {
			final double off = values[i] - (double) values[0];
			sum += off;
			squares += off * off;
		}
		return squares / n - sum / n * (sum / n);
	}
}
