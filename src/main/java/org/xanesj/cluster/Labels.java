// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.xanesj.stack.Mask;

/**
 * Which cluster each pixel belongs to. Clusters are numbered from 1 by falling size; 0 is the background.
 *
 * @param values one for each pixel of the image, in raster order
 * @param sizes pixels of each cluster; {@code sizes[0]} is cluster 1
 */
public record Labels(int[] values, int[] sizes) {

	/**
	 * @param raw cluster of each pixel, from 0; negative for background
	 * @param clusters how many there are; those without a pixel are dropped
	 */
	public static Labels bySize(final int[] raw, final int clusters) {
		final int[] counts = new int[clusters];
		for (final int label : raw) if (label >= 0) counts[label]++;
		final int[] order = IntStream.range(0, clusters).filter(c -> counts[c] > 0).boxed().sorted(Comparator.comparingInt(
			c -> -counts[c])).mapToInt(Integer::intValue).toArray();
		final int[] number = new int[clusters];
		for (int i = 0; i < order.length; i++) number[order[i]] = i + 1;
		final int[] values = new int[raw.length];
		for (int p = 0; p < raw.length; p++) values[p] = raw[p] < 0 ? 0 : number[raw[p]];
		return new Labels(values, IntStream.of(order).map(c -> counts[c]).toArray());
	}

	/** @return the pixels of a cluster, from 1 */
	public Mask mask(final int cluster) {
		return Mask.of(values.length, p -> values[(int) p] == cluster);
	}

	/** @return the number of clusters */
	public int count() {
		return sizes.length;
	}
}
