// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.concurrent.CancellationException;

/** Reading stops when its thread is interrupted. */
final class Interruption {

	private Interruption() {}

	/** @throws CancellationException when the thread is interrupted, which it stays */
	static void check() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("Reading was interrupted.");
	}
}
