// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.xanesj.block.Abandonable;
import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;

/**
 * The folder that a result goes to. Everything is first written into a folder of its own inside it; only when that is
 * complete do the new files take the places of the old, and if one cannot, the old ones come back. Files that are none
 * of a result's are left alone.
 */
public final class ResultFolder {

	private static final String NEW = ".xanesj-new";
	private static final String OLD = ".xanesj-old";
	private static final String STEP = "Writing the results";

	/** How often, and at what distance, it is tried to remove what is unfinished. */
	private static final int ATTEMPTS = 50;
	private static final long WAIT_NANOSECONDS = 10_000_000;

	/** Writes files below a folder. */
	@FunctionalInterface
	public interface Contents {

		void writeTo(Path folder) throws IOException;
	}

	private final Path folder;

	/** @throws InputException when there is something else in its place, or it cannot be made or written to */
	public ResultFolder(final Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
		if (Files.exists(folder) && !Files.isDirectory(folder)) throw new InputException(folder + " is a file.",
			"Give a folder for the results (output).");
		final Path above = existing(this.folder);
		if (!Files.isDirectory(above)) throw new InputException(folder + " cannot be made: " + above + " is a file.",
			"Give a folder for the results (output).");
		if (!Files.isWritable(above)) throw new InputException(folder + " cannot be written to.",
			"Give another folder for the results (output).");
	}

	private static Path existing(final Path path) {
		Path at = path;
		while (!Files.exists(at) && at.getParent() != null) at = at.getParent();
		return at;
	}

	/**
	 * @param contents writes the whole result
	 * @param ours whether a path below the folder, with slashes, is a file of a result: what an older one left there is
	 *          removed, so that the files of two runs never stand side by side
	 * @throws InputException when that fails; then the folder is as it was
	 */
	public void replace(final Contents contents, final Predicate<String> ours) {
		replace(contents, ours, Progress.NONE);
	}

	/**
	 * The same, watched. What has been written when the user stops it is removed; once everything is written it is too
	 * late.
	 *
	 * @throws java.util.concurrent.CancellationException when the user stops it; then the folder is as it was
	 */
	public void replace(final Contents contents, final Predicate<String> ours, final Progress progress) {
		final Path first = firstMissing();
		final Path fresh = folder.resolve(NEW + "-" + UUID.randomUUID());
		try {
			final Exchange exchange = new Exchange(folder, fresh, folder.resolve(OLD));
			exchange.recover();
			Files.createDirectories(folder);
			removeUnfinished();
			Files.createDirectory(fresh);
			progress.advance(STEP, 0, 1);
			Abandonable.call(STEP, () -> write(contents, fresh), progress);
			exchange.run(ours);
		}
		catch (final IOException | UncheckedIOException e) {
			discard(fresh, first);
			throw new InputException(folder + ": the results could not be written: " + reason(e) + ".",
				"Make room on the disk or give another folder (output); what was there is unchanged.", e);
		}
		catch (final RuntimeException | Error e) { // there may be too little memory to draw
			discard(fresh, first);
			throw e;
		}
	}

	/** What a run that was killed left. */
	private void removeUnfinished() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.filter(f -> f.getFileName().toString().startsWith(NEW)).toList()) Exchange.delete(file);
		}
	}

	/**
	 * When the user stops this it goes on for a while, alone. Its folder is soon gone, and no later run has one of that
	 * name: then nothing more can be written.
	 */
	private static Path write(final Contents contents, final Path fresh) {
		try {
			contents.writeTo(fresh);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return fresh;
	}

	/** The message of a refused file names its path and may say nothing else. */
	private static String reason(final Exception e) {
		final Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
		if (!(cause instanceof FileSystemException)) return cause.getMessage();
		final FileSystemException refused = (FileSystemException) cause;
		final String why = refused instanceof AccessDeniedException ? "access is denied" : refused
			.getReason() == null ? "the system refuses it" : refused.getReason();
		return Path.of(refused.getFile()).getFileName() + ": " + why;
	}

	/** @return the topmost folder that has to be made, or null */
	private Path firstMissing() {
		Path missing = null;
		for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) missing = at;
		return missing;
	}

	/** What the user has stopped may still be writing: a file may come while the others go. */
	private static void discard(final Path fresh, final Path madeFor) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				Exchange.delete(fresh);
				if (madeFor != null) Exchange.delete(madeFor);
				return;
			}
			catch (final IOException | UncheckedIOException e) {
				LockSupport.parkNanos(WAIT_NANOSECONDS);
			}
		}
		// the first failure is the one to tell; a hidden folder that stays does no harm
	}
}
