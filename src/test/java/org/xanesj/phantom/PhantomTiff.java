// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.xanesj.stack.SpectralImage;

/** Images as the bytes of an ImageJ TIFF. */
final class PhantomTiff {

	private PhantomTiff() {}

	/**
	 * @param labels of the slices
	 * @param pixel size, µm
	 * @param max the upper end of the grey scale shown
	 */
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

	/** @return the values of each energy in raster order */
	static List<float[]> planes(final SpectralImage image) {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) {
			final float[] plane = new float[(int) image.size()];
			for (int p = 0; p < plane.length; p++)
				plane[p] = image.pixels().getAt(p % image.width(), p / image.width(), e).get();
			planes.add(plane);
		}
		return planes;
	}

	static short[] shorts(final int[] values) {
		final short[] shorts = new short[values.length];
		for (int p = 0; p < shorts.length; p++) shorts[p] = (short) values[p];
		return shorts;
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
		return littleEndian(image);
	}

	/** ImageJ writes in the byte order of its user's preferences, which another test may have loaded. */
	private static byte[] littleEndian(final ImagePlus image) {
		final boolean preferred = Prefs.intelByteOrder;
		Prefs.intelByteOrder = true;
		try {
			return new FileSaver(image).serialize();
		}
		finally {
			Prefs.intelByteOrder = preferred;
		}
	}
}
