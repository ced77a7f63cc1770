// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import ij.io.FileInfo;
import ij.io.ImageReader;

/**
 * Decodes a compressed strip: LZW and PackBits by ImageJ's decoders; Deflate by the JDK's, because ImageJ's waits
 * for ever for the end of a truncated strip. (TIFF 6.0, Adobe 1992, sections 9, 13 and 14.)
 */
final class TiffCompression {

	private TiffCompression() {}

	/**
	 * @param compression as ImageJ counts them
	 * @param length how many bytes the strip has when decoded
	 * @return at most that many; fewer when the strip is truncated
	 */
	static byte[] decode(final byte[] strip, final int compression, final TiffLayout file, final int length) throws IOException {
		try {
			switch (compression) {
				case FileInfo.LZW:
					return lzw(strip, length);
				case FileInfo.LZW_WITH_DIFFERENCING:
					return summed(lzw(strip, length), file);
				case FileInfo.ZIP:
					return inflate(strip, length);
				case FileInfo.ZIP_WITH_DIFFERENCING:
					return summed(inflate(strip, length), file);
				case FileInfo.PACK_BITS:
					return new ImageReader(new FileInfo()).packBitsUncompress(strip, length);
				default:
					throw new IOException("is compressed in a way that ImageJ cannot read");
			}
		}
		catch (final IndexOutOfBoundsException | DataFormatException | NegativeArraySizeException | NullPointerException e) {
			throw new IOException("is damaged: its compressed pixels cannot be decoded", e);
		}
	}

	private static byte[] lzw(final byte[] strip, final int length) {
		final FileInfo fi = new FileInfo();
		fi.width = length;
		fi.height = 1;
		final ImageReader reader = new ImageReader(fi);
		// ImageJ's decoder stops at the image's length, which a reader knows only once it has read an image.
		reader.readPixels(new ByteArrayInputStream(new byte[] {}));
		return reader.lzwUncompress(strip);
	}

	private static byte[] inflate(final byte[] strip, final int length) throws DataFormatException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(strip);
			final byte[] bytes = new byte[length];
			int filled = 0;
			while (filled < length) {
				final int more = inflater.inflate(bytes, filled, length - filled);
				if (more == 0) break;
				filled += more;
			}
			return filled == length ? bytes : Arrays.copyOf(bytes, filled);
		}
		finally {
			inflater.end();
		}
	}

	/** Undoes the horizontal differencing (predictor 2): each value is stored as what it exceeds its left neighbour by. */
	private static byte[] summed(final byte[] bytes, final TiffLayout file) {
		final int size = file.sample().bitDepth() / 8;
		final int rowBytes = file.rowBytes();
		for (int row = 0; row + rowBytes <= bytes.length; row += rowBytes) {
			int sum = 0;
			for (int p = row; p < row + rowBytes; p += size) {
				for (int b = 0; b < size; b++) sum += (bytes[p + b] & 0xff) << shift(b, size, file.littleEndian());
				for (int b = 0; b < size; b++) bytes[p + b] = (byte) (sum >>> shift(b, size, file.littleEndian()));
			}
		}
		return bytes;
	}

	private static int shift(final int b, final int size, final boolean littleEndian) {
		return 8 * (littleEndian ? b : size - 1 - b);
	}
}
