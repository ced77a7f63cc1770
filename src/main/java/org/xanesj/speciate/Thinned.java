// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.SplittableRandom;

import org.xanesj.stack.Mask;

/** A mask with fewer pixels, chosen by the seed alone. */
final class Thinned {

	private Thinned() {}

	/** Knuth's selection sampling: every pixel of the mask has the same chance, and exactly {@code most} are taken. */
	static Mask of(final Mask mask, final int most, final long seed) {
		final long all = mask.count();
		if (all <= most) return mask;
		final SplittableRandom random = new SplittableRandom(seed);
		final long[] left = { all, most };
		return mask.and(p -> {
			final boolean take = random.nextDouble() * left[0]-- < left[1];
			if (take) left[1]--;
			return take;
		});
	}
}
