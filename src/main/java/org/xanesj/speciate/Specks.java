// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;

import org.xanesj.stack.Mask;

/** Takes small groups of pixels out of a mask. Pixels that share a side, in a plane or with the next plane, are a group. */
final class Specks {

	private Specks() {}

	/** @return the mask without groups of fewer than {@code least} pixels */
	static Mask without(final Mask mask, final int width, final int height, final int least) {
		final int size = (int) mask.size();
		final int[] steps = { 1, -1, width, -width, width * height, -width * height };
		final boolean[] seen = new boolean[size];
		final boolean[] kept = new boolean[size];
		int[] group = new int[1024];
		for (int start = 0; start < size; start++) {
			if (seen[start] || !mask.contains(start)) continue;
			int count = 0;
			group[count++] = start;
			seen[start] = true;
			for (int next = 0; next < count; next++) for (int s = 0; s < steps.length; s++) {
				final int p = group[next] + steps[s];
				if (p < 0 || p >= size || leavesRow(group[next], s, width) || leavesPlane(group[next], s, width, height)) continue;
				if (seen[p] || !mask.contains(p)) continue;
				seen[p] = true;
				if (count == group.length) group = Arrays.copyOf(group, 2 * count);
				group[count++] = p;
			}
			if (count >= least) for (int i = 0; i < count; i++) kept[group[i]] = true;
		}
		return mask.and(p -> kept[(int) p]);
	}

	private static boolean leavesRow(final int pixel, final int step, final int width) {
		return step == 0 && pixel % width == width - 1 || step == 1 && pixel % width == 0;
	}

	private static boolean leavesPlane(final int pixel, final int step, final int width, final int height) {
		final int row = pixel / width % height;
		return step == 2 && row == height - 1 || step == 3 && row == 0;
	}
}
