// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.concurrent.CancellationException;

/** How far the work is, and whether it is still wanted. Handed in by whoever started it. */
public interface Progress {

	/** Nobody watches. */
	Progress NONE = new Progress() {

		@Override
		public void report(final String step, final long done, final long total) {}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/** @param step what is being done, in the user's words */
	void report(String step, long done, long total);

	/** @return whether the user has asked to stop */
	boolean isCancelled();

	/**
	 * Tells how far a step is, and ends it when it is no longer wanted.
	 *
	 * @throws CancellationException when the user has asked to stop
	 */
	default void advance(final String step, final long done, final long total) {
		if (isCancelled()) throw new CancellationException(step + " was cancelled.");
		report(step, done, total);
	}
}
