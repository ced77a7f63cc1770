// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;
import java.util.function.Function;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Images as the bytes of an ImageJ TIFF. */
final class PhantomTiff {

	private PhantomTiff() {}

	/** @param labels of the slices; {@code max} is the upper end of the grey scale shown */
	static byte[] floats(final List<float[]> planes, final List<String> labels, final int width, final double pixel,
		final double max)
	{
		return bytes(planes, p -> new FloatProcessor(width, p.length / width, p), labels, pixel, max);
	}

	static byte[] shorts(final List<short[]> planes, final List<String> labels, final int width, final double pixel,
		final double max)
	{
		return bytes(planes, p -> new ShortProcessor(width, p.length / width, p, null), labels, pixel, max);
	}

	private static <T> byte[] bytes(final List<T> planes, final Function<T, ImageProcessor> wrap,
		final List<String> labels, final double pixel, final double max)
	{
		final ImageProcessor first = wrap.apply(planes.get(0));
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		for (int i = 0; i < planes.size(); i++) stack.addSlice(labels.get(i), wrap.apply(planes.get(i)));
		final ImagePlus image = new ImagePlus("phantom", stack);
		image.getCalibration().pixelWidth = pixel;
		image.getCalibration().pixelHeight = pixel;
		image.getCalibration().setUnit("µm");
		// A range of our own: the default is the data's, whose last digits Java versions print differently.
		image.setDisplayRange(0, max);
		return new FileSaver(image).serialize();
	}
}
