// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

class FinitePixelsTest {

	private static final EnergyAxis AXIS = EdgeModel.grid(new double[] { 7100, 7139, 39 });

	/**
	 * 300 x 40 x 2 pixels of different slopes; pixel 17 holds NaN, 18 infinity, 400 is stuck, 12100 is at the image's
	 * largest value at 4 of 40 energies, 12101 at 3, 12102 is stuck there.
	 */
	private static SpectralImage image(final Signal signal) {
		return Stacks.of(AXIS, 300, 40, 2, signal, p -> e -> {
			if (p == 17 && e == 3) return Double.NaN;
			if (p == 18 && e == 0) return Double.NEGATIVE_INFINITY;
			if (p == 400) return 12;
			if (p == 12100 && e >= 36 || p == 12101 && e >= 37 || p == 12102) return 65535;
			return 1000 + e * (1 + p % 7);
		});
	}

	@Test
	void deadStuckAndSaturatedPixelsAreLeftOutByReason() {
		final FinitePixels pixels = FinitePixels.of(image(Signal.COUNTS), Stacks.RUNNER);
		assertEquals(2, pixels.notFinite());
		assertEquals(2, pixels.constant());
		assertEquals(1, pixels.saturated());
		for (int p = 0; p < 24000; p++)
			assertEquals(!List.of(17, 18, 400, 12100, 12102).contains(p), pixels.mask().contains(p), "pixel " + p);
		assertEquals(List.of("2 pixels left out: a value is not finite.",
			"2 pixels left out: the same value at every energy (dead or stuck).", "1 pixel left out: saturated."), pixels
				.notes());
	}

	@Test
	void absorptionDoesNotSaturate() {
		final FinitePixels pixels = FinitePixels.of(image(Signal.ABSORPTION), Stacks.RUNNER);
		assertEquals(0, pixels.saturated());
		assertEquals(24000 - 4, pixels.mask().count());
	}
}
