// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.block.Progress;

/** Which files a run is said to have read. */
class InputFilesTest {

	private static final String INDEX = "{\"shape\": [3, 2, 3], \"energies\": [7100, 7110], \"blocks\": [" +
		"{\"file\": \"parts/z1.h5\", \"first_plane\": 1, \"planes\": 2}, " +
		"{\"file\": \"z0.h5\", \"first_plane\": 0, \"planes\": 1}]}";

	@TempDir
	private Path folder;

	private Path index;

	@BeforeEach
	void make() throws IOException {
		Files.createDirectory(folder.resolve("parts"));
		Files.writeString(folder.resolve("z0.h5"), "abc");
		Files.writeString(folder.resolve("parts/z1.h5"), "");
		Files.writeString(folder.resolve("parts/other.h5"), "not named");
		Files.writeString(folder.resolve("species.tif"), "an older result");
		index = Files.writeString(folder.resolve("index.json"), INDEX);
	}

	private static List<String> names(final Path given) throws IOException {
		return InputFiles.of(given, Progress.NONE).stream().map(InputFiles.Entry::name).toList();
	}

	@Test
	void anIndexBringsItsBlocksAlong() throws IOException {
		assertEquals(List.of("index.json", "parts/z1.h5", "z0.h5"), names(index));
		assertEquals(names(index), names(folder));
		final List<InputFiles.Entry> entries = InputFiles.of(index, Progress.NONE);
		assertEquals(new InputFiles.Entry("parts/z1.h5", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
			entries.get(1));
		assertEquals(new InputFiles.Entry("z0.h5", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), entries
			.get(2));
	}

	@Test
	void blocksOfTiffFilesToo() throws IOException {
		Files.writeString(index, INDEX.replace("z0.h5", "species.tif"));
		assertEquals(List.of("index.json", "parts/z1.h5", "species.tif"), names(folder));
	}

	@Test
	void nothingOutsideTheFolderIsRead() throws IOException {
		final Path inside = Files.createDirectory(folder.resolve("inside"));
		final Path other = Files.writeString(inside.resolve("index.json"), INDEX.replace("z0.h5", "../z0.h5"));
		assertEquals(List.of("index.json"), names(other));
	}

	@Test
	void theIndexOfSomethingElseIsAFileAmongOthers() throws IOException {
		for (final String text : List.of("[1]", "", INDEX.replace("{\"file\"", "{\"map\": \"species\", \"file\""))) {
			Files.writeString(index, text);
			assertEquals(List.of("index.json", "species.tif", "z0.h5"), names(folder), text);
			assertEquals(List.of("index.json"), names(index), text);
		}
	}

	@Test
	void aHeaderBringsItsImagesAlongAndAFileNothing() throws IOException {
		for (final String name : List.of("s.hdr", "s_a000.xim", "s_a001.xim", "s_a.txt", "t_a000.xim")) Files.writeString(folder
			.resolve(name), name);
		assertEquals(List.of("s.hdr", "s_a000.xim", "s_a001.xim"), names(folder.resolve("s.hdr")));
		assertEquals(List.of("z1.h5"), names(folder.resolve("parts/z1.h5")));
		assertEquals(List.of("other.h5", "z1.h5"), names(folder.resolve("parts")));
	}
}
