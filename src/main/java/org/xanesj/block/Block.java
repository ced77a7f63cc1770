// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * A run of consecutive pixels of an image in raster order. Where blocks begin and end depends on the image's
 * shape alone, never on threads or machines: sums folded in block order are then the same everywhere.
 *
 * @param first raster index of the first pixel
 * @param count how many pixels
 */
public record Block(long first, int count) implements Serializable {

	/** Values in a block, about: 1 MB of floats stays in a core's cache. */
	private static final int VALUES = 1 << 18;

	/** @return the blocks of an image, in order; none spans two z planes */
	public static List<Block> of(final SpectralImage image) {
		final int size = Math.max(256, VALUES / image.energies().size());
		final long plane = (long) image.width() * image.height();
		final List<Block> blocks = new ArrayList<>();
		for (long z = 0; z < image.depth(); z++)
			for (long p = 0; p < plane; p += size)
				blocks.add(new Block(z * plane + p, (int) Math.min(size, plane - p)));
		return blocks;
	}

	/** @return the raster indices, counted from {@link #first}, of this block's pixels inside the mask */
	public int[] inside(final Mask mask) {
		return mask.offsets(first, count);
	}
}
