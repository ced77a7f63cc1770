// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.xanesj.stack.InputException;

import ij.io.FileInfo;
import ij.io.ImageReader;

/** Reads the pixels of TIFF files, one file open at a time. For one thread. */
final class TiffReader implements AutoCloseable {

	/** Bytes read at once: what is converted from there stays in the processor's cache. */
	private static final int BUFFER = 1 << 18;

	private final TiffPlanes planes;
	private final CalibrationTable calibration;
	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
	private final short[] shorts;
	private TiffLayout file;
	private FileChannel channel;
	/** The number of the open file's first image. */
	private int first;

	/** @param calibration of the values that {@link #rows} reads */
	TiffReader(final TiffPlanes planes, final CalibrationTable calibration) {
		this.planes = planes;
		this.calibration = calibration;
		shorts = new short[planes.sample().bytes() == Short.BYTES ? BUFFER / Short.BYTES : 0];
	}

	/**
	 * Reads values of whole rows.
	 *
	 * @param plane from 0, over all files
	 * @param at where in {@code into} the first goes
	 * @throws InputException naming the file when it is damaged or not there
	 * @throws java.util.concurrent.CancellationException when the thread is interrupted
	 */
	void rows(final int plane, final int firstRow, final int rows, final float[] into, final int at) {
		try {
			open(plane);
			final int width = file.width();
			if (file.sample().isPacked()) {
				calibration.apply(decoded(plane), firstRow * width, into, at, rows * width);
				return;
			}
			final TiffStrips strips = file.strips(plane - first);
			for (int row = firstRow; row < firstRow + rows;) {
				final int strip = row / strips.rows();
				final int before = row - strip * strips.rows();
				final int count = Math.min(Math.min(strips.rows() - before, file.height() - row), firstRow + rows - row);
				final int to = at + (row - firstRow) * width;
				if (!strips.isCompressed()) stream(strips.offsets()[strip] + (long) before * file.rowBytes(), count * width, into, to);
				else convert(ByteBuffer.wrap(strip(strips, strip, plane), before * file.rowBytes(), count * file.rowBytes()), count *
					width, into, to);
				row += count;
			}
		}
		catch (final IOException e) {
			throw complaint(e);
		}
	}

	/**
	 * @param plane from 0, over all files
	 * @return all its pixels in ImageJ's form: bytes, shorts or floats
	 * @throws InputException as above
	 */
	Object pixels(final int plane) {
		try {
			open(plane);
			return decoded(plane);
		}
		catch (final IOException e) {
			throw complaint(e);
		}
	}

	private RuntimeException complaint(final IOException e) {
		if (e instanceof NoSuchFileException) return new InputException(e.getMessage() + " is not there any more.",
			"Bring the file back, or open the stack again from where it is.", e);
		return TiffComplaint.of(Path.of(file.path()).getFileName().toString(), e);
	}

	private void open(final int plane) throws IOException {
		if (channel != null && plane >= first && plane < first + file.count()) return;
		close();
		first = 0;
		for (final TiffLayout candidate : planes.files()) {
			file = candidate;
			if (plane < first + candidate.count()) break;
			first += candidate.count();
		}
		channel = FileChannel.open(Path.of(file.path()));
	}

	@Override
	public void close() {
		try {
			if (channel != null) channel.close();
		}
		catch (final IOException e) {
			// nothing was written
		}
		channel = null;
	}

	private void stream(final long offset, final int pixels, final float[] into, final int at) throws IOException {
		final int bytes = file.sample().bytes();
		for (int done = 0; done < pixels;) {
			final int count = Math.min(pixels - done, BUFFER / bytes);
			fill(buffer.clear().limit(count * bytes), offset + (long) done * bytes);
			convert(buffer.flip(), count, into, at + done);
			done += count;
		}
	}

	private void fill(final ByteBuffer bytes, final long offset) throws IOException {
		final int from = bytes.position();
		while (bytes.hasRemaining()) if (channel.read(bytes, offset + bytes.position() - from) < 0) throw new EOFException(
			"is truncated: it was longer when it was opened");
	}

	private void convert(final ByteBuffer bytes, final int count, final float[] into, final int at) {
		bytes.order(file.byteOrder());
		switch (file.sample()) {
			case FLOAT -> bytes.asFloatBuffer().get(into, at, count);
			case INT -> {
				final IntBuffer ints = bytes.asIntBuffer();
				for (int i = 0; i < count; i++) into[at + i] = ints.get(i);
			}
			case UNSIGNED_INT -> {
				final IntBuffer ints = bytes.asIntBuffer();
				for (int i = 0; i < count; i++) into[at + i] = Integer.toUnsignedLong(ints.get(i));
			}
			case BYTE -> calibration.apply(bytes.array(), bytes.arrayOffset() + bytes.position(), into, at, count);
			default -> shorts(bytes, count, into, at);
		}
	}

	private void shorts(final ByteBuffer bytes, final int count, final float[] into, final int at) {
		// ImageJ adds 32768 to signed values, and its calibration takes them off again
		final int sign = file.sample() == TiffSample.SIGNED_SHORT ? 0x8000 : 0;
		for (int done = 0; done < count;) {
			final int some = Math.min(count - done, shorts.length);
			bytes.asShortBuffer().position(done).get(shorts, 0, some);
			if (sign != 0) for (int i = 0; i < some; i++) shorts[i] ^= sign;
			calibration.apply(shorts, 0, into, at + done, some);
			done += some;
		}
	}

	private Object decoded(final int plane) throws IOException {
		final FileInfo raw = new FileInfo();
		raw.fileType = file.sample().type();
		raw.width = file.width();
		raw.height = file.height();
		raw.intelByteOrder = file.littleEndian();
		final Object pixels = new ImageReader(raw).readPixels(new ByteArrayInputStream(bytes(plane)), 0L);
		if (pixels == null) throw new IOException("is damaged: image " + (plane - first + 1) + " cannot be unpacked");
		return pixels;
	}

	private byte[] bytes(final int plane) throws IOException {
		final TiffStrips strips = file.strips(plane - first);
		final byte[] all = new byte[Math.multiplyExact(file.rowBytes(), file.height())];
		for (int s = 0; s < strips.offsets().length; s++) {
			final byte[] strip = strip(strips, s, plane);
			System.arraycopy(strip, 0, all, s * strips.rows() * file.rowBytes(), length(strips, s));
		}
		return all;
	}

	/** @return the bytes of a strip's rows, at least as many as there should be */
	private byte[] strip(final TiffStrips strips, final int s, final int plane) throws IOException {
		final byte[] stored = new byte[(int) strips.lengths()[s]];
		fill(ByteBuffer.wrap(stored), strips.offsets()[s]);
		if (!strips.isCompressed()) return stored;
		final byte[] strip = TiffCompression.decode(stored, strips.compression(), file, length(strips, s));
		if (strip.length < length(strips, s)) throw new IOException("is truncated or damaged: image " + (plane - first + 1) +
			" ends early");
		return strip;
	}

	private int length(final TiffStrips strips, final int s) {
		return Math.min(strips.rows(), file.height() - s * strips.rows()) * file.rowBytes();
	}
}
