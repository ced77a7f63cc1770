// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the library's, whose error is below one unit in the last place of double precision. */
class NaturalLogarithmTest {

	private static double difference(final float x) {
		return Math.abs(NaturalLogarithm.of(x) - Math.log(x));
	}

	/** Every 997th positive number of single precision, subnormal ones too. */
	@Test
	void allPositiveNumbersHaveTheLibrarysLogarithm() {
		double largest = 0;
		for (int bits = 1; bits < 0x7f800000 - 997; bits += 997)
			largest = Math.max(largest, difference(Float.intBitsToFloat(bits)));
		assertEquals(0, largest, 3e-13);
	}

	/** Where the argument passes from an interval or a power of two to the next. */
	@Test
	void numbersAroundTheEndsOfIntervalsHaveTheLibrarysLogarithm() {
		double largest = 0;
		for (int top = 0x0080; top < 0x7f80; top++) for (int near = -2; near <= 2; near++)
			largest = Math.max(largest, difference(Float.intBitsToFloat((top << 16) + near)));
		assertEquals(0, largest, 3e-13);
	}

	@ParameterizedTest
	@ValueSource(floats = { 0f, -0f, -1f, -1e-40f, -3e38f, 1e-45f, Float.MIN_NORMAL, Float.MAX_VALUE, Float.NaN,
		Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1f })
	void unusualNumbersDoToo(final float x) {
		assertEquals(Math.log(x), NaturalLogarithm.of(x), 3e-13);
	}
}
