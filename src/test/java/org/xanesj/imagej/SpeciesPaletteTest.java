// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeciesPaletteTest {

	@Test
	void theDistanceIsThatOfThePublishedTable() {
		// Sharma, Wu and Dalal (2005), table 1, pairs 1, 9, 16 and 25
		assertEquals(2.0425, distance(50, 2.6772, -79.7751, 50, 0, -82.7485), 5e-5);
		assertEquals(7.1792, distance(50, 2.49, -0.001, 50, -2.49, 0.0009), 5e-5);
		assertEquals(27.1492, distance(50, 2.5, 0, 73, 25, -18), 5e-5);
		assertEquals(1.2644, distance(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387), 5e-5);
	}

	private static double distance(final double... v) {
		return ColourDistance.ciede2000(new double[] { v[0], v[1], v[2] }, new double[] { v[3], v[4], v[5] });
	}

	@ParameterizedTest
	@EnumSource(ColourDistance.Sight.class)
	void colourBlindReadersTellThemApart(final ColourDistance.Sight sight) {
		assertTrue(smallest(8, sight) > 18.1, sight + ": " + smallest(8, sight));
		assertTrue(smallest(16, sight) > 8.7, sight + ": " + smallest(16, sight));
	}

	@Test
	void othersTellThemApartMoreEasily() {
		assertTrue(smallest(8, ColourDistance.Sight.NORMAL) > 24.3);
		assertTrue(smallest(16, ColourDistance.Sight.NORMAL) > 10.2);
	}

	private static double smallest(final int count, final ColourDistance.Sight sight) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < count; i++) for (int j = 0; j < i; j++)
			smallest = Math.min(smallest, ColourDistance.between(SpeciesPalette.colour(i), SpeciesPalette.colour(j), sight));
		return smallest;
	}

	@Test
	void noneIsGreyOrDark() {
		for (int i = 0; i < 16; i++) {
			assertTrue(ColourDistance.lab(SpeciesPalette.colour(i), ColourDistance.Sight.NORMAL)[0] > 49.5);
			for (int grey = 0; grey < 256; grey += 5) assertTrue(ColourDistance.between(SpeciesPalette.colour(i), new Color(
				grey, grey, grey), ColourDistance.Sight.NORMAL) > 23, "colour " + i);
		}
	}

	@Test
	void manySpeciesStillDiffer() {
		final Set<Color> colours = new HashSet<>();
		for (int i = 0; i < 64; i++) colours.add(SpeciesPalette.colour(i));
		assertEquals(64, colours.size());
	}

	@Test
	void unknownIsStripedGrey() {
		final Ink unknown = SpeciesPalette.unknown();
		assertNotEquals(unknown.colour(), unknown.stripe());
		assertEquals(unknown.colour().getRed(), unknown.colour().getBlue());
		assertEquals(unknown.stripe().getRGB() & 0xFFFFFF, unknown.rgb(4, 8, 6));
		assertEquals(unknown.colour().getRGB() & 0xFFFFFF, unknown.rgb(7, 8, 6));
	}
}
