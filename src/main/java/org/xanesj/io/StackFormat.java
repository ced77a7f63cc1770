// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;

import org.xanesj.stack.SpectralImage;

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
	 * @param path a file or a folder that this format {@link #reads}
	 * @return the stack, with everything that was assumed as notes
	 * @throws org.xanesj.stack.InputException when it cannot be used; the message names the file
	 */
	SpectralImage open(Path path);
}
