// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import ij.ImagePlus;
import ij.ImageStack;

import org.xanesj.stack.Heap;
import org.xanesj.stack.InputException;

/** The slices of an ImageJ image as planes of floats, its calibration function applied. */
final class FloatPlanes {

	private final ImageStack stack;

	/** Calibrated value of every 8 or 16-bit one; null when values stand for themselves. */
	private final float[] table;

	/** @throws InputException when the image is RGB, or its planes as floats do not fit into memory */
	FloatPlanes(final ImagePlus imp) {
		if (imp.getBitDepth() == 24) throw new InputException(imp.getTitle() + " is a colour (RGB) image.",
			"Open the measured grey values (8, 16 or 32 bits), not a picture of them.");
		stack = imp.getStack();
		table = imp.getBitDepth() == 32 ? null : imp.getLocalCalibration().getCTable();
		if (imp.getBitDepth() != 32 || stack.isVirtual()) Heap.require(4L * imp.getWidth() * imp.getHeight() * stack.size(),
			imp.getTitle(), "its images");
	}

	/**
	 * @param slice from 1
	 * @return the values in raster order; the image's own array when it has floats in memory
	 */
	float[] plane(final int slice) {
		final Object pixels = stack.getPixels(slice);
		if (pixels instanceof float[]) return (float[]) pixels;
		if (pixels instanceof byte[]) return of((byte[]) pixels);
		return of((short[]) pixels);
	}

	private float[] of(final byte[] pixels) {
		final float[] plane = new float[pixels.length];
		for (int i = 0; i < plane.length; i++) plane[i] = value(pixels[i] & 0xff);
		return plane;
	}

	private float[] of(final short[] pixels) {
		final float[] plane = new float[pixels.length];
		for (int i = 0; i < plane.length; i++) plane[i] = value(pixels[i] & 0xffff);
		return plane;
	}

	private float value(final int raw) {
		return table == null ? raw : table[raw];
	}
}
