// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MaskTest {

	@Test
	void pixelsAcrossWordsOfBitsAreKept() {
		final Mask mask = Mask.of(200, p -> p % 9 == 4);
		for (int p = 0; p < 200; p++) assertEquals(p % 9 == 4, mask.contains(p));
		assertEquals(22, mask.count());
		assertArrayEquals(new int[] { 6, 15, 24 }, mask.offsets(61, 25));
	}

	@Test
	void allIsAllAndAndIsBoth() {
		assertEquals(65, Mask.all(65).count());
		final Mask both = Mask.of(65, p -> p > 60).and(p -> p % 2 == 0);
		assertTrue(both.contains(64));
		assertFalse(both.contains(63));
		assertEquals(2, both.count());
	}
}
