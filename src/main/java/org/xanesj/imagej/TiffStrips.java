// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.io.Serializable;
import java.util.stream.IntStream;

import ij.io.FileInfo;

/**
 * Where the pixels of one image of a TIFF file are.
 *
 * @param offsets of the strips, from the beginning of the file
 * @param lengths in bytes, as they are stored
 * @param rows in each strip but the last, which may have fewer
 * @param compression as ImageJ counts them
 */
record TiffStrips(long[] offsets, long[] lengths, int rows, int compression) implements Serializable {

	/**
	 * @param number of the image, from 1, for messages
	 * @throws IOException that says what is wrong, as the end of a sentence
	 */
	static TiffStrips of(final FileInfo fi, final int rowBytes, final int number) throws IOException {
		final int rows = fi.rowsPerStrip < 1 || fi.rowsPerStrip > fi.height ? fi.height : fi.rowsPerStrip;
		final int count = (fi.height - 1) / rows + 1;
		if (fi.stripOffsets.length != count) throw new IOException("is damaged: image " + number + " has " +
			fi.stripOffsets.length + " strips of " + rows + " rows for " + fi.height + " rows");
		final long[] offsets = IntStream.of(fi.stripOffsets).mapToLong(Integer::toUnsignedLong).toArray();
		if (fi.compression <= FileInfo.COMPRESSION_NONE) return joined(new TiffStrips(offsets, IntStream.range(0, count)
			.mapToLong(s -> Math.min(rows, fi.height - s * rows) * (long) rowBytes).toArray(), rows, FileInfo.COMPRESSION_NONE),
			fi.height);
		if (fi.stripLengths == null || fi.stripLengths.length != count) throw new IOException(
			"is damaged: the lengths of image " + number + "'s strips are missing");
		return new TiffStrips(offsets, IntStream.of(fi.stripLengths).mapToLong(Integer::toUnsignedLong).toArray(), rows,
			fi.compression);
	}

	/** Strips that follow one another are as good as one. */
	private static TiffStrips joined(final TiffStrips strips, final int height) {
		long length = 0;
		for (int s = 0; s < strips.offsets.length; s++) {
			if (strips.offsets[s] != strips.offsets[0] + length) return strips;
			length += strips.lengths[s];
		}
		return whole(strips.offsets[0], length, height);
	}

	/** An image in one piece. */
	static TiffStrips whole(final long offset, final long length, final int height) {
		return new TiffStrips(new long[] { offset }, new long[] { length }, height, FileInfo.COMPRESSION_NONE);
	}

	boolean isCompressed() {
		return compression > FileInfo.COMPRESSION_NONE;
	}

	/** @return whether all strips lie within a file of that many bytes */
	boolean liesWithin(final long file) {
		return IntStream.range(0, offsets.length).allMatch(s -> offsets[s] + lengths[s] <= file && lengths[s] <= TiffLayout.MOST_BYTES);
	}
}
