// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.BitSet;
import java.util.List;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * Sources one behind the other along z.
 *
 * @param parts of the same width, height and energies, from plane 0 on
 */
record StackedPlanes(List<SpectraSource> parts) implements SpectraSource {

	StackedPlanes {
		parts = List.copyOf(parts);
	}

	@Override
	public int width() {
		return parts.get(0).width();
	}

	@Override
	public int height() {
		return parts.get(0).height();
	}

	@Override
	public int depth() {
		return parts.stream().mapToInt(SpectraSource::depth).reduce(0, Math::addExact);
	}

	@Override
	public int energies() {
		return parts.get(0).energies();
	}

	/** @return the fewest rows of which no multiple parts what any source stores together */
	@Override
	public int rowsTogether() {
		long rows = 1;
		for (final SpectraSource part : parts) rows = Math.min(height(), rows / gcd(rows, part.rowsTogether()) * part
			.rowsTogether());
		return (int) rows;
	}

	private static long gcd(final long a, final long b) {
		return b == 0 ? a : gcd(b, a % b);
	}

	/**
	 * @return the fewest planes of which no multiple parts what any source stores together; where they would be more than
	 *         twice as many as any source has together, as where sources of uneven depth have no common border, the most
	 *         that one has: what lies over a border is then read again, but memory does not grow with the depth
	 */
	@Override
	public int planesTogether() {
		final int largest = parts.stream().mapToInt(SpectraSource::planesTogether).max().orElseThrow();
		final int together = unparted();
		return together > 2L * largest ? largest : together;
	}

	private int unparted() {
		final int depth = depth();
		final BitSet borders = new BitSet(depth);
		int first = 0;
		for (final SpectraSource part : parts) {
			for (int z = 0; z < part.depth(); z += part.planesTogether()) borders.set(first + z);
			first += part.depth();
		}
		int planes = 1;
		while (planes < depth && !areBorders(planes, depth, borders)) planes++;
		return planes;
	}

	private static boolean areBorders(final int planes, final int depth, final BitSet borders) {
		for (long z = 0; z < depth; z += planes) if (!borders.get((int) z)) return false;
		return true;
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		int first = 0;
		for (final SpectraSource part : parts) {
			final int from = Math.max(first, piece.firstPlane());
			final int planes = Math.min(first + part.depth(), piece.firstPlane() + piece.planes()) - from;
			if (planes > 0) part.read(new Piece(piece.firstRow(), piece.rows(), from - first, planes), energies, into.slab(from -
				piece.firstPlane(), planes));
			first += part.depth();
		}
	}
}
