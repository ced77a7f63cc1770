// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;

import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StoredStack;

/**
 * A file format that holds energy stacks.
 *
 * <pre>
 * SpectralImage stack = StackFormats.of(path).orElseThrow().open(path);
 * </pre>
 */
public interface StackFormat {

	/**
	 * Looks at the name and the first bytes or the structure, never at the pixels: this is asked for every file a user
	 * opens.
	 *
	 * @param path a file or a folder, which need not be there
	 * @return whether this format is certain to be the one; never throws
	 */
	boolean reads(Path path);

	/**
	 * Finds out everything but the pixels, and whether the file has the room for them that it says.
	 *
	 * @param path a file or a folder that this format {@link #reads}
	 * @return the stack, with everything that was assumed as notes
	 * @throws org.xanesj.stack.InputException when it cannot be used; the message names the file
	 */
	StoredStack find(Path path);

	/**
	 * @param path a file or a folder that this format {@link #reads}
	 * @return the stack in memory, with everything that was assumed as notes
	 * @throws org.xanesj.stack.InputException when it cannot be used; the message names the file
	 */
	default SpectralImage open(final Path path) {
		return find(path).inMemory();
	}
}
