// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;

/**
 * Colours for species that colour-blind readers can tell apart.
 * <p>
 * How the first eight were found: of all sRGB colours with components 0, 15, …, 255, lightness L* 50 to 93 (seen on a
 * dark image) and at least 23 CIEDE2000 (Sharma, Wu and Dalal 2005) from every grey, those eight whose smallest
 * CIEDE2000 distance is largest, taken over normal sight and full protanopia, deuteranopia and tritanopia as simulated
 * by Machado, Oliveira and Fernandes (2009) in linear RGB; exchange search from 600 random starts. The smallest
 * distance is 18.1 (24.3 for normal sight). They are ordered so that the first few of them are farthest apart. The
 * next eight were found in the same way with the first eight held fixed; the smallest distance among all sixteen is
 * 8.7 (10.3 for normal sight). From the seventeenth on they come again, darker and then paler.
 * </p>
 */
public final class SpeciesPalette {

	private static final int[] COLOURS = { 0x785AFF, 0xE1F000, 0xFF9687, 0x00A5A5, 0x878700, 0xE1B4FF, 0xE12D78, 0x87FFE1,
		0xD2B42D, 0xB487FF, 0xD2F096, 0xD26996, 0x78A55A, 0x5AD2B4, 0x3C874B, 0xD21EC3 };

	/** Stripes are seen by everyone: no plain colour can be taken for this one. */
	private static final Ink UNKNOWN = new Ink(new Color(0x5A5A5A), new Color(0xEBEBEB));

	private SpeciesPalette() {}

	/**
	 * @param index 0 for the first species
	 * @throws IndexOutOfBoundsException when it is negative
	 */
	public static Color colour(final int index) {
		final Color colour = new Color(COLOURS[index % COLOURS.length]);
		final int round = index / COLOURS.length;
		if (round == 0) return colour;
		// 0.6, 0.6, 0.36, … of the way from black or white
		final double keep = Math.pow(0.6, (round + 1) / 2);
		return mix(colour, round % 2 == 1 ? Color.BLACK : Color.WHITE, keep);
	}

	/** @return the colour as an ink without stripes */
	public static Ink ink(final int index) {
		return Ink.plain(colour(index));
	}

	/** @return the ink of pixels that no combination of references explains: grey with light stripes */
	public static Ink unknown() {
		return UNKNOWN;
	}

	private static Color mix(final Color colour, final Color other, final double keep) {
		return new Color(mix(colour.getRed(), other.getRed(), keep), mix(colour.getGreen(), other.getGreen(), keep), mix(
			colour.getBlue(), other.getBlue(), keep));
	}

	private static int mix(final int a, final int b, final double keep) {
		return (int) Math.round(keep * a + (1 - keep) * b);
	}
}
