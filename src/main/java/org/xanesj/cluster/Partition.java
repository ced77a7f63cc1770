// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.Serializable;

/** Knows the cluster of any point, also of those from which the clusters were not found. */
public interface Partition extends Serializable {

	/** @return the number of clusters; some may have no point */
	int clusters();

	/**
	 * @param points dimensions x points
	 * @param n how many points there are; rows may be longer
	 * @param labels where the clusters of the points go, from 0; -1 for a point that fits none, or has a coordinate that is
	 *          not finite
	 * @throws IllegalArgumentException when the points have other dimensions than the clusters, or a row is too short
	 */
	void assign(float[][] points, int n, int[] labels);
}
