// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;

import java.util.stream.IntStream;

/** Which values are shown black and which white. Pixel values stay as they are. */
final class DisplayRange {

	/** Values looked at: enough for percentiles. */
	private static final int SAMPLE = 1 << 18;

	/** Part of the values that may be too dark, and as many too bright: dead pixels, noise that normalising blew up. */
	private static final double CLIPPED = 0.02;

	/** Slices looked at of a virtual stack. */
	private static final int FEW = 20;

	private DisplayRange() {}

	/** One range for all slices, so that they compare and dead pixels do not set it. */
	static void ofAllSlices(final ImagePlus imp) {
		set(imp, sample(imp.getStack(), 1, imp.getStackSize()));
	}

	/** @return the same maps with a range for each, where they are of different kinds; not shown */
	static ImagePlus ofEachMap(final ImagePlus imp, final int maps) {
		if (maps < 2 || maps > CompositeImage.MAX_CHANNELS) return imp;
		imp.setDimensions(maps, imp.getStackSize() / maps, 1);
		final CompositeImage each = new CompositeImage(imp, CompositeImage.GRAYSCALE);
		for (int c = maps; c >= 1; c--) {
			each.setC(c);
			set(each, sample(imp.getStack(), c, c));
		}
		return each;
	}

	private static void set(final ImagePlus imp, final double[] values) {
		if (values.length == 0) return;
		final int cut = (int) (CLIPPED * values.length);
		final double low = values[cut];
		final double high = values[values.length - 1 - cut];
		if (high > low) imp.setDisplayRange(low, high);
	}

	/** Finite values in rising order. A virtual stack reads each slice anew, so only some of them are asked. */
	private static double[] sample(final ImageStack stack, final int first, final int last) {
		final int area = stack.getWidth() * stack.getHeight();
		final int slices = last - first + 1;
		final int every = stack.isVirtual() ? (slices - 1) / FEW + 1 : 1;
		final int step = (int) (1 + (long) area * (slices / every) / SAMPLE);
		return IntStream.rangeClosed(first, last).filter(slice -> (slice - first) % every == 0).mapToObj(stack::getProcessor).flatMapToDouble(plane -> IntStream.range(0,
			(area - 1) / step + 1).mapToDouble(i -> plane.getf(i * step))).filter(Double::isFinite).sorted().toArray();
	}
}
