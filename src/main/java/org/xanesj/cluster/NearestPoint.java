// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Finds the nearest of many points by a k-d tree (Bentley, Commun. ACM 18, 509 (1975)): each node is the median of its
 * points along the dimension in which they are spread most; those below lie before it, those above behind it.
 */
final class NearestPoint implements Serializable {

	private static final long serialVersionUID = 1L;

	private final float[][] points;

	/** The points in the order of the tree: the node of a range is its middle. */
	private final int[] order;

	/** The dimension along which each node divides. */
	private final int[] axis;

	private NearestPoint(final float[][] points) {
		this.points = points;
		final Integer[] sorted = new Integer[points[0].length];
		Arrays.setAll(sorted, p -> p);
		axis = new int[sorted.length];
		build(sorted, 0, sorted.length);
		order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
	}

	/** @param points dimensions x points, finite */
	static NearestPoint of(final float[][] points) {
		return new NearestPoint(points);
	}

	private void build(final Integer[] sorted, final int from, final int to) {
		if (from >= to) return;
		final int along = widest(sorted, from, to);
		Arrays.sort(sorted, from, to, Comparator.comparingDouble(p -> points[along][p]));
		final int middle = (from + to) >>> 1;
		axis[middle] = along;
		build(sorted, from, middle);
		build(sorted, middle + 1, to);
	}

	private int widest(final Integer[] sorted, final int from, final int to) {
		int widest = 0;
		float most = -1;
		for (int d = 0; d < points.length; d++) {
			float low = Float.POSITIVE_INFINITY;
			float high = Float.NEGATIVE_INFINITY;
			for (int i = from; i < to; i++) {
				low = Math.min(low, points[d][sorted[i]]);
				high = Math.max(high, points[d][sorted[i]]);
			}
			if (high - low > most) {
				most = high - low;
				widest = d;
			}
		}
		return widest;
	}

	/** @return the nearest point whose squared distance is at most {@code within}; -1 when there is none */
	int nearest(final float[] point, final float within) {
		final Search search = new Search(point, within);
		search.in(0, order.length);
		return search.found;
	}

	private final class Search {

		private final float[] point;
		private float least;
		private int found = -1;

		Search(final float[] point, final float within) {
			this.point = point;
			least = within;
		}

		/** Looks first on the side of the node where the point lies, and on the other only if it is near enough. */
		void in(final int from, final int to) {
			if (from >= to) return;
			final int middle = (from + to) >>> 1;
			final int node = order[middle];
			final float square = squared(node);
			if (square < least || square == least && found < 0) {
				least = square;
				found = node;
			}
			final float off = point[axis[middle]] - points[axis[middle]][node];
			if (off < 0) in(from, middle);
			else in(middle + 1, to);
			if (off * off > least) return;
			if (off < 0) in(middle + 1, to);
			else in(from, middle);
		}

		private float squared(final int node) {
			float sum = 0;
			for (int d = 0; d < point.length; d++) sum += (point[d] - points[d][node]) * (point[d] - points[d][node]);
			return sum;
		}
	}
}
