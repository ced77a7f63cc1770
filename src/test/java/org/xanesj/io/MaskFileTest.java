// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.RealData;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;

class MaskFileTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "O  \n OO\n", "O\r\n OO\r\n", "O  \n OO", "1 0 0\n0 1 1\n", "1\t0\t0\n0\t1\t1",
		"100\n011\n", "1,0,0\r\n0,1,1\r\n",
		"1.000000000000000000e+00 0.000000000000000000e+00 0.0\n0 1. 1\n" })
	void drawingsAndMatricesAreRead(final String text) throws IOException {
		final Mask mask = MaskFile.read(file(text), 3, 2);
		assertEquals(6, mask.size());
		assertEquals(3, mask.count());
		assertTrue(mask.contains(0) && mask.contains(4) && mask.contains(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "O  \n OO\nOOO\n", "OOO\n", "OOOO\nOOOO\n", "O \nO \n", "1 0 0\n0 1\n",
		"1 0 0 1\n0 1 1 0\n", "" })
	void anotherSizeIsRefusedWithBothSizes(final String text) throws IOException {
		final Path file = file(text);
		final String message = assertThrows(InputException.class, () -> MaskFile.read(file, 3, 2)).getMessage();
		assertTrue(message.contains("mask.msk") && message.contains("the stack 3 x 2."), message);
	}

	@Test
	void otherSignsAreRefusedByName() throws IOException {
		for (final String text : new String[] { "O X\n OO\n", "1 0 0\n0 2 1\n", "hello 1\n", "O\tO\nOOO" }) {
			final Path file = file(text);
			final String message = assertThrows(InputException.class, () -> MaskFile.read(file, 3, 2)).getMessage();
			assertTrue(message.contains("mask.msk: '") && message.contains("belongs to no mask"), message);
		}
		assertThrows(InputException.class, () -> MaskFile.read(file("1".repeat(100_000)), 3, 2));
		assertThrows(InputException.class, () -> MaskFile.read(folder.resolve("missing.msk"), 3, 2));
		assertThrows(InputException.class, () -> MaskFile.read(folder, 3, 2));
	}

	/** Counts by an independent reading. */
	@Test
	void theMaskOfThePlumeParticle() {
		final Path file = RealData.at("stxm-fe-l/stack/mask_file.msk");
		final Mask mask = MaskFile.read(file, 125, 125);
		assertEquals(4374, mask.count());
		assertFalse(mask.contains(4));
		assertTrue(mask.contains(5));
		assertTrue(mask.contains(3 * 125 + 2));
		assertFalse(mask.contains(3 * 125 + 1));
		final String message = assertThrows(InputException.class, () -> MaskFile.read(file, 124, 125)).getMessage();
		assertTrue(message.contains("125 x 125") && message.contains("124 x 125"), message);
	}

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("mask.msk"), text);
	}
}
