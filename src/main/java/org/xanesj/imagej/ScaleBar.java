// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import org.xanesj.stack.PixelSize;

/**
 * The length of a scale bar: 1, 2 or 5 times a power of ten.
 *
 * @param pixels its length in pixels of the image
 * @param text such as {@code 5 µm}
 */
public record ScaleBar(double pixels, String text) {

	/** The part of the image's width that it takes at most. */
	private static final double PART = 0.3;

	/**
	 * @param width of the image in pixels
	 * @param size of a pixel; when unknown, the bar is in whole pixels
	 */
	public static ScaleBar of(final int width, final PixelSize size) {
		if (!size.isKnown()) {
			final double length = Math.max(1, round(PART * width));
			return new ScaleBar(length, Ticks.plain(length) + (length == 1 ? " pixel" : " pixels"));
		}
		final double length = round(PART * width * size.x());
		final String unit = size.unit().equals("micron") || size.unit().equals("um") || size.unit().equals("\\u00B5m")
			? "µm" : size.unit();
		if (unit.equals("µm") && length < 1) return new ScaleBar(length / size.x(), Ticks.plain(length * 1000) + " nm");
		if (unit.equals("µm") && length >= 1000) return new ScaleBar(length / size.x(), Ticks.plain(length / 1000) + " mm");
		return new ScaleBar(length / size.x(), Ticks.plain(length) + " " + unit);
	}

	/** @return the largest of 1, 2, 5 times a power of ten that is not above */
	private static double round(final double value) {
		final double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
		final double mantissa = value / power + 1e-9;
		return power * (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1);
	}
}
