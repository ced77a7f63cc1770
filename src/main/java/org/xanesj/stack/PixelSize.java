// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.Serializable;

/**
 * How large a pixel is.
 *
 * @param x width of a pixel in {@code unit}
 * @param y height of a pixel in {@code unit}
 * @param z distance of planes in {@code unit}; 1 in two dimensions
 * @param unit such as {@code µm}; {@code pixel} when the size is not known
 */
public record PixelSize(double x, double y, double z, String unit) implements Serializable {

	/** The size is not known: scale bars are in pixels. */
	public static final PixelSize UNKNOWN = new PixelSize(1, 1, 1, "pixel");

	/** @throws InputException when a size is not positive */
	public PixelSize {
		if (!(x > 0 && y > 0 && z > 0)) throw new InputException("The pixel size is " + x + " x " + y + " x " + z + " " + unit +
			".", "Set a positive one in Image > Properties.");
	}

	public static PixelSize of(final double x, final double y, final String unit) {
		return new PixelSize(x, y, 1, unit);
	}

	public boolean isKnown() {
		return !unit.equals(UNKNOWN.unit);
	}
}
