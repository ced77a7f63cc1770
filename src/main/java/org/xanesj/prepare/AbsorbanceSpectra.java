// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import org.xanesj.stack.DerivedSpectra;
import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * Absorption that is made of transmitted counts as they are read.
 *
 * @param source of transmitted intensity
 * @param logI0 natural logarithm of I0 at each energy
 */
record AbsorbanceSpectra(SpectraSource source, double[] logI0) implements DerivedSpectra {

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		source.read(piece, energies, into);
		for (int e = 0; e < energies.length; e++) for (int z = 0; z < piece.planes(); z++)
			Absorbance.convert(into.array(e, z), into.offset(e, z), piece.rows() * width(), logI0[energies[e]]);
	}
}
