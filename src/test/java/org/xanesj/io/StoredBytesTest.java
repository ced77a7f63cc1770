// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.DeflatePipelineFilter;

class StoredBytesTest {

	@TempDir
	Path folder;

	private StoredBytes stored(final byte[] content) throws IOException {
		final StoredBytes bytes = new StoredBytes(FileChannel.open(Files.write(folder.resolve("bytes"), content)));
		bytes.resize(content.length);
		bytes.read(0, 0, content.length);
		return bytes;
	}

	private static byte[] random(final int length) {
		final byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 8 })
	void shuffledBytesComeTogetherAgain(final int size) throws IOException {
		// A few bytes that make no whole number stay where they are.
		final byte[] plain = random(size * 1001 + size - 1);
		try (StoredBytes bytes = stored(new ByteShuffleFilter().encode(plain, new int[] { size }))) {
			bytes.unshuffle(size);
			assertArrayEquals(plain, bytes.copy());
		}
	}

	@Test
	void packedBytesAreUnpackedWhole() throws IOException, DataFormatException {
		final byte[] plain = new byte[300_000];
		System.arraycopy(random(100_000), 0, plain, 7, 100_000);
		final byte[] packed = new DeflatePipelineFilter().encode(plain, new int[] { 6 });
		try (StoredBytes bytes = stored(packed)) {
			bytes.inflate(plain.length);
			assertArrayEquals(plain, bytes.copy());
			bytes.resize(packed.length);
			bytes.read(0, 0, packed.length);
			bytes.inflate(plain.length);
			assertArrayEquals(plain, bytes.copy(), "a second time in the same buffers");
		}
		for (final int wrong : new int[] { plain.length - 1, plain.length + 1, 0 }) try (StoredBytes bytes = stored(packed)) {
			assertTrue(assertThrows(DataFormatException.class, () -> bytes.inflate(wrong)).getMessage().contains("not " + wrong));
		}
		try (StoredBytes bytes = stored(Arrays.copyOf(packed, packed.length - 1))) {
			assertThrows(DataFormatException.class, () -> bytes.inflate(plain.length));
		}
	}

	@Test
	void aFileThatEndsEarlyIsSaid() throws IOException {
		try (StoredBytes bytes = stored(random(1000))) {
			bytes.resize(2000);
			assertTrue(assertThrows(EOFException.class, () -> bytes.read(10, 0, 1000)).getMessage().contains("ends at byte 1000"));
		}
	}
}
