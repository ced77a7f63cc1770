// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import org.xanesj.stack.SpectralImage;

/** Looks into stacks. */
final class Stacks {

	private Stacks() {}

	/** @return the value at x, y, optionally z, and energy */
	static float value(final SpectralImage stack, final int... position) {
		final RandomAccess<FloatType> access = stack.pixels().randomAccess();
		return access.setPositionAndGet(position).get();
	}

	static String notes(final SpectralImage stack) {
		return String.join("\n", stack.info().notes());
	}
}
