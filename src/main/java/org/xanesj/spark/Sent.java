// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * Something on its way to the workers, as the bytes that travel; each worker makes one thing of them, which its tasks
 * share. Without a cluster it goes the same way: what works on one machine then works on many.
 */
final class Sent<T extends Serializable> implements Serializable {

	private static final long serialVersionUID = 1L;

	private final byte[] bytes;
	private transient T value;

	/** @throws NotSerializableException when a part of it cannot travel */
	Sent(final T value) throws NotSerializableException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			final ObjectOutputStream objects = new ObjectOutputStream(out);
			objects.writeObject(value);
			objects.flush();
		}
		catch (final NotSerializableException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		bytes = out.toByteArray();
	}

	synchronized T get() {
		if (value == null) value = read();
		return value;
	}

	@SuppressWarnings("unchecked")
	private T read() {
		try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return (T) objects.readObject();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final ClassNotFoundException e) {
			throw new IllegalStateException(e);
		}
	}
}
