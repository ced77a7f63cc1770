// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * Absorption that is made of transmitted counts as they are read.
 *
 * @param counts transmitted intensity
 * @param logI0 natural logarithm of I0 at each energy
 */
record AbsorbanceSpectra(SpectraSource counts, double[] logI0) implements SpectraSource {

	@Override
	public int width() {
		return counts.width();
	}

	@Override
	public int height() {
		return counts.height();
	}

	@Override
	public int depth() {
		return counts.depth();
	}

	@Override
	public int energies() {
		return counts.energies();
	}

	@Override
	public int rowsTogether() {
		return counts.rowsTogether();
	}

	@Override
	public int planesTogether() {
		return counts.planesTogether();
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		counts.read(piece, energies, into);
		for (int e = 0; e < energies.length; e++) for (int z = 0; z < piece.planes(); z++)
			Absorbance.convert(into.array(e, z), into.offset(e, z), piece.rows() * width(), logI0[energies[e]]);
	}
}
