// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import org.xanesj.stack.Mask;

/**
 * Which cluster each pixel belongs to. Clusters are numbered from 1 by falling size; 0 is the background.
 *
 * @param values one for each pixel of the image, in raster order
 * @param sizes pixels of each cluster; {@code sizes[0]} is cluster 1
 */
public record Labels(int[] values, int[] sizes) {

	/** @return the pixels of a cluster, from 1 */
	public Mask mask(final int cluster) {
		return Mask.of(values.length, p -> values[(int) p] == cluster);
	}

	/** @return the number of clusters */
	public int count() {
		return sizes.length;
	}
}
