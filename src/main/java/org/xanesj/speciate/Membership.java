// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.PixelBlock;
import org.xanesj.cluster.OwnNoise;
import org.xanesj.cluster.Partition;

/**
 * Which cluster each pixel of a block belongs to, if any: where limits are set, a pixel whose spectrum is not that of
 * its cluster, times an amplitude and beside a line, fits none.
 */
final class Membership implements Serializable {

	private static final long serialVersionUID = 1L;

	private final PixelSpace space;
	private final Partition partition;
	private final int[] window;
	private final List<OwnNoise> noises;
	private final double[] limits;

	/**
	 * @param window energies at which spectra are compared
	 * @param noises of the clusters' spectra; none when all pixels that the partition takes are kept
	 * @param limits of the misfit over the pixel's own noise, for each of these
	 */
	Membership(final PixelSpace space, final Partition partition, final int[] window, final List<OwnNoise> noises,
		final double[] limits)
	{
		this.space = space;
		this.partition = partition;
		this.window = window;
		this.noises = noises;
		this.limits = limits;
	}

	/** @return the number of clusters */
	int clusters() {
		return partition.clusters();
	}

	/** @return the cluster of each pixel, from 0; -1 for one that fits none */
	int[] labels(final PixelBlock block) {
		return labels(block, space.task().apply(block));
	}

	/** @param points the pixels of the block, in the space */
	int[] labels(final PixelBlock block, final PixelPoints points) {
		final int[] labels = new int[block.size()];
		partition.assign(points.coordinates(), labels.length, labels);
		if (noises.isEmpty()) return labels;
		final PixelBlock spectra = block.select(window);
		for (int p = 0; p < labels.length; p++)
			if (labels[p] >= 0 && noises.get(labels[p]).ratio(spectra, p) > limits[labels[p]]) labels[p] = -1;
		return labels;
	}
}
