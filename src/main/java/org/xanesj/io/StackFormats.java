// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of energy stacks that are known here; TIFF is opened by ImageJ. */
public final class StackFormats {

	private static final StackFormat SDF = new SdfStack();
	private static final StackFormat EXCHANGE = new Hdf5ExchangeStack();
	private static final StackFormat NEXUS = new NxStxmStack();
	private static final StackFormat BLOCKS = new ZBlockStack();

	private static final List<StackFormat> ALL = List.of(SDF, EXCHANGE, NEXUS, BLOCKS);

	private StackFormats() {}

	/** @return every format, in the order in which they are asked */
	public static List<StackFormat> all() {
		return ALL;
	}

	/** @return the first format that reads this file or folder; never throws */
	public static Optional<StackFormat> of(final Path path) {
		return ALL.stream().filter(format -> format.reads(path)).findFirst();
	}

	/**
	 * @return the format that a name promises though its file is damaged or holds something else: to open it says what is
	 *         wrong
	 */
	public static Optional<StackFormat> promised(final Path path) {
		if (SdfStack.isNamedHeader(path)) return Optional.of(SDF);
		if (ZBlockStack.hasIndex(path)) return Optional.of(BLOCKS);
		if (!Hdf5File.hasExtension(path)) return Optional.empty();
		return Optional.of(path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nxs|nx5|nx|nexus)") ? NEXUS : EXCHANGE);
	}
}
