// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.Mask;

class SpecksTest {

	private static Mask drawn(final String picture) {
		return Mask.of(picture.length(), p -> picture.charAt((int) p) == '#');
	}

	private static String drawn(final Mask mask) {
		final StringBuilder picture = new StringBuilder();
		for (int p = 0; p < mask.size(); p++) picture.append(mask.contains(p) ? '#' : '.');
		return picture.toString();
	}

	@Test
	void smallGroupsGoAndPixelsAcrossABorderAreNoNeighbours() {
		final String before = "##..#" + "#..##" + "....#" + "#....";
		final String after = "##..#" + "#..##" + "....#" + ".....";
		assertEquals(after, drawn(Specks.without(drawn(before), 5, 4, 3)));
		assertEquals("....#" + "...##" + "....#" + ".....", drawn(Specks.without(drawn(before), 5, 4, 4)));
	}

	@Test
	void planesOfAVolumeAreNeighbours() {
		final String volume = "#." + ".." + "#." + ".." + "#." + ".#";
		assertEquals("#." + ".." + "#." + ".." + "#." + "..", drawn(Specks.without(drawn(volume), 2, 2, 2)));
	}
}
