// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;

/**
 * How a class is coloured.
 *
 * @param colour its colour
 * @param stripe the colour of diagonal stripes over it; the same as {@code colour} when it is plain
 */
public record Ink(Color colour, Color stripe) {

	public static Ink plain(final Color colour) {
		return new Ink(colour, colour);
	}

	/** @return the colour as web pages write it, {@code #rrggbb} */
	public String css() {
		return String.format("#%06x", colour.getRGB() & 0xFFFFFF);
	}

	/**
	 * @param x place in the picture
	 * @param y place in the picture
	 * @param period of the stripes in pixels, measured along a row
	 * @return 0xRRGGBB
	 */
	int rgb(final int x, final int y, final int period) {
		return (3 * Math.floorMod(x + y, period) < period ? stripe : colour).getRGB() & 0xFFFFFF;
	}
}
