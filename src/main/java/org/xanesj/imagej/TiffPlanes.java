// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

import ij.io.FileInfo;
import ij.io.ImageReader;

/** The pixels of a TIFF file, plane by plane, every offset checked against the file before ImageJ sees the bytes. */
final class TiffPlanes {

	/** The largest array, with room for what the machine puts before it. */
	private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

	private final RandomAccessFile file;
	private final FileInfo[] directories;
	private final int count;

	/** @throws IOException that says what is wrong, as the end of a sentence */
	TiffPlanes(final RandomAccessFile file, final FileInfo[] directories) throws IOException {
		this.file = file;
		this.directories = directories;
		count = directories.length == 1 ? Math.max(1, directories[0].nImages) : directories.length;
		for (int i = 0; i < directories.length; i++) checkShape(directories[i], i + 1);
		if (!contiguous()) return;
		final long there = Math.max(0, (file.length() - directories[0].getOffset()) / rowBytes() / height());
		if (there < count) throw new IOException("is truncated: it holds " + there + " of " + count + " images");
	}

	private void checkShape(final FileInfo fi, final int number) throws IOException {
		final FileInfo first = directories[0];
		if (fi.width < 1 || fi.height < 1 || 4L * fi.width > MOST_BYTES / fi.height)
			throw new IOException("has an image of " + fi.width + " x " + fi.height + " pixels, which ImageJ cannot hold");
		if (fi.samplesPerPixel != 1) throw new IOException("is a colour image (" + fi.samplesPerPixel + " samples a pixel)");
		if (fi.width != first.width || fi.height != first.height || fi.fileType != first.fileType) throw new IOException(
			"has images that differ: image " + number + " is " + fi.width + " x " + fi.height + ", the first " + first.width +
			" x " + first.height + ", or their bits differ");
		if (fi.stripOffsets == null || fi.stripOffsets.length == 0) throw new IOException("is damaged: image " + number +
			" has no pixels");
		if (bits(fi) == 0) throw new IOException("has pixels of a kind that ImageJ cannot read");
	}

	int count() {
		return count;
	}

	int height() {
		return directories[0].height;
	}

	/** @return the bytes that all planes take in memory, as ImageJ holds them */
	long bytesInMemory() {
		return (long) count * directories[0].width * height() * directories[0].getBytesPerPixel();
	}

	/** @return the values of plane i in ImageJ's form: bytes, shorts or floats */
	Object pixels(final int i) throws IOException {
		final FileInfo raw = (FileInfo) directories[0].clone();
		raw.compression = FileInfo.COMPRESSION_NONE;
		raw.stripOffsets = null;
		raw.offset = 0;
		raw.longOffset = 0;
		return new ImageReader(raw).readPixels(new ByteArrayInputStream(bytes(i)), 0L);
	}

	private byte[] bytes(final int i) throws IOException {
		final int size = Math.multiplyExact(rowBytes(), height());
		if (contiguous()) return read(directories[0].getOffset() + (long) i * size, size, i);
		final FileInfo fi = directories[i];
		final int rows = fi.rowsPerStrip < 1 || fi.rowsPerStrip > fi.height ? fi.height : fi.rowsPerStrip;
		if (fi.stripOffsets.length != (fi.height - 1) / rows + 1) throw new IOException("is damaged: image " + (i + 1) +
			" has " + fi.stripOffsets.length + " strips of " + rows + " rows for " + fi.height + " rows");
		final byte[] plane = new byte[size];
		for (int s = 0; s < fi.stripOffsets.length; s++) {
			final int from = s * rows * rowBytes();
			final int length = Math.min(size - from, rows * rowBytes());
			final byte[] strip = strip(fi, s, length, i);
			if (strip.length < length) throw new IOException("is truncated or damaged: image " + (i + 1) + " ends early");
			System.arraycopy(strip, 0, plane, from, length);
		}
		return plane;
	}

	private byte[] strip(final FileInfo fi, final int s, final int length, final int i) throws IOException {
		final long offset = fi.stripOffsets[s] & 0xffffffffL;
		if (fi.compression <= FileInfo.COMPRESSION_NONE) return read(offset, length, i);
		if (fi.stripLengths == null || fi.stripLengths.length != fi.stripOffsets.length) throw new IOException(
			"is damaged: the lengths of image " + (i + 1) + "'s strips are missing");
		return TiffCompression.decode(read(offset, fi.stripLengths[s] & 0xffffffffL, i), fi, length, rowBytes());
	}

	private byte[] read(final long offset, final long length, final int i) throws IOException {
		if (offset + length > file.length() || length > MOST_BYTES) throw new IOException(
			"is truncated or damaged: image " + (i + 1) + " reaches beyond its end");
		final byte[] bytes = new byte[(int) length];
		file.seek(offset);
		file.readFully(bytes);
		return bytes;
	}

	/** ImageJ's own stacks have one directory, and all planes one after the other behind it. */
	private boolean contiguous() {
		return directories.length == 1 && count > 1;
	}

	private int rowBytes() {
		return (int) (((long) directories[0].width * bits(directories[0]) + 7) / 8);
	}

	private static int bits(final FileInfo fi) {
		switch (fi.fileType) {
			case FileInfo.BITMAP:
				return 1;
			case FileInfo.GRAY8:
			case FileInfo.COLOR8:
				return 8;
			case FileInfo.GRAY10_UNSIGNED:
				return 10;
			case FileInfo.GRAY12_UNSIGNED:
				return 12;
			case FileInfo.GRAY16_SIGNED:
			case FileInfo.GRAY16_UNSIGNED:
				return 16;
			case FileInfo.GRAY32_INT:
			case FileInfo.GRAY32_UNSIGNED:
			case FileInfo.GRAY32_FLOAT:
				return 32;
			default:
				return 0;
		}
	}
}
