// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Arrays;

/** A few points under way, and their squared distances to all centres. A thread uses one again and again. */
final class Tile {

	/** Points in a tile, at most. */
	static final int SIZE = 512;

	/** When more than one in so many points are asked for, it is faster to find the nearest centre of all. */
	private static final int MANY = 8;

	/** Dimensions x points. */
	final float[][] points;

	/** Centres x points; the last row, beyond the centres, is infinitely far away. */
	final float[][] distances;

	/** The smallest distance of each point. */
	final float[] least = new float[SIZE];

	/** Points of the tile that change their centre. */
	final int[] strayed = new int[SIZE];

	/** The nearest centre of each point. */
	private final float[] names = new float[SIZE];

	private int first;
	private int size;

	Tile(final int dimensions, final int centres) {
		points = new float[dimensions][SIZE];
		distances = new float[centres + 1][SIZE];
		Arrays.fill(distances[centres], Float.POSITIVE_INFINITY);
	}

	/** Reads tile {@code t} of the points. */
	void read(final Points from, final int t) {
		from.read(t, points);
		first = t * SIZE;
		size = from.size(t);
	}

	/** @return index of the first point among all points */
	int first() {
		return first;
	}

	int size() {
		return size;
	}

	/** Finds the distances to one centre, into {@link #least}. */
	void measure(final float[] centre) {
		SquaredDistances.of(points, centre, least, size);
	}

	/** Finds the distances to all centres. */
	void measure(final float[][] centres) {
		Arrays.fill(least, 0, size, Float.POSITIVE_INFINITY);
		for (int c = 0; c < centres.length; c++) {
			SquaredDistances.of(points, centres[c], distances[c], size);
			SquaredDistances.lower(least, distances[c], size);
		}
	}

	/** Finds the nearest centre of every point, for {@link #nearest}. */
	void name() {
		Arrays.fill(names, 0, size, Float.POSITIVE_INFINITY);
		for (int c = 0; c < distances.length - 1; c++) SquaredDistances.name(names, distances[c], least, c, size);
	}

	/** @return the centre nearest to point {@code i} of the tile, the first of equals; -1 when it is nowhere */
	int nearest(final int i) {
		return least[i] < Float.POSITIVE_INFINITY ? (int) names[i] : -1;
	}

	/**
	 * Finds the points to which another centre is nearer than that of their label, and puts their indices into
	 * {@link #strayed}. They are few: a loop that does nothing but find them is several times faster than one that looks
	 * for the nearest centre of every point.
	 *
	 * @param labels the centre of each of all points
	 * @return how many there are in the tile; {@link #nearest} knows them
	 */
	int strays(final short[] labels) {
		final int strays = strays(labels, first, distances, least, size, strayed);
		if (strays > size / MANY) name();
		else for (int j = 0; j < strays; j++) names[strayed[j]] = lookUp(strayed[j]);
		return strays;
	}

	private int lookUp(final int i) {
		int c = 0;
		while (distances[c][i] != least[i]) c++;
		return c;
	}

	private static int strays(final short[] labels, final int first, final float[][] distances, final float[] least,
		final int n, final int[] to)
	{
		int found = 0;
		for (int i = 0; i < n; i++) if (distances[labels[first + i]][i] != least[i]) to[found++] = i;
		return found;
	}
}
