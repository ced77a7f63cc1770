// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdjustedRandIndexTest {

	/**
	 * By hand: of 15 pairs, 6 are together in the first grouping, 3 in the second, 2 in both. Expected by chance 6·3/15
	 * = 1.2, at most (6 + 3)/2 = 4.5: (2 - 1.2) / (4.5 - 1.2) = 8/33.
	 */
	@Test
	void sixItemsByHand() {
		assertEquals(8.0 / 33, AdjustedRandIndex.of(new int[] { 1, 1, 1, 2, 2, 2 }, new int[] { 5, 5, 6, 6, 7, 7 }), 1e-12);
	}

	@Test
	void namesDoNotMatter() {
		assertEquals(1, AdjustedRandIndex.of(new int[] { 1, 1, 2, 3, 3 }, new int[] { 9, 9, 4, 0, 0 }), 1e-12);
	}

	/** Two together in both would be as likely by chance: the two by two square, crossed, is worse than chance. */
	@Test
	void crossedGroupsAgreeLessThanByChance() {
		assertEquals(-0.5, AdjustedRandIndex.of(new int[] { 1, 1, 2, 2 }, new int[] { 1, 2, 1, 2 }), 1e-12);
	}
}
