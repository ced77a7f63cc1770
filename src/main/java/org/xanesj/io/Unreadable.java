// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.nio.file.Path;

import org.xanesj.stack.InputException;

/** A file that the system does not give. */
final class Unreadable {

	private Unreadable() {}

	/** @return the exception to throw, which names the file and the reason */
	static InputException because(final Path path, final IOException e) {
		return new InputException(path + " could not be read: " + e.getMessage(),
			"Check that it is there and may be read.", e);
	}
}
