// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.PixelSize;

class PixelGridTest {

	@ParameterizedTest
	@CsvSource({ "um, 0.08, 0.05", "\u00b5m, 0.08, 0.05", "\u03bcm, 0.08, 0.05", "Microns, 0.08, 0.05",
		"nm, 0.00008, 0.00005", "mm, 80, 50", "m, 80000, 50000" }) void everyUnitBecomesMicrometres(final String unit,
			final double width, final double height) {
		final PixelGrid grid = PixelGrid.of(new double[] { -4736.602, -4736.522, -4736.442 }, new double[] { 2.05, 2 },
			unit, unit, "a");
		assertEquals(PixelSize.of(width, height, "\u00b5m"), grid.size());
		assertTrue(grid.notes().isEmpty());
	}

	@Test
	void aSingleRowHasSquarePixels() {
		assertEquals(PixelSize.of(0.5, 0.5, "\u00b5m"), PixelGrid.of(new double[] { 0, 0.5 }, new double[] { 7 }, "um",
			"um", "a").size());
	}

	@Test
	void theDistanceOfPlanesIsToldBesides() {
		final double[] xy = { 0, 0.5 };
		final PixelGrid grid = PixelGrid.of(xy, xy, "um", "um", "a");
		assertEquals(new PixelSize(0.5, 0.5, 0.2, "\u00b5m"), grid.withPlanes(new double[] { 0, 200, 400 }, "nm"));
		assertEquals(grid.size(), grid.withPlanes(new double[] { 7 }, "nm"));
		assertEquals(grid.size(), grid.withPlanes(xy, "step"));
		assertEquals(grid.size(), grid.withPlanes(null, ""));
		assertEquals(PixelSize.UNKNOWN, PixelGrid.of(null, xy, "um", "um", "a").withPlanes(xy, "um"));
	}

	@Test
	void unevenOrStandingPositionsAreSaid() {
		final PixelGrid uneven = PixelGrid.of(new double[] { 0, 1, 4 }, new double[] { 0, 2 }, "um", "um", "a");
		assertEquals(PixelSize.of(2, 2, "\u00b5m"), uneven.size());
		assertTrue(uneven.notes().get(0).contains("not evenly spaced"));
		for (final double[] x : new double[][] { { 3, 3 }, { Double.NaN, 1 }, { 0, Double.POSITIVE_INFINITY } }) {
			final PixelGrid standing = PixelGrid.of(x, new double[] { 5 }, "um", "um", "a");
			assertFalse(standing.size().isKnown());
			assertTrue(standing.notes().get(0).contains("do not advance"));
		}
		assertEquals(PixelSize.UNKNOWN, PixelGrid.of(null, new double[] { 5, 6 }, "um", "um", "a").size());
	}
}
