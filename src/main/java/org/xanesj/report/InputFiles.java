// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files a run read, with sizes and checksums, so that it can be known whether a repetition read the same. */
final class InputFiles {

	/**
	 * @param name of the file
	 * @param size in bytes
	 * @param sha256 of its bytes, hexadecimal
	 */
	record Entry(String name, long size, String sha256) {}

	private InputFiles() {}

	/**
	 * @param given a file, or a folder of which every file counts; a {@code .hdr} brings its {@code .xim} images along
	 * @return sorted by name
	 */
	static List<Entry> of(final Path given) throws IOException {
		final List<Entry> entries = new ArrayList<>();
		for (final Path file : files(given)) entries.add(new Entry(file.getFileName().toString(), Files.size(file), sha256(
			file)));
		return entries;
	}

	private static List<Path> files(final Path given) throws IOException {
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

	private static String sha256(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
