// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.stack.Mask;

/** Takes small groups of pixels out of a mask. Pixels that share a side, in a plane or with the next plane, are a group. */
final class Specks {

	private final Mask mask;
	private final int width;
	private final int height;
	private final Mask.Builder kept;

	/** Pixels that hang together, as many as it takes to be no speck. */
	private final long[] group;

	private Specks(final Mask mask, final int width, final int height, final int least) {
		this.mask = mask;
		this.width = width;
		this.height = height;
		kept = new Mask.Builder(mask.size());
		group = new long[least];
	}

	/** @return the mask without groups of fewer than {@code least} pixels */
	static Mask without(final Mask mask, final int width, final int height, final int least) {
		final Specks specks = new Specks(mask, width, height, least);
		for (long p = 0; p < mask.size(); p++) if (mask.contains(p) && !specks.kept.contains(p)) specks.visit(p);
		return specks.kept.build();
	}

	/** Keeps a pixel, and those through which that was found, when enough hang together or one that is kept is met. */
	private void visit(final long start) {
		int count = 1;
		group[0] = start;
		boolean enough = group.length == 1;
		for (int next = 0; next < count && !enough; next++) for (int side = 0; side < 6 && !enough; side++) {
			final long p = neighbour(group[next], side);
			if (p < 0 || !mask.contains(p) || isInGroup(p, count)) continue;
			enough = kept.contains(p) || count + 1 == group.length;
			group[count++] = p;
		}
		if (enough) for (int i = 0; i < count; i++) kept.add(group[i]);
	}

	private boolean isInGroup(final long pixel, final int count) {
		for (int i = 0; i < count; i++) if (group[i] == pixel) return true;
		return false;
	}

	/** @return the pixel on a side, or -1 beyond the image's border */
	private long neighbour(final long pixel, final int side) {
		final long plane = (long) width * height;
		final long x = pixel % width;
		final long y = pixel % plane / width;
		switch (side) {
			case 0:
				return x == width - 1 ? -1 : pixel + 1;
			case 1:
				return x == 0 ? -1 : pixel - 1;
			case 2:
				return y == height - 1 ? -1 : pixel + width;
			case 3:
				return y == 0 ? -1 : pixel - width;
			case 4:
				return pixel + plane < mask.size() ? pixel + plane : -1;
			default:
				return pixel < plane ? -1 : pixel - plane;
		}
	}
}
