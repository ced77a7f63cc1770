// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

/** Reads a mask from an image file: TIFF, PNG or what else the JDK reads. What is not zero (black) is inside. */
public final class MaskImage {

	private MaskImage() {}

	/**
	 * @return the mask of a width x height plane
	 * @throws InputException when the file is no image, of another size, or wholly black
	 */
	public static Mask read(final Path path, final int width, final int height) {
		final String name = path.getFileName().toString();
		final String lower = name.toLowerCase(Locale.ROOT);
		final Mask mask = lower.endsWith(".tif") || lower.endsWith(".tiff") ? tiff(path, width, height) : picture(path, width,
			height);
		if (mask.count() == 0) throw new InputException(name + ": no pixel of this mask is inside (all are zero).",
			"Give a mask whose pixels are not zero where the sample is.");
		return mask;
	}

	private static Mask tiff(final Path path, final int width, final int height) {
		final ImagePlus imp = TiffStack.open(path);
		checkSize(path, imp.getWidth(), imp.getHeight(), width, height);
		if (imp.getStackSize() > 1) throw new InputException(path.getFileName() + " has " + imp.getStackSize() + " slices.",
			"Give a mask of one slice.");
		final ImageProcessor pixels = imp.getProcessor();
		return Mask.of((long) width * height, p -> inside(pixels.getf((int) p)));
	}

	private static boolean inside(final float value) {
		return value != 0 && !Float.isNaN(value);
	}

	private static Mask picture(final Path path, final int width, final int height) {
		if (!Files.isRegularFile(path)) throw new InputException(path + " is not a file.", "Check the path.");
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new InputException(path.getFileName() + " is not an image.",
				"Give a TIFF or PNG file.");
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				checkSize(path, reader.getWidth(0), reader.getHeight(0), width, height);
				final BufferedImage image = reader.read(0);
				return Mask.of((long) width * height, p -> inside(image, (int) (p % width), (int) (p / width)));
			}
			finally {
				reader.dispose();
			}
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException(path.getFileName() + " cannot be read: it is truncated or damaged.", "Copy it again.", e);
		}
	}

	/** An indexed picture is looked at by its colours; any other by its samples, alpha left out. */
	private static boolean inside(final BufferedImage image, final int x, final int y) {
		if (image.getColorModel() instanceof IndexColorModel) return (image.getRGB(x, y) & 0xffffff) != 0;
		for (int band = 0; band < image.getColorModel().getNumColorComponents(); band++)
			if (image.getRaster().getSample(x, y, band) != 0) return true;
		return false;
	}

	private static void checkSize(final Path path, final int width, final int height, final int neededWidth,
		final int neededHeight)
	{
		if (width != neededWidth || height != neededHeight) throw new InputException(path.getFileName() + " is " + width +
			" x " +
			height + " pixels; the stack is " + neededWidth + " x " + neededHeight + ".", "Give a mask of the stack's size.");
	}
}
