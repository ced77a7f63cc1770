// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

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
}
