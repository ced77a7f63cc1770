// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bytes of a file on their way to values: read, unpacked, in buffers that are used again. For one thread. */
final class StoredBytes implements AutoCloseable {

	/** Bytes to read at once: the system's own copy of them stays in the cache. */
	private static final int READ = 1 << 18;

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private final FileChannel file;
	private final Inflater inflater = new Inflater();
	private byte[] bytes = new byte[0];
	private byte[] spare = new byte[0];
	private int length;

	StoredBytes(final FileChannel file) {
		this.file = file;
	}

	/** Makes room for so many bytes. */
	void resize(final int newLength) {
		if (bytes.length < newLength) bytes = new byte[newLength];
		length = newLength;
	}

	/** Fills {@code n} bytes from {@code at} on with those at an address of the file. */
	void read(final long address, final int at, final int n) throws IOException {
		final ByteBuffer buffer = ByteBuffer.wrap(bytes);
		for (int done = 0; done < n;) {
			buffer.limit(at + Math.min(n, done + READ)).position(at + done);
			final int more = file.read(buffer, address + done);
			if (more < 0) throw new EOFException("it ends at byte " + file.size() + ", before the data that it says it has");
			done += more;
		}
	}

	/** @throws DataFormatException when they do not unpack to {@code expected} bytes */
	void inflate(final int expected) throws DataFormatException {
		// One byte more than needed: only then is the checksum behind the data compared.
		final byte[] to = spare(expected + 1);
		inflater.reset();
		inflater.setInput(bytes, 0, length);
		int done = 0;
		while (!inflater.finished() && done <= expected) {
			final int more = inflater.inflate(to, done, expected + 1 - done);
			if (more == 0 && !inflater.finished()) break;
			done += more;
		}
		if (done != expected || !inflater.finished()) throw new DataFormatException("a chunk unpacks to " + done +
			" bytes, not " + expected);
		swap(expected);
	}

	/** Brings the bytes of each value of {@code size} bytes together again: first bytes of all come first, then second bytes. */
	void unshuffle(final int size) {
		if (size < 2) return;
		final byte[] to = spare(length), from = bytes;
		final int n = length / size;
		if (size == 4) for (int i = 0; i < n; i++) INTS.set(to, 4 * i, from[i] & 0xff | (from[n + i] & 0xff) << 8 |
			(from[2 * n + i] & 0xff) << 16 | from[3 * n + i] << 24);
		else for (int i = 0; i < n; i++) for (int b = 0; b < size; b++) to[i * size + b] = from[b * n + i];
		System.arraycopy(from, n * size, to, n * size, length - n * size);
		swap(length);
	}

	/** Cuts bytes off at the end. */
	void drop(final int n) {
		length = Math.max(0, length - n);
	}

	void replace(final byte[] others) {
		bytes = others;
		length = others.length;
	}

	byte[] copy() {
		return Arrays.copyOf(bytes, length);
	}

	int length() {
		return length;
	}

	/** @return the bytes, until the next are read */
	ByteBuffer buffer() {
		return ByteBuffer.wrap(bytes, 0, length).slice();
	}

	private byte[] spare(final int atLeast) {
		if (spare.length < atLeast) spare = new byte[atLeast];
		return spare;
	}

	private void swap(final int newLength) {
		final byte[] old = bytes;
		bytes = spare;
		spare = old;
		length = newLength;
	}

	@Override
	public void close() {
		inflater.end();
	}
}
