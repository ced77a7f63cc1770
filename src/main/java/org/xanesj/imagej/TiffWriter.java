// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import ij.io.FileInfo;

import org.xanesj.stack.InputException;

/**
 * Writes a TIFF file image by image, with the same bytes as ImageJ, but whole or not at all: what is closed before its
 * last image is removed. ImageJ's encoder writes what stands before the pixels; the directories behind them, one for each
 * further image, are copies of the first.
 */
final class TiffWriter implements AutoCloseable {

	private static final int BUFFER = 1 << 18;
	private static final int ENTRY = 12;
	private static final int STRIP_OFFSETS = 273;
	/** ImageJ's own tags: byte counts and metadata. Only the first directory has them. */
	private static final int FIRST_OF_IMAGEJ = 50838, LAST_OF_IMAGEJ = 50839;

	private final Path path;
	private final Path unfinished;
	private final ByteBuffer head;
	private final long imageBytes;
	private final int images;
	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
	private FileChannel channel;
	private int written;

	/**
	 * @param described all but the pixels
	 * @throws InputException when the file cannot be written or would be larger than a TIFF file can be
	 */
	TiffWriter(final Path path, final FileInfo described) {
		TiffFile.requireRoom(described, path);
		this.path = path;
		unfinished = TiffFile.unfinished(path);
		images = described.nImages;
		imageBytes = (long) described.width * described.height * described.getBytesPerPixel();
		head = head(described);
		try {
			channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			send(head.duplicate());
		}
		catch (final IOException e) {
			throw failure(e);
		}
	}

	private static ByteBuffer head(final FileInfo described) {
		described.pixels = null;
		described.virtualStack = null;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			TiffFile.encoder(described).write(bytes);
		}
		catch (final IOException e) {
			// the encoder has come to the pixels, and there are none
		}
		if (bytes.size() != described.offset) throw new IllegalStateException(bytes.size() + " bytes before the pixels, not " +
			described.offset);
		return ByteBuffer.wrap(bytes.toByteArray());
	}

	void write(final float[] pixels) {
		final int count = (int) (imageBytes / Float.BYTES);
		for (int done = 0; done < count;) {
			final int some = Math.min(count - done, BUFFER / Float.BYTES);
			buffer.clear().asFloatBuffer().put(pixels, done, some);
			write(buffer.limit(some * Float.BYTES));
			done += some;
		}
		written++;
	}

	void write(final short[] pixels) {
		final int count = (int) (imageBytes / Short.BYTES);
		for (int done = 0; done < count;) {
			final int some = Math.min(count - done, BUFFER / Short.BYTES);
			buffer.clear().asShortBuffer().put(pixels, done, some);
			write(buffer.limit(some * Short.BYTES));
			done += some;
		}
		written++;
	}

	private void write(final ByteBuffer bytes) {
		try {
			if (channel == null || written == images) throw new IllegalStateException(path + " is complete or closed");
			send(bytes);
		}
		catch (final IOException e) {
			throw failure(e);
		}
	}

	private void send(final ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) channel.write(bytes);
	}

	private RuntimeException failure(final IOException e) {
		discard();
		return e instanceof ClosedByInterruptException ? new CancellationException("Writing " + path + " was interrupted.")
			: TiffFile.unwritten(path, e);
	}

	/** Completes the file, or removes it when images are missing. */
	@Override
	public void close() {
		if (channel == null) return;
		if (written < images) {
			discard();
			return;
		}
		try {
			if (images > 1) send(directories());
			channel.close();
			TiffFile.move(unfinished, path);
			channel = null;
		}
		catch (final IOException e) {
			throw failure(e);
		}
	}

	private void discard() {
		try {
			if (channel != null) channel.close();
			Files.deleteIfExists(unfinished);
		}
		catch (final IOException e) {
			// the first failure is the one to tell
		}
		channel = null;
	}

	/** The directories of all images but the first. */
	private ByteBuffer directories() {
		final int offset = head.getInt(4), entries = head.getShort(offset);
		final ByteBuffer directory = ByteBuffer.allocate(2 + entries * ENTRY + 4).position(2);
		int strips = 0;
		for (int i = 0; i < entries; i++) {
			final int entry = offset + 2 + i * ENTRY, tag = head.getShort(entry) & 0xffff;
			if (tag >= FIRST_OF_IMAGEJ && tag <= LAST_OF_IMAGEJ) continue;
			if (tag == STRIP_OFFSETS) strips = directory.position() + 8;
			directory.put(head.slice(entry, ENTRY));
		}
		final int next = directory.position(), size = next + 4;
		directory.putShort(0, (short) ((next - 2) / ENTRY)).position(0).limit(size);
		final ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(size, images - 1));
		final long end = head.limit() + images * imageBytes;
		for (int i = 1; i < images; i++) {
			directory.putInt(strips, (int) (head.limit() + i * imageBytes));
			directory.putInt(next, i == images - 1 ? 0 : (int) (end + (long) i * size));
			all.put(directory.duplicate());
		}
		return all.flip();
	}
}
