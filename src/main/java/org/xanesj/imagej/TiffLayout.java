// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.io.FileInfo;

/**
 * Where the images of a TIFF file are and of what kind they are, every offset checked against the file's length.
 *
 * @param path absolute
 * @param first where the images begin when all stand one after the other
 * @param strips of each image; empty when all stand one after the other
 */
record TiffLayout(String path, int width, int height, TiffSample sample, boolean littleEndian, int count, long first,
	List<TiffStrips> strips) implements Serializable
{

	/** The largest array, with room for what the machine puts before it. */
	static final int MOST_BYTES = Integer.MAX_VALUE - 8;

	/**
	 * @param directories as ImageJ decodes them
	 * @param length of the file in bytes
	 * @throws IOException that says what is wrong, as the end of a sentence
	 */
	static TiffLayout of(final Path path, final FileInfo[] directories, final long length) throws IOException {
		for (int i = 0; i < directories.length; i++) checkShape(directories[i], directories[0], i + 1);
		final FileInfo fi = directories[0];
		final TiffSample sample = TiffSample.of(fi).orElseThrow();
		// ImageJ's own stacks have one directory, and all planes one after the other behind it.
		final boolean contiguous = directories.length == 1 && fi.nImages > 1;
		final int rowBytes = sample.rowBytes(fi.width);
		final List<TiffStrips> strips = new ArrayList<>();
		for (int i = 0; i < directories.length && !contiguous; i++) {
			strips.add(TiffStrips.of(directories[i], rowBytes, i + 1));
			if (!strips.get(i).liesWithin(length)) throw new IOException("is truncated or damaged: image " + (i + 1) +
				" reaches beyond its end");
		}
		if (contiguous) {
			final long there = Math.max(0, (length - fi.getOffset()) / rowBytes / fi.height);
			if (there < fi.nImages) throw new IOException("is truncated: it holds " + there + " of " + fi.nImages + " images");
		}
		return new TiffLayout(path.toAbsolutePath().toString(), fi.width, fi.height, sample, fi.intelByteOrder, contiguous
			? fi.nImages : directories.length, fi.getOffset(), List.copyOf(strips));
	}

	private static void checkShape(final FileInfo fi, final FileInfo first, final int number) throws IOException {
		if (fi.width < 1 || fi.height < 1 || 4L * fi.width > MOST_BYTES / fi.height)
			throw new IOException("has an image of " + fi.width + " x " + fi.height + " pixels, which ImageJ cannot hold");
		if (fi.samplesPerPixel != 1) throw new IOException("is a colour image (" + fi.samplesPerPixel + " samples a pixel)");
		if (fi.width != first.width || fi.height != first.height || fi.fileType != first.fileType) throw new IOException(
			"has images that differ: image " + number + " is " + fi.width + " x " + fi.height + ", the first " + first.width +
			" x " + first.height + ", or their bits differ");
		if (fi.stripOffsets == null || fi.stripOffsets.length == 0) throw new IOException("is damaged: image " + number +
			" has no pixels");
		if (TiffSample.of(fi).isEmpty()) throw new IOException("has pixels of a kind that ImageJ cannot read");
	}

	int rowBytes() {
		return sample.rowBytes(width);
	}

	ByteOrder byteOrder() {
		return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	/** @param image from 0 */
	TiffStrips strips(final int image) {
		if (!strips.isEmpty()) return strips.get(image);
		final long bytes = (long) rowBytes() * height;
		return TiffStrips.whole(first + image * bytes, bytes, height);
	}

	/** @return how many rows must be read together: one unless they are packed or compressed */
	int rowsTogether() {
		if (sample.isPacked()) return height;
		return strips.stream().filter(TiffStrips::isCompressed).mapToInt(TiffStrips::rows).max().orElse(1);
	}
}
