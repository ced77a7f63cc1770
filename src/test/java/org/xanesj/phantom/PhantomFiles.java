// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes {@code test-images} again, byte by byte the same; its README is written by hand. */
public final class PhantomFiles {

	private PhantomFiles() {}

	/** @param args the folder to write into; {@code test-images} when none is given */
	public static void main(final String[] args) throws IOException {
		final Path folder = Path.of(args.length > 0 ? args[0] : "test-images");
		for (final Map.Entry<String, byte[]> file : all().entrySet()) {
			final Path path = folder.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
	}

	/** @return every file's content by its path below {@code test-images}, with {@code /} between folders */
	static Map<String, byte[]> all() {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		IronFiles.make().forEach((path, content) -> files.put("iron-k/" + path, content));
		SoftFiles.make().forEach((path, content) -> files.put("iron-l/" + path, content));
		return files;
	}
}
