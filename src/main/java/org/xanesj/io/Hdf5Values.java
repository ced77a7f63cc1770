// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

import io.jhdf.dataset.DatasetReader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/** Numbers of any type as they stand in a file, taken out as floats. */
interface Hdf5Values {

	/** Takes {@code n} values from {@code index} on and puts them into an array from {@code at} on. */
	void get(int index, float[] into, int at, int n);

	/** @return as many of one value as anyone asks for */
	static Hdf5Values all(final float value) {
		return (index, into, at, n) -> Arrays.fill(into, at, at + n, value);
	}

	/** @param bytes that hold nothing but values of the type */
	static Hdf5Values of(final DataType type, final ByteBuffer bytes) {
		if (type instanceof FloatingPoint real && real.getBitPrecision() == 8 * real.getSize() && real.getSize() > 2)
			return real.getSize() == 4 ? floats(bytes.order(real.getByteOrder())) : doubles(bytes.order(real
				.getByteOrder()));
		if (type instanceof FixedPoint whole && whole.getBitPrecision() == 8 * whole.getSize() && whole.getBitOffset() == 0)
			return integers(whole, bytes.order(whole.getByteOrder()));
		return others(type, bytes);
	}

	private static Hdf5Values floats(final ByteBuffer bytes) {
		final FloatBuffer from = bytes.asFloatBuffer();
		return from::get;
	}

	private static Hdf5Values doubles(final ByteBuffer bytes) {
		final DoubleBuffer from = bytes.asDoubleBuffer();
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = (float) from.get(index + i);
		};
	}

	private static Hdf5Values integers(final FixedPoint type, final ByteBuffer bytes) {
		switch (type.getSize()) {
			case 1: return bytes(bytes, type.isSigned() ? -1 : 0xff);
			case 2: return shorts(bytes.asShortBuffer(), type.isSigned() ? -1 : 0xffff);
			case 4: return type.isSigned() ? ints(bytes.asIntBuffer()) : unsignedInts(bytes.asIntBuffer());
			case 8: return type.isSigned() ? longs(bytes.asLongBuffer()) : unsignedLongs(bytes.asLongBuffer());
			default: return others(type, bytes);
		}
	}

	private static Hdf5Values bytes(final ByteBuffer from, final int mask) {
		final ByteBuffer bytes = from.slice();
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = bytes.get(index + i) & mask;
		};
	}

	private static Hdf5Values shorts(final ShortBuffer from, final int mask) {
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = from.get(index + i) & mask;
		};
	}

	private static Hdf5Values ints(final IntBuffer from) {
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = from.get(index + i);
		};
	}

	private static Hdf5Values unsignedInts(final IntBuffer from) {
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = from.get(index + i) & 0xffff_ffffL;
		};
	}

	private static Hdf5Values longs(final LongBuffer from) {
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = from.get(index + i);
		};
	}

	private static Hdf5Values unsignedLongs(final LongBuffer from) {
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) {
				final long value = from.get(index + i);
				// Halved, with the lost bit kept for the rounding.
				into[at + i] = value >= 0 ? value : 2 * (float) (value >>> 1 | value & 1);
			}
		};
	}

	/** Half precision and whatever else the library knows. */
	private static Hdf5Values others(final DataType type, final ByteBuffer bytes) {
		final Object values = DatasetReader.readDataset(type, bytes.slice().order(ByteOrder.LITTLE_ENDIAN), bytes
			.remaining() / type.getSize(), null);
		return (index, into, at, n) -> {
			for (int i = 0; i < n; i++) into[at + i] = ((Number) Array.get(values, index + i)).floatValue();
		};
	}
}
