// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

/** Pixels of a block that wait to be fitted, each with a set of references, by which they are sorted. */
final class WaitingPixels {

	private static final int NONE = -1;

	/** Pixels {@code from} to {@code to} that wait with the same set. */
	record Group(int set, int from, int to) {}

	/** Of each set the pixel that came last, and of each pixel the one of its set that came before. */
	private final int[] last;
	private final int[] before;

	/** The sets that pixels wait with, in the order in which they came. */
	private int[] sets = new int[16];
	private int count;

	/**
	 * @param references of which sets are made
	 * @param pixels the most in a block
	 */
	WaitingPixels(final int references, final int pixels) {
		last = new int[1 << references];
		Arrays.fill(last, NONE);
		before = new int[pixels];
	}

	/** @param set as bits */
	void add(final int pixel, final int set) {
		if (last[set] == NONE) {
			if (count == sets.length) sets = Arrays.copyOf(sets, 2 * count);
			sets[count++] = set;
		}
		before[pixel] = last[set];
		last[set] = pixel;
	}

	boolean isEmpty() {
		return count == 0;
	}

	/**
	 * Lets all pixels go.
	 *
	 * @param pixels written, sorted by their sets
	 * @return where in there each set begins and ends
	 */
	Group[] take(final int[] pixels) {
		final Group[] groups = new Group[count];
		int end = 0;
		for (int g = 0; g < count; g++) {
			final int from = end;
			for (int p = last[sets[g]]; p != NONE; p = before[p]) pixels[end++] = p;
			last[sets[g]] = NONE;
			groups[g] = new Group(sets[g], from, end);
		}
		count = 0;
		return groups;
	}
}
