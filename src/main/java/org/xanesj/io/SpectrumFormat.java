// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.List;

import org.xanesj.stack.ReferenceLibrary;

/** A kind of file that holds spectra. A new one is a class and a line in {@link #ALL}. */
interface SpectrumFormat {

	/** Every format, the most certain first: the first that reads a file is taken. */
	List<SpectrumFormat> ALL = List.of(new XdiFormat(), new AthenaProject(), new ColumnText());

	/** How many bytes of a file {@link #reads} is given. */
	int HEAD = 512;

	/**
	 * @param head the first bytes of the file, at most {@link #HEAD}
	 * @return whether this format reads such a file; the content decides, for suffixes are used at will
	 */
	boolean reads(byte[] head);

	/**
	 * @return the spectra, what was left out with the reason, and what was assumed
	 * @throws org.xanesj.stack.InputException when the file as a whole cannot be used
	 */
	ReferenceLibrary read(Path file);
}
