// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.xanesj.stack.InputException;

/** By which a file that has changed since is known. */
record FileStamp(long bytes, FileTime modified) {

	/** @throws InputException naming the file when it is not there */
	static FileStamp of(final Path file) {
		try {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new FileStamp(attributes.size(), attributes.lastModifiedTime());
		}
		catch (final IOException e) {
			throw Unreadable.because(file, e);
		}
	}
}
