// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.xanesj.stack.SpectralImage;

/** Looks into stacks. */
final class Stacks {

	private Stacks() {}

	/** @return the value at x, y, optionally z, and energy */
	static float value(final SpectralImage stack, final int... position) {
		final RandomAccess<FloatType> access = stack.pixels().randomAccess();
		return access.setPositionAndGet(position).get();
	}

	/** Every value, bit by bit. */
	static void assertSame(final SpectralImage expected, final SpectralImage actual) {
		assertArrayEquals(Intervals.dimensionsAsLongArray(expected.pixels()), Intervals.dimensionsAsLongArray(actual
			.pixels()));
		assertEquals(expected.energies(), actual.energies());
		final Cursor<FloatType> other = Views.flatIterable(actual.pixels()).cursor();
		for (final FloatType value : Views.flatIterable(expected.pixels())) assertEquals(value.get(), other.next().get());
	}

	static double sum(final SpectralImage stack) {
		double sum = 0;
		for (final FloatType value : Views.flatIterable(stack.pixels())) sum += value.get();
		return sum;
	}

	static String notes(final SpectralImage stack) {
		return String.join("\n", stack.info().notes());
	}
}
