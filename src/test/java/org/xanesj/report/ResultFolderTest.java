// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.InputException;

class ResultFolderTest {

	private static final Predicate<String> OURS = Set.of("a.csv", "b.csv", "spectra/cluster_1.xdi",
		"spectra/cluster_9.xdi")::contains;

	@TempDir
	Path temp;

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> list = Files.list(folder)) {
			return list.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void newFilesTakeThePlaceOfOldOnesAndOthersStay() throws IOException {
		Files.writeString(temp.resolve("a.csv"), "old");
		Files.writeString(temp.resolve("notes.txt"), "mine");
		Files.createDirectory(temp.resolve("spectra"));
		Files.writeString(temp.resolve("spectra/cluster_9.xdi"), "old");
		new ResultFolder(temp).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "new");
			Files.createDirectory(folder.resolve("spectra"));
			Files.writeString(folder.resolve("spectra/cluster_1.xdi"), "new");
		}, OURS);
		assertEquals("new", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("cluster_1.xdi"), names(temp.resolve("spectra")));
		assertEquals(List.of("a.csv", "notes.txt", "spectra"), names(temp));
	}

	@Test
	void whatAnOlderRunLeftIsRemovedAndTheUsersFilesAreNot() throws IOException {
		Files.writeString(temp.resolve("b.csv"), "of a run with references");
		Files.createDirectory(temp.resolve("spectra"));
		Files.writeString(temp.resolve("spectra/cluster_9.xdi"), "old");
		Files.writeString(temp.resolve("spectra/raw_scan.dat"), "mine");
		new ResultFolder(temp).replace(folder -> Files.writeString(folder.resolve("a.csv"), "new"), OURS);
		assertEquals(List.of("a.csv", "spectra"), names(temp));
		assertEquals(List.of("raw_scan.dat"), names(temp.resolve("spectra")));
	}

	@Test
	void whatARunThatWasKilledDisplacedComesBack() throws IOException {
		Files.writeString(temp.resolve("a.csv"), "half of the new");
		Files.createDirectories(temp.resolve(".xanesj-old/spectra"));
		Files.writeString(temp.resolve(".xanesj-old/a.csv"), "old");
		Files.writeString(temp.resolve(".xanesj-old/spectra/cluster_9.xdi"), "old");
		assertThrows(InputException.class, () -> new ResultFolder(temp).replace(folder -> {
			throw new IOException("No space left on device");
		}, OURS));
		assertEquals("old", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("cluster_9.xdi"), names(temp.resolve("spectra")));
		assertEquals(List.of("a.csv", "spectra"), names(temp));
	}

	@Test
	void aFileThatCannotTakeItsPlaceBringsTheOthersBack() throws IOException {
		Files.writeString(temp.resolve("a.csv"), "old");
		Files.createDirectories(temp.resolve("b.csv/in the way"));
		assertThrows(InputException.class, () -> new ResultFolder(temp).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "new");
			Files.writeString(folder.resolve("b.csv"), "new");
		}, OURS));
		assertEquals("old", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("a.csv", "b.csv"), names(temp));
	}

	@Test
	void aFailureLeavesTheFolderAsItWas() throws IOException {
		Files.writeString(temp.resolve("a.csv"), "old");
		final InputException e = assertThrows(InputException.class, () -> new ResultFolder(temp).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "new");
			throw new IOException("No space left on device");
		}, OURS));
		assertTrue(e.getMessage().contains("No space left on device"));
		assertEquals("old", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("a.csv"), names(temp));
	}

	@Test
	void aFolderThatWasNotThereIsNotThereAfterAFailure() {
		final Path deep = temp.resolve("x/y");
		assertThrows(IllegalStateException.class, () -> new ResultFolder(deep).replace(folder -> {
			throw new IllegalStateException("bug");
		}, OURS));
		assertFalse(Files.exists(temp.resolve("x")));
	}

	@Test
	void aFileInItsPlaceIsRefusedByName() throws IOException {
		final Path file = Files.writeString(temp.resolve("file"), "");
		assertTrue(assertThrows(InputException.class, () -> new ResultFolder(file)).getMessage().startsWith(file.toString()));
	}
}
