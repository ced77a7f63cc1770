// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.Arrays;

/**
 * A part of a data set.
 *
 * @param start where it begins along each axis, the slowest first
 * @param size how far it reaches along each axis
 */
record Box(int[] start, int[] size) {

	/** @return the number of values in it */
	int count() {
		return Arrays.stream(size).reduce(1, Math::multiplyExact);
	}

	/** @return how many values lie between neighbours along each axis, when its values stand alone in the order of the axes */
	int[] strides() {
		final int[] strides = new int[size.length];
		int stride = 1;
		for (int i = size.length - 1; i >= 0; i--) {
			strides[i] = stride;
			stride = Math.multiplyExact(stride, size[i]);
		}
		return strides;
	}

	/** @return where it ends along an axis; what is there is not in it */
	int end(final int axis) {
		return start[axis] + size[axis];
	}

	/** @return the same but for one axis */
	Box along(final int axis, final int newStart, final int newSize) {
		final int[] starts = start.clone(), sizes = size.clone();
		starts[axis] = newStart;
		sizes[axis] = newSize;
		return new Box(starts, sizes);
	}
}
