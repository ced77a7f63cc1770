// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks over a TIFF file's directories before ImageJ decodes them: its decoder believes every count and every offset,
 * and follows a chain of directories that closes on itself for ever. (TIFF 6.0, Adobe 1992, section 2; ImageJ's own
 * metadata are tags 50838 and 50839.)
 */
final class TiffDirectories {

	private static final int MAGIC = 42;
	private static final int ENTRY = 12;
	private static final int MOST_ENTRIES = 1000;
	private static final int COMPRESSION = 259;
	private static final int PREDICTOR = 317;
	private static final int META_DATA_BYTE_COUNTS = 50838;
	private static final int META_DATA = 50839;

	/** None (ImageJ takes 0 for it too), LZW, Deflate by two numbers, PackBits. */
	private static final Set<Integer> COMPRESSIONS = Set.of(0, 1, 5, 8, 32773, 32946);

	/** Bytes of a value of each field type. */
	private static final int[] TYPE_SIZES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	private final RandomAccessFile file;
	private ByteOrder order;
	private long[] metadata = {};

	private TiffDirectories(final RandomAccessFile file) {
		this.file = file;
	}

	/** @throws IOException that says what is wrong, as the end of a sentence */
	static void check(final RandomAccessFile file) throws IOException {
		new TiffDirectories(file).check();
	}

	private void check() throws IOException {
		if (file.length() < 8) throw new IOException("is too short for a TIFF file");
		final int mark = file.readUnsignedShort();
		if (mark != 0x4949 && mark != 0x4d4d) throw new IOException("is not a TIFF file");
		order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final int magic = at(2, 2).getShort();
		if (magic != MAGIC) throw new IOException(magic == MAGIC + 1 ? "is a BigTIFF file, which ImageJ cannot decode" :
			"is not a TIFF file");
		final Set<Long> seen = new HashSet<>();
		for (long next = unsigned(at(4, 4)); next != 0;) {
			if (!seen.add(next)) throw new IOException("is damaged: its directories form a circle");
			next = directory(next);
		}
		if (seen.isEmpty()) throw new IOException("holds no image");
	}

	private long directory(final long offset) throws IOException {
		final int entries = at(offset, 2).getShort() & 0xffff;
		if (entries < 1 || entries > MOST_ENTRIES) throw new IOException("is damaged: a directory has " + entries +
			" entries");
		final ByteBuffer directory = at(offset + 2, entries * ENTRY + 4);
		for (int i = 0; i < entries; i++) {
			final int tag = directory.getShort() & 0xffff;
			final int type = directory.getShort() & 0xffff;
			final long count = unsigned(directory);
			directory.mark();
			final int first = directory.getShort() & 0xffff;
			final long value = unsigned(directory.reset());
			final long bytes = count * (type < TYPE_SIZES.length ? TYPE_SIZES[type] : 1);
			if (bytes > 4 && value + bytes > file.length()) throw new IOException("is truncated or damaged: tag " + tag +
				" reaches beyond its end");
			final long number = type == 3 ? first : value;
			if (tag == COMPRESSION && !COMPRESSIONS.contains((int) number)) throw new IOException(
				"is compressed in a way that ImageJ cannot read (" + number + ")");
			if (tag == PREDICTOR && number > 2)
				throw new IOException("is stored with a floating-point predictor, which ImageJ cannot undo");
			if (tag == META_DATA_BYTE_COUNTS) metadata = longs(value, count);
			if (tag == META_DATA && metadata.length > 0) checkMetadata(value, count);
		}
		return unsigned(directory);
	}

	/** The lengths must fit into the tag, and the numbers of things of each kind among the lengths. */
	private void checkMetadata(final long offset, final long size) throws IOException {
		long total = 0;
		for (final long length : metadata) total += length;
		if (total > size || metadata[0] < 12 || metadata[0] % 8 != 4 || metadata[0] > size) throw damagedMetadata();
		final ByteBuffer header = at(offset + 4, (int) Math.min(metadata[0] - 4, 800));
		long things = 0;
		while (header.hasRemaining()) {
			header.getInt();
			things += unsigned(header);
		}
		if (things > metadata.length - 1) throw damagedMetadata();
	}

	private static IOException damagedMetadata() {
		return new IOException("is damaged: its slice labels and properties are not of the length it says");
	}

	private long[] longs(final long offset, final long count) throws IOException {
		if (count < 2) return new long[] {};
		final ByteBuffer buffer = at(offset, Math.multiplyExact(4, Math.toIntExact(count)));
		final long[] values = new long[(int) count];
		for (int i = 0; i < values.length; i++) values[i] = unsigned(buffer);
		return values;
	}

	private static long unsigned(final ByteBuffer buffer) {
		return buffer.getInt() & 0xffffffffL;
	}

	private ByteBuffer at(final long offset, final int size) throws IOException {
		if (offset + size > file.length())
			throw new IOException("is truncated or damaged: a directory reaches beyond its end");
		final byte[] bytes = new byte[size];
		file.seek(offset);
		file.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
