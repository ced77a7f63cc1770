// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.xanesj.block.Progress;
import org.xanesj.io.ZBlockStack;

/** The files a run read, with sizes and checksums, so that it can be known whether a repetition read the same. */
final class InputFiles {

	/**
	 * @param name of the file; for a block in a folder of its own, with that folder, as the index names it
	 * @param size in bytes
	 * @param sha256 of its bytes, hexadecimal
	 */
	record Entry(String name, long size, String sha256) {}

	/** Bytes that are read between two looks at whether the user still wants them. */
	private static final int BUFFER = 1 << 20;

	private InputFiles() {}

	/**
	 * @param given a file, or a folder of which every file counts; a {@code .hdr} brings its {@code .xim} images along, an
	 *           {@code index.json} or its folder the blocks that it names and nothing else
	 * @return sorted by name
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	static List<Entry> of(final Path given, final Progress progress) throws IOException {
		final List<Path> files = files(given);
		final Path folder = Files.isDirectory(given) ? given : given.resolveSibling("");
		final List<Entry> entries = new ArrayList<>();
		long total = 0;
		for (final Path file : files) total += Files.size(file);
		long done = 0;
		for (final Path file : files) {
			entries.add(new Entry(name(folder, file), Files.size(file), sha256(file, done, total, progress)));
			done += Files.size(file);
		}
		return entries;
	}

	private static String name(final Path folder, final Path file) {
		return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace(File.separatorChar, '/');
	}

	private static List<Path> files(final Path given) throws IOException {
		final List<Path> indexed = ZBlockStack.indexedFiles(given);
		if (!indexed.isEmpty()) return indexed.stream().sorted().toList();
		final String name = given.getFileName().toString();
		if (Files.isDirectory(given)) return list(given, "");
		if (!name.endsWith(".hdr")) return List.of(given);
		final List<Path> files = new ArrayList<>(List.of(given));
		final String stem = name.substring(0, name.length() - 4);
		for (final Path image : list(given.toAbsolutePath().getParent(), stem + "_a"))
			if (image.toString().endsWith(".xim")) files.add(image);
		return files;
	}

	private static List<Path> list(final Path folder, final String prefix) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).filter(f -> f.getFileName().toString().startsWith(prefix)).sorted()
				.toList();
		}
	}

	/**
	 * @param before bytes of the files before this one
	 * @param total bytes of all files
	 */
	private static String sha256(final Path file, final long before, final long total, final Progress progress)
		throws IOException
	{
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final byte[] buffer = new byte[BUFFER];
			long done = before;
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				digest.update(buffer, 0, read);
				progress.advance("Checksums of what was read", done += read, total);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
