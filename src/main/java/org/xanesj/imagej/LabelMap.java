// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import org.xanesj.stack.InputException;

/**
 * Which class every pixel is in.
 *
 * @param labels in raster order (x fastest, then y, then z): 0 is background, k the k-th entry of the legend
 * @param width in pixels
 * @param height in pixels
 * @param depth number of z planes, 1 in two dimensions
 */
public record LabelMap(int[] labels, int width, int height, int depth) {

	/** @throws InputException when there is not one label, zero or positive, for each pixel */
	public LabelMap {
		if (width < 1 || height < 1 || depth < 1 || labels.length != (long) width * height * depth)
			throw new InputException("A label map of " + width + " x " + height + " x " + depth + " pixels has " +
				labels.length + " labels.", "Give one label for each pixel.");
		for (final int label : labels) if (label < 0) throw new InputException("A label is " + label + ".",
			"Labels are 0 for background and 1, 2, … for classes.");
	}

	/** @return the largest label there is */
	public int max() {
		int max = 0;
		for (final int label : labels) max = Math.max(max, label);
		return max;
	}

	/** @return the label at a place */
	public int at(final int x, final int y, final int z) {
		return labels[(z * height + y) * width + x];
	}
}
