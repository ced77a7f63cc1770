// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.jhdf.dataset.DatasetReader;
import io.jhdf.object.datatype.DataType;

/** Numbers of every type are those that the HDF5 library makes of them, one by one. */
class Hdf5ValuesTest {

	private static final int INTEGER = 0, REAL = 1, BIG_ENDIAN = 1, SIGNED = 8;

	/** The message that describes a type in a file (HDF5 file format specification, IV.A.2.d). */
	private static DataType type(final int kind, final int bits, final int size, final int... realFields) {
		final ByteBuffer message = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
		message.put((byte) (1 << 4 | kind)).put((byte) bits).put((byte) (kind == REAL ? 8 * size - 1 : 0)).put((byte) 0).putInt(
			size).putShort((short) 0).putShort((short) (8 * size));
		for (int i = 0; i < realFields.length - 1; i++) message.put((byte) realFields[i]);
		if (realFields.length > 0) message.putInt(realFields[realFields.length - 1]);
		return DataType.readDataType(message.rewind());
	}

	private static void assertAsTheLibrary(final DataType type) {
		final byte[] bytes = new byte[type.getSize() * 200];
		new Random(type.getSize()).nextBytes(bytes);
		// The least and the greatest numbers too.
		for (int i = 0; i < type.getSize(); i++) {
			bytes[i] = 0;
			bytes[type.getSize() + i] = -1;
		}
		final Object expected = DatasetReader.readDataset(type, ByteBuffer.wrap(bytes), 200, null);
		final float[] floats = new float[210];
		final Hdf5Values values = Hdf5Values.of(type, ByteBuffer.wrap(bytes));
		values.get(0, floats, 7, 100);
		values.get(100, floats, 107, 100);
		for (int i = 0; i < 200; i++) assertEquals(((Number) Array.get(expected, i)).floatValue(), floats[7 + i]);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "4", "8" })
	void integers(final int size) {
		assertAsTheLibrary(type(INTEGER, 0, size));
		assertAsTheLibrary(type(INTEGER, SIGNED, size));
		assertAsTheLibrary(type(INTEGER, BIG_ENDIAN, size));
		assertAsTheLibrary(type(INTEGER, BIG_ENDIAN | SIGNED, size));
	}

	@Test
	void reals() {
		final int implied = 2 << 4;
		for (final int order : new int[] { 0, BIG_ENDIAN }) {
			assertAsTheLibrary(type(REAL, implied | order, 2, 10, 5, 0, 10, 15));
			assertAsTheLibrary(type(REAL, implied | order, 4, 23, 8, 0, 23, 127));
			assertAsTheLibrary(type(REAL, implied | order, 8, 52, 11, 0, 52, 1023));
		}
	}

	@Test
	void unsignedNumbersAreNotNegative() {
		final float[] one = new float[1];
		Hdf5Values.of(type(INTEGER, 0, 2), ByteBuffer.wrap(new byte[] { 0, (byte) 0x80 })).get(0, one, 0, 1);
		assertArrayEquals(new float[] { 32768 }, one);
		Hdf5Values.of(type(INTEGER, BIG_ENDIAN, 8), ByteBuffer.wrap(new byte[] { -1, -1, -1, -1, -1, -1, -1, -1 })).get(0, one,
			0, 1);
		assertArrayEquals(new float[] { 0x1p64f }, one);
	}
}
