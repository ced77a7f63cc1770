// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapTest {

	@Test
	void productsAreExactOrRefused() {
		assertEquals(24, Heap.product(2, 3, 4));
		assertEquals(1, Heap.product());
		assertEquals(Long.MAX_VALUE, Heap.product(Long.MAX_VALUE, 1));
		assertEquals(-1, Heap.product(Long.MAX_VALUE, 2));
		assertEquals(-1, Heap.product(1L << 32, 1L << 31));
		assertEquals(-1, Heap.product(1L << 32, 1L << 32));
		assertEquals(-1, Heap.product(-3, -4));
		assertEquals(0, Heap.product(5, 0));
	}

	@Test
	void whatDoesNotFitIsRefusedWithWhatIsNeeded() {
		final String path = "big.h5";
		assertDoesNotThrow(() -> Heap.requireImages(10, 100, 100, 0, path));
		final long images = Runtime.getRuntime().maxMemory() >> 22;
		final String message = assertThrows(InputException.class, () -> Heap.requireImages(images, 1 << 10, 1 << 10, 0,
			path)).getMessage();
		assertTrue(message.startsWith("big.h5: " + images + " images of 1024 x 1024 pixels need " + (4 * images + 1) +
			" MB of memory, "), message);
		assertThrows(InputException.class, () -> Heap.requireImages(1, 1 << 16, 1 << 16, 0, path));
		assertThrows(InputException.class, () -> Heap.requireImages(Long.MAX_VALUE, 10, 10, 0, path));
		assertThrows(InputException.class, () -> Heap.requireImages(1, 10, 10, -1, path));
	}
}
