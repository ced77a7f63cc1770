// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import org.xanesj.stack.InputException;

/** Asks whether an image fits into memory before it is read: afterwards all of ImageJ is short of it. */
final class Heap {

	private static final double SHARE = 0.9;

	private Heap() {}

	/**
	 * @param name of the file or window
	 * @throws InputException when fewer than {@code bytes} are free
	 */
	static void require(final long bytes, final String name) {
		if (bytes <= SHARE * free()) return;
		System.gc();
		if (bytes > SHARE * free()) throw new InputException(name + " needs " + (bytes >> 20) + " MB of memory; " +
			(free() >> 20) +
			" MB are free.", "Close other images, or give ImageJ more memory in Edit > Options > Memory & Threads.");
	}

	private static long free() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}
}
