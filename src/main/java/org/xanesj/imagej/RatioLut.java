// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.process.LUT;

/**
 * Colours for what is expected to be 1: blue below, white at 1, red above, black where there is no number. The range is
 * always 0 to 2, so that maps of different samples compare.
 */
public final class RatioLut {

	private static final double HIGHEST = 2;
	private static final Color LOW = new Color(0x2166AC);
	private static final Color HIGH = new Color(0xB2182B);

	private RatioLut() {}

	/** Colours an image of 32 bits. */
	public static void apply(final ImagePlus imp) {
		final byte[][] rgb = new byte[3][256];
		for (int i = 1; i < 256; i++) {
			final double ratio = HIGHEST * i / 255;
			final Color far = ratio < 1 ? LOW : HIGH;
			final double share = Math.abs(ratio - 1);
			rgb[0][i] = mixed(far.getRed(), share);
			rgb[1][i] = mixed(far.getGreen(), share);
			rgb[2][i] = mixed(far.getBlue(), share);
		}
		imp.setLut(new LUT(rgb[0], rgb[1], rgb[2]));
		imp.setDisplayRange(0, HIGHEST);
	}

	private static byte mixed(final int colour, final double share) {
		return (byte) Math.round(255 + share * (colour - 255));
	}
}
