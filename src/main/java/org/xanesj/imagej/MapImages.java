// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;

/** Result maps as ImageJ images: values in 32 bits with a slice for each map, labels in 16 bits. */
public final class MapImages {

	private static final int MOST_LABELS = 65535;

	private MapImages() {}

	/**
	 * Maps as one image; in two dimensions a stack, in three a hyperstack with channel = map.
	 *
	 * @param title of the window
	 * @param names of the maps: the slice labels
	 * @param planes one array a map, width x height x depth values in raster order
	 * @return not shown; each plane is shared in two dimensions, copied in three
	 */
	public static ImagePlus maps(final String title, final List<String> names, final float[][] planes, final int width,
		final int height, final int depth, final PixelSize size)
	{
		checkNames(title, names, planes.length);
		final int area = width * height;
		for (final float[] map : planes) checkLength(title, map.length, area * depth);
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < depth; z++)
			for (int k = 0; k < planes.length; k++) {
				if (depth == 1) stack.addSlice(names.get(k), planes[k]);
				else {
					final float[] plane = new float[area];
					System.arraycopy(planes[k], z * area, plane, 0, area);
					stack.addSlice(names.get(k), plane);
				}
			}
		return calibrated(title, stack, planes.length, depth, size);
	}

	/**
	 * A label image.
	 *
	 * @param labels width x height x depth values in raster order, 0 = background
	 * @return 16 bits, not shown
	 * @throws InputException when a label is negative or above 65535
	 */
	public static ImagePlus labels(final String title, final int[] labels, final int width, final int height,
		final int depth, final PixelSize size)
	{
		final int area = width * height;
		checkLength(title, labels.length, area * depth);
		final ImageStack stack = new ImageStack(width, height);
		int max = 1;
		for (int z = 0; z < depth; z++) {
			final short[] plane = new short[area];
			for (int p = 0; p < area; p++) {
				final int label = labels[z * area + p];
				plane[p] = checkedLabel(title, label);
				max = Math.max(max, label);
			}
			stack.addSlice(null, plane);
		}
		final ImagePlus imp = calibrated(title, stack, 1, depth, size);
		imp.setDisplayRange(0, max);
		return imp;
	}

	/**
	 * Writes an image as ImageJ's TIFF, slice labels and calibration with it: whole or not at all, an existing file
	 * replaced. Equal images give equal bytes.
	 *
	 * @throws InputException naming the file when it cannot be written, or needs more than the 4 GB of a TIFF file
	 */
	public static void writeTiff(final ImagePlus imp, final Path path) {
		TiffFile.write(imp, path);
	}

	/** Puts dimensions and pixel size on a stack of maps: channel = map, then z. */
	static ImagePlus calibrated(final String title, final ImageStack stack, final int maps, final int depth,
		final PixelSize size)
	{
		final ImagePlus imp = new ImagePlus(title, stack);
		if (depth > 1) {
			imp.setDimensions(maps, depth, 1);
			imp.setOpenAsHyperStack(maps > 1);
		}
		if (size.isKnown()) {
			final Calibration calibration = imp.getLocalCalibration();
			calibration.pixelWidth = size.x();
			calibration.pixelHeight = size.y();
			calibration.pixelDepth = size.z();
			calibration.setUnit(size.unit());
		}
		return imp;
	}

	static void checkNames(final String title, final List<String> names, final int maps) {
		if (names.size() != maps || names.isEmpty()) throw new InputException(title + ": " + maps + " maps have " + names
			.size() + " names.", "Give one name for each map.");
	}

	/** @return the label in 16 bits */
	static short checkedLabel(final String title, final int label) {
		if (label < 0 || label > MOST_LABELS) throw new InputException(title + ": a label is " + label + ".",
			"Labels are 0 for the background and 1 to " + MOST_LABELS + ".");
		return (short) label;
	}

	static void checkLength(final String title, final int length, final int needed) {
		if (length != needed) throw new InputException(title + ": a map has " + length + " values for " + needed + " pixels.",
			"Give one value for each pixel.");
	}
}
