// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.StackInfo;
import org.xanesj.stack.StoredStack;

/** What the blocks of a volume must have in common. */
final class SameVolume {

	/** Energies of two blocks closer than this, in eV, are the same: an index may hold fewer digits than a file. */
	private static final double SAME_ENERGY = 1e-3;

	/** Sizes closer than this part of themselves are the same: positions are those that motors report. */
	private static final double SAME_SIZE = 0.01;

	private SameVolume() {}

	/**
	 * @param as the file that the shape and the energies are from
	 * @throws InputException when the block has others
	 */
	static void requireGrid(final Path file, final StoredStack block, final int width, final int height,
		final EnergyAxis energies, final String as)
	{
		final SpectraSource source = block.source();
		if (source.width() != width || source.height() != height) throw new InputException(file + " has images of " + source
			.width() + " x " + source.height() + " pixels, not " + width + " x " + height + " as " + as + ".",
			"Blocks of a volume have the same width and height.");
		boolean same = block.energies().size() == energies.size();
		for (int i = 0; same && i < energies.size(); i++) same = Math.abs(block.energies().at(i) - energies.at(i)) <= SAME_ENERGY;
		if (!same) throw new InputException(file + " has other energies (" + block.energies() + ") than " + as + " (" +
			energies + ").", "Blocks of a volume have the same energies.");
	}

	/**
	 * @param files of the blocks
	 * @return what all of them say, notes aside, as the first of several planes says it: one plane alone has no distance
	 * @throws InputException when one says something else
	 */
	static StackInfo info(final List<Path> files, final List<StoredStack> blocks) {
		final int first = IntStream.range(0, blocks.size()).filter(b -> blocks.get(b).source().depth() > 1).findFirst().orElse(0);
		final StackInfo info = blocks.get(first).info();
		final String as = files.get(first).toString();
		for (int b = 0; b < blocks.size(); b++) {
			final StackInfo other = blocks.get(b).info();
			require(sameSize(other.pixelSize(), info.pixelSize(), blocks.get(b).source().depth()), files.get(b), "pixels of", text(
				other.pixelSize()), text(info.pixelSize()), as);
			require(other.signal() == info.signal(), files.get(b), "the signal", other.signal().toString(), info.signal()
				.toString(), as);
			require(other.element().equals(info.element()) && other.edge().equals(info.edge()), files.get(b), "the edge", edge(
				other), edge(info), as);
		}
		return info;
	}

	private static boolean sameSize(final PixelSize a, final PixelSize b, final int depth) {
		return a.unit().equals(b.unit()) && close(a.x(), b.x()) && close(a.y(), b.y()) && (depth == 1 || close(a.z(), b.z()));
	}

	private static boolean close(final double a, final double b) {
		return Math.abs(a - b) <= SAME_SIZE * b;
	}

	private static void require(final boolean same, final Path file, final String what, final String value,
		final String needed, final String as)
	{
		if (!same) throw new InputException(file + " has " + what + " " + value + ", not " + needed + " as " + as + ".",
			"Blocks of a volume have the same signal, pixel size and edge.");
	}

	private static String text(final PixelSize size) {
		return size.isKnown() ? size.x() + " x " + size.y() + " x " + size.z() + " " + size.unit() : "unknown size";
	}

	private static String edge(final StackInfo info) {
		return info.element().isEmpty() && info.edge().isEmpty() ? "unknown" : info.element() + " " + info.edge();
	}
}
