// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails beyond a length: a small gzip file can unpack to more than any memory holds. */
final class BoundedInput extends FilterInputStream {

	private final long most;
	private long read;

	BoundedInput(final InputStream in, final long most) {
		super(in);
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		final int b = super.read();
		if (b >= 0) count(1);
		return b;
	}

	@Override
	public int read(final byte[] into, final int offset, final int length) throws IOException {
		final int n = super.read(into, offset, length);
		if (n > 0) count(n);
		return n;
	}

	private void count(final int bytes) throws IOException {
		read += bytes;
		if (read > most) throw new IOException("it unpacks to more than " + (most >> 20) + " MB");
	}
}
