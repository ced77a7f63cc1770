// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts the files of a new result in the place of an old one: all or none. The old files wait in a folder of their own until
 * the last new one is in its place; if that does not come to pass they go back, at once or, when the machine stopped,
 * before the next result is written.
 */
final class Exchange {

	/** One file, and where it went. */
	private record Move(Path from, Path to) {}

	private final Path folder;
	private final Path fresh;
	private final Path old;
	private final Deque<Move> moves = new ArrayDeque<>();

	/**
	 * @param folder of the results
	 * @param fresh where the new files are
	 * @param old where the old ones wait
	 */
	Exchange(final Path folder, final Path fresh, final Path old) {
		this.folder = folder;
		this.fresh = fresh;
		this.old = old;
	}

	/**
	 * @param ours whether a path below the folder, with slashes, is a file of a result: it goes, also when no new file
	 *          takes its place
	 * @throws IOException when a file cannot be moved; then the folder is as it was
	 */
	void run(final Predicate<String> ours) throws IOException {
		try {
			for (final Path file : files(folder)) if (!isHidden(file) && ours.test(name(file))) move(folder, file, old);
			for (final Path file : files(fresh)) {
				if (Files.isDirectory(folder.resolve(file))) throw new FileSystemException(folder.resolve(file).toString(), null,
					"a folder of that name is in the way");
				if (Files.exists(folder.resolve(file))) move(folder, file, old);
				move(fresh, file, folder);
			}
		}
		catch (final IOException e) {
			while (!moves.isEmpty()) {
				final Move last = moves.pop();
				Files.move(last.to, last.from);
			}
			delete(old);
			throw e;
		}
		delete(fresh);
		delete(old);
	}

	/** Brings back what an exchange that was cut short left waiting. */
	void recover() throws IOException {
		for (final Path file : files(old)) {
			Files.createDirectories(folder.resolve(file).getParent());
			Files.move(old.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		delete(old);
		delete(fresh);
	}

	private void move(final Path from, final Path file, final Path to) throws IOException {
		Files.createDirectories(to.resolve(file).getParent());
		Files.move(from.resolve(file), to.resolve(file));
		moves.push(new Move(from.resolve(file), to.resolve(file)));
	}

	private boolean isHidden(final Path file) {
		return folder.resolve(file).startsWith(fresh) || folder.resolve(file).startsWith(old);
	}

	private static String name(final Path file) {
		return file.toString().replace('\\', '/');
	}

	/** @return the files of a folder and of the folders in it, as paths below it; none when it is not there */
	private static List<Path> files(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return new ArrayList<>();
		try (Stream<Path> walk = Files.walk(folder, 2)) {
			return walk.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
		}
	}

	static void delete(final Path path) throws IOException {
		if (!Files.exists(path)) return;
		try (Stream<Path> walk = Files.walk(path)) {
			for (final Path p : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
		}
	}
}
