// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

/** How far two answers are apart; a value that is not a number on one side is infinitely far. */
final class Differences {

	private Differences() {}

	/** @return the largest difference of all of {@code ours} to as many of theirs from {@code from} on */
	static double largest(final float[] ours, final float[] theirs, final int from) {
		double most = 0;
		for (int i = 0; i < ours.length; i++) most = Math.max(most, of(ours[i], theirs[from + i]));
		return most;
	}

	static double of(final double ours, final double theirs) {
		final double difference = Math.abs(ours - theirs);
		return difference >= 0 ? difference : Double.POSITIVE_INFINITY;
	}
}
