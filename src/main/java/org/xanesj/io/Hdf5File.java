// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.xanesj.stack.InputException;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Group;

/** Opens HDF5 files so that damage and hostility end in a word for the user, and the file is closed again. */
final class Hdf5File {

	private static final Set<String> EXTENSIONS = Set.of("h5", "hdf5", "hdf", "he5", "nxs", "nx5", "nx", "nexus");
	private static final byte[] SIGNATURE = { (byte) 137, 'H', 'D', 'F', '\r', '\n', 26, '\n' };

	private Hdf5File() {}

	/** @return whether this is an HDF5 file by its name and first bytes in which {@code wanted} holds; never throws */
	static boolean test(final Path path, final Predicate<Group> wanted) {
		try {
			return hasExtension(path) && Files.isRegularFile(path) && signature(path) >= 0 && read(path, wanted::test);
		}
		catch (final IOException | RuntimeException e) {
			return false;
		}
	}

	/** @return whether the name is that of an HDF5 file */
	static boolean hasExtension(final Path path) {
		if (path.getFileName() == null) return false;
		final String name = path.getFileName().toString();
		return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	/**
	 * Where the file's own tables begin: at 0, or behind a user's block of 512 bytes or a power of two above; else -1.
	 */
	private static long signature(final Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path)) {
			for (long at = 0; at + SIGNATURE.length <= channel.size(); at = at == 0 ? 512 : 2 * at) {
				final ByteBuffer bytes = ByteBuffer.allocate(SIGNATURE.length);
				channel.read(bytes, at);
				if (Arrays.equals(SIGNATURE, bytes.array())) return at;
			}
			return -1;
		}
	}

	/**
	 * @return what {@code use} makes of the root group, which is closed afterwards
	 * @throws InputException when the file cannot be read, is not HDF5, is shorter than it says, or is damaged inside
	 */
	static <T> T read(final Path path, final Function<Group, T> use) {
		try {
			check(path);
			try (HdfFile file = new HdfFile(path.toAbsolutePath())) {
				return use.apply(file);
			}
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw Unreadable.because(path, e);
		}
		// Whatever a damaged file makes the library stumble over, loops and absurd lengths in its own tables included.
		catch (final OutOfMemoryError e) {
			throw new InputException(path + " asks for more memory than there is.",
				"If the file is not damaged, give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx).", e);
		}
		catch (final RuntimeException | StackOverflowError e) {
			throw damaged(path, e);
		}
	}

	/** @return the exception to throw when the file itself made the library, or what unpacks it, stumble */
	static InputException damaged(final Path path, final Throwable e) {
		return new InputException(path + " could not be read as HDF5: " + reason(e) + ".",
			"It may be damaged or use an unsupported feature; copy it again, or rewrite it with h5repack.", e);
	}

	private static void check(final Path path) throws IOException {
		if (!Files.isRegularFile(path))
			throw new InputException(path + (Files.exists(path) ? " is no file." : " does not exist."),
				"Choose an HDF5 file.");
		final long start = signature(path);
		if (start < 0)
			throw new InputException(path + " is no HDF5 file: its first bytes are others.",
				"Choose an HDF5 file; a damaged one must be copied again.");
		try (FileChannel channel = FileChannel.open(path)) {
			final long end = Superblock.readSuperblock(channel, start).getEndOfFileAddress();
			if (end > channel.size())
				throw new InputException(path + " is truncated: it has " + channel.size() + " of " + end + " bytes.",
					"Copy it again from where it was measured.");
			// Opened by its channel first: by its path alone a damaged file would stay open.
			new HdfFile(channel);
		}
	}

	private static String reason(final Throwable e) {
		if (e instanceof StackOverflowError) return "its groups run in a circle";
		Throwable cause = e;
		while (cause.getCause() != null) cause = cause.getCause();
		final String text = cause.getMessage() == null ? "" : cause.getMessage().strip();
		final String message = text.lines().findFirst().orElse("");
		return message.isEmpty() ? cause.getClass().getSimpleName() : message;
	}
}
