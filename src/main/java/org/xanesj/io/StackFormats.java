// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The formats of energy stacks that are known here; TIFF is opened by ImageJ. */
public final class StackFormats {

	private static final List<StackFormat> ALL = List.of(new SdfStack(), new Hdf5ExchangeStack(), new NxStxmStack());

	private StackFormats() {}

	/** @return every format, in the order in which they are asked */
	public static List<StackFormat> all() {
		return ALL;
	}

	/** @return the first format that reads this file or folder; never throws */
	public static Optional<StackFormat> of(final Path path) {
		return ALL.stream().filter(format -> format.reads(path)).findFirst();
	}
}
