// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

/**
 * The shape that all maps of a result share.
 *
 * @param width in pixels
 * @param height in pixels
 * @param depth number of z planes, 1 in two dimensions
 */
public record MapShape(int width, int height, int depth, PixelSize size) {

	/** @throws InputException when there is no pixel, or an image has more pixels than an array can hold */
	public MapShape {
		if (width < 1 || height < 1 || depth < 1 || (long) width * height > Integer.MAX_VALUE - 8)
			throw new InputException("A map of " + width + " x " + height + " x " + depth + " pixels cannot be written.",
				"Each side has one pixel at least, each plane less than 2 billion.");
	}

	/** @return pixels of a plane */
	int area() {
		return width * height;
	}

	/** @return the same with another number of planes */
	MapShape with(final int planes) {
		return new MapShape(width, height, planes, size);
	}
}
