// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Heap;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** Planes in memory that are filled block by block. */
public final class NewPlanes {

	private final SpectralImage like;
	private final List<float[]> planes;

	/** @param rows how many values there are for each pixel of {@code like} */
	public NewPlanes(final SpectralImage like, final int rows) {
		this(like, new ArrayList<>());
		Heap.require(Heap.product(Float.BYTES, rows, like.size()), like.info().name(), "the values made of it",
			"Give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx), or crop the stack.");
		for (int i = 0; i < rows * like.depth(); i++) planes.add(new float[like.width() * like.height()]);
	}

	/** @param planes to write into, z fastest */
	public NewPlanes(final SpectralImage like, final List<float[]> planes) {
		this.like = like;
		this.planes = planes;
	}

	/** Writes the values of a block's pixels inside the mask, a row for each value of a pixel, and NaN into its others. */
	public void put(final Block block, final Mask mask, final float[][] rows) {
		final int[] offsets = block.inside(mask);
		final long size = (long) like.width() * like.height();
		final int z = (int) (block.first() / size);
		final int first = (int) (block.first() % size);
		for (int r = 0; r < rows.length; r++) {
			final float[] plane = planes.get(r * like.depth() + z);
			if (offsets.length == block.count()) System.arraycopy(rows[r], 0, plane, first, offsets.length);
			else {
				Arrays.fill(plane, first, first + block.count(), Float.NaN);
				for (int i = 0; i < offsets.length; i++) plane[first + offsets[i]] = rows[r][i];
			}
		}
	}

	/** @return the planes, z fastest */
	public List<float[]> planes() {
		return planes;
	}

	public SpectralImage image(final EnergyAxis energies, final StackInfo info) {
		return SpectralImage.ofPlanes(planes, like.width(), like.height(), like.depth(), energies, info);
	}
}
