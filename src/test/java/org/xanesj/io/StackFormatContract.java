// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.InputException;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/** What every format of stacks must hold to. */
abstract class StackFormatContract {

	@TempDir
	Path folder;

	abstract StackFormat format();

	/** @return a small file of this format, alone in the folder but for its own parts */
	abstract Path good(Path in) throws IOException;

	/** @return the part of a good file that holds the values, or some of them */
	Path values(final Path good) {
		return good;
	}

	@Test
	void aGoodFileIsReadAndFound() throws IOException {
		final Path good = good(folder);
		assertTrue(format().reads(good));
		assertEquals(format().getClass(), StackFormats.of(good).orElseThrow().getClass());
		final SpectralImage stack = format().open(good);
		assertEquals(good.getFileName().toString(), stack.info().name());
		assertTrue(stack.info().notes().stream().allMatch(note -> note.endsWith(".")), () -> "sentences: " +
			stack.info().notes());
	}

	@Test
	void nobodyElseClaimsIt() throws IOException {
		final Path good = good(folder);
		assertEquals(1, StackFormats.all().stream().filter(f -> f.reads(good)).count());
	}

	@Test
	void otherThingsAreNotReadAndDoNotThrow() throws IOException {
		final String name = good(Files.createDirectory(folder.resolve("good"))).getFileName().toString();
		final Path other = Files.createDirectory(folder.resolve("other")).resolve(name);
		assertFalse(format().reads(other), "missing");
		assertFalse(format().reads(other.resolve("deeper")), "missing folder");
		assertFalse(format().reads(folder.resolve("/")), "root");
		Files.write(other, new byte[0]);
		assertFalse(format().reads(other), "empty file");
		assertFalse(format().reads(other.getParent()), "folder of an empty file");
		Files.writeString(other, "ENVI\nsamples = 3\nlines = 2\n");
		assertFalse(format().reads(other), "text file");
		Files.writeString(other.resolveSibling("notes.txt"), "ScanDefinition = {");
		assertFalse(format().reads(other.resolveSibling("notes.txt")), "text of another extension");
		final Random random = new Random(1);
		for (int i = 0; i < 20; i++) {
			final byte[] bytes = new byte[1 << i % 14];
			random.nextBytes(bytes);
			Files.write(other, bytes);
			assertFalse(format().reads(other), "random bytes");
		}
		Files.delete(other);
		Files.createDirectory(other);
		assertFalse(format().reads(other), "a folder of that name");
	}

	@Test
	void aTruncatedCopyIsRefusedByName() throws IOException {
		final Path good = good(folder);
		final byte[] bytes = Files.readAllBytes(good);
		for (final double share : new double[] { 0.01, 0.1, 0.3, 0.6, 0.9, 0.98 }) {
			Files.write(good, Arrays.copyOf(bytes, (int) (share * bytes.length)));
			format().reads(good);
			refused(good);
		}
	}

	/** Damage may pass unseen where it changes a value only; it never ends in anything but a word for the user. */
	@Test
	void damageEndsInAWordForTheUser() throws IOException {
		final Path good = good(folder);
		final byte[] bytes = Files.readAllBytes(good);
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final byte[] damaged = bytes.clone();
			for (int k = 0; k < 4; k++)
				damaged[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
			Files.write(good, damaged);
			try {
				format().reads(good);
				format().open(good);
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains(good.getFileName().toString().replaceAll("\\..*", "")),
					e::getMessage);
			}
		}
	}

	@Test
	void whatIsNotThereIsRefusedByName() {
		refused(folder.resolve("missing.hdr"));
		refused(folder.resolve("missing.h5"));
	}

	@Test
	void aTextFileIsRefusedByName() throws IOException {
		refused(Files.write(folder.resolve("text.h5"), "hello".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void readPieceByPieceItIsTheSame() throws IOException {
		final Path good = good(folder);
		final SpectralImage lazy = format().find(good).lazily();
		assertTrue(lazy.source().isPresent());
		Stacks.assertSame(format().open(good), lazy);
		assertEquals(format().open(good).info(), lazy.info());
	}

	@Test
	void sentToAnotherMachineItReadsTheSameThere() throws IOException, ClassNotFoundException {
		final Path good = good(folder);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(format().find(good).lazily());
		Stacks.assertSame(format().open(good), (SpectralImage) new ObjectInputStream(new ByteArrayInputStream(bytes
			.toByteArray())).readObject());
	}

	@Test
	void aFileCutShortAfterItWasFoundIsRefusedByName() throws IOException {
		final Path good = good(folder), values = values(good);
		final byte[] bytes = Files.readAllBytes(values);
		for (final double share : new double[] { 0, 0.3, 0.6 }) {
			final StoredStack found = format().find(good);
			Files.write(values, Arrays.copyOf(bytes, (int) (share * bytes.length)));
			final InputException e = assertThrows(InputException.class, found::inMemory);
			assertTrue(e.getMessage().contains(values.getFileName().toString()), e::getMessage);
			assertThrows(InputException.class, () -> Stacks.sum(found.lazily()));
			Files.write(values, bytes);
		}
		final StoredStack found = format().find(good);
		Files.delete(values);
		final InputException e = assertThrows(InputException.class, found::inMemory);
		assertTrue(e.getMessage().contains(values.getFileName().toString()), e::getMessage);
	}

	void refused(final Path path) {
		final InputException e = assertThrows(InputException.class, () -> format().open(path), path::toString);
		assertTrue(e.getMessage().lines().findFirst().orElseThrow().contains(path.getFileName().toString()),
			e::getMessage);
		assertEquals(2, e.getMessage().lines().count(), e::getMessage);
	}
}
