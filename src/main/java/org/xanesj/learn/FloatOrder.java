// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.learn;

/** Numbers that can be compared without a branch: integers in the order of floats. */
final class FloatOrder {

	private FloatOrder() {}

	/** @return a number that is larger for a larger value; that of 0 is larger than that of -0 */
	static int key(final float value) {
		final int bits = Float.floatToRawIntBits(value);
		return bits ^ bits >> 31 >>> 1;
	}

	/** @return the key that those of all floats up to the threshold do not exceed, and those of all others do */
	static int keyOfThreshold(final double threshold) {
		final float near = (float) threshold;
		// 0 is no larger than a threshold of -0
		return key(near > threshold ? Math.nextDown(near) : near == 0 ? 0f : near);
	}
}
