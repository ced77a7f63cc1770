// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import ij.process.LUT;

/** The lookup table that shows a label image in the colours of its legend: 0 is black. */
public final class LabelLut {

	private LabelLut() {}

	/** @return colour k is that of the (k - 1)-th entry; beyond the legend the palette goes on */
	public static LUT of(final List<LegendEntry> legend) {
		final byte[] red = new byte[256];
		final byte[] green = new byte[256];
		final byte[] blue = new byte[256];
		for (int k = 1; k < 256; k++) {
			final Color colour = k <= legend.size() ? legend.get(k - 1).ink().stripe() : SpeciesPalette.colour(k - 1);
			red[k] = (byte) colour.getRed();
			green[k] = (byte) colour.getGreen();
			blue[k] = (byte) colour.getBlue();
		}
		return new LUT(red, green, blue);
	}

	/** Shows labels 0 to 255 of an 8- or 16-bit image each in its own colour. */
	public static void apply(final ImagePlus labels, final List<LegendEntry> legend) {
		labels.setLut(of(legend));
		// a display range of 0 to 255 maps a label to the table's entry of the same number
		labels.setDisplayRange(0, 255);
	}
}
