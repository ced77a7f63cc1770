// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

import org.xanesj.stack.InputException;

/**
 * The folder that a result goes to. Everything is first written into a folder of its own inside it; only when that is
 * complete do the new files take the places of the old, and if one cannot, the old ones come back. Files that are none
 * of a result's are left alone.
 */
public final class ResultFolder {

	private static final String NEW = ".xanesj-new";
	private static final String OLD = ".xanesj-old";

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
		final Path first = firstMissing();
		try {
			final Exchange exchange = new Exchange(folder, folder.resolve(NEW), folder.resolve(OLD));
			exchange.recover();
			Files.createDirectories(folder);
			contents.writeTo(Files.createDirectory(folder.resolve(NEW)));
			exchange.run(ours);
		}
		catch (final IOException | UncheckedIOException e) {
			discard(first);
			throw new InputException(folder + ": the results could not be written: " + reason(e) + ".",
				"Make room on the disk or give another folder (output); what was there is unchanged.", e);
		}
		catch (final RuntimeException e) {
			discard(first);
			throw e;
		}
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

	private void discard(final Path madeFor) {
		try {
			Exchange.delete(folder.resolve(NEW));
			if (madeFor != null) Exchange.delete(madeFor);
		}
		catch (final IOException e) {
			// the first failure is the one to tell; a hidden folder that stays does no harm
		}
	}
}
