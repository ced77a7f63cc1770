// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two ways of grouping agree beyond chance: 1 for the same groups whatever they are called, 0 on average for
 * unrelated ones (Hubert & Arabie, J. Classification 2 (1985) 193).
 */
final class AdjustedRandIndex {

	private AdjustedRandIndex() {}

	/** @param a group of each item, {@code b} the same by the other way */
	static double of(final int[] a, final int[] b) {
		final Map<Long, Integer> both = new HashMap<>();
		final Map<Long, Integer> first = new HashMap<>();
		final Map<Long, Integer> second = new HashMap<>();
		for (int i = 0; i < a.length; i++) {
			both.merge((long) a[i] << 32 | b[i], 1, Integer::sum);
			first.merge((long) a[i], 1, Integer::sum);
			second.merge((long) b[i], 1, Integer::sum);
		}
		final double chance = pairs(first) * pairs(second) / (a.length * (a.length - 1.0) / 2);
		return (pairs(both) - chance) / ((pairs(first) + pairs(second)) / 2 - chance);
	}

	private static double pairs(final Map<Long, Integer> sizes) {
		return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
	}
}
