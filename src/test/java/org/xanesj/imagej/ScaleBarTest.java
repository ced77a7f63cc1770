// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.PixelSize;

class ScaleBarTest {

	@ParameterizedTest
	@CsvSource({ "125, 0.04, µm, 1 µm, 25",
		"125, 0.25, µm, 5 µm, 20", "200, 1, µm, 50 µm, 50", "100, 0.01, µm, 200 nm, 20",
		"1000, 10, µm, 2 mm, 200", "100, 0.25, micron, 5 µm, 20", "100, 30, nm, 500 nm, 16.666666666666668",
		"10, 1, µm, 2 µm, 2", "1, 1, µm, 200 nm, 0.2" })
	void isOneTwoOrFive(final int width, final double pixel, final String unit, final String text, final double pixels) {
		final ScaleBar bar = ScaleBar.of(width, PixelSize.of(pixel, pixel, unit));
		assertEquals(text, bar.text());
		assertEquals(pixels, bar.pixels(), 1e-9);
	}

	@Test
	void isInPixelsWhenNothingElseIsKnown() {
		assertEquals(new ScaleBar(20, "20 pixels"), ScaleBar.of(100, PixelSize.UNKNOWN));
		assertEquals(new ScaleBar(1, "1 pixel"), ScaleBar.of(2, PixelSize.UNKNOWN));
	}

	@Test
	void isNeverWiderThanAThirdOfTheImage() {
		for (int width = 4; width < 3000; width += 7) {
			final double pixels = ScaleBar.of(width, PixelSize.of(0.137, 0.137, "µm")).pixels();
			assertTrue(pixels <= 0.3 * width + 1e-6 || width < 4, width + ": " + pixels);
			assertTrue(pixels > 0.11 * width, width + ": " + pixels);
		}
	}
}
