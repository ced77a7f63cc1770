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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.stack.InputException;

class ResultFolderTest {

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
		});
		assertEquals("new", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("cluster_1.xdi"), names(temp.resolve("spectra")));
		assertEquals(List.of("a.csv", "notes.txt", "spectra"), names(temp));
	}

	@Test
	void aFailureLeavesTheFolderAsItWas() throws IOException {
		Files.writeString(temp.resolve("a.csv"), "old");
		final InputException e = assertThrows(InputException.class, () -> new ResultFolder(temp).replace(folder -> {
			Files.writeString(folder.resolve("a.csv"), "new");
			throw new IOException("No space left on device");
		}));
		assertTrue(e.getMessage().contains("No space left on device"));
		assertEquals("old", Files.readString(temp.resolve("a.csv")));
		assertEquals(List.of("a.csv"), names(temp));
	}

	@Test
	void aFolderThatWasNotThereIsNotThereAfterAFailure() {
		final Path deep = temp.resolve("x/y");
		assertThrows(IllegalStateException.class, () -> new ResultFolder(deep).replace(folder -> {
			throw new IllegalStateException("bug");
		}));
		assertFalse(Files.exists(temp.resolve("x")));
	}

	@Test
	void aFileInItsPlaceIsRefusedByName() throws IOException {
		final Path file = Files.writeString(temp.resolve("file"), "");
		assertTrue(assertThrows(InputException.class, () -> new ResultFolder(file)).getMessage().startsWith(file.toString()));
	}
}
