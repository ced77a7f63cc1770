// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * The values of a TIFF stack, in its file. It is opened for each piece that is read, so that it can be sent to where the
 * same path is.
 *
 * @param planes of the file
 * @param slices which of them, from 0, z fastest, then energy
 * @param depth number of z planes
 */
record TiffSpectra(TiffPlanes planes, int[] slices, int depth, CalibrationTable calibration) implements SpectraSource {

	static TiffSpectra of(final TiffPlanes planes, final SliceLayout layout, final CalibrationTable calibration) {
		final int[] slices = new int[layout.energies() * layout.depth()];
		for (int i = 0; i < slices.length; i++)
			slices[i] = layout.slice(i / layout.depth(), i % layout.depth()) - 1;
		return new TiffSpectra(planes, slices, layout.depth(), calibration);
	}

	@Override
	public int width() {
		return planes.width();
	}

	@Override
	public int height() {
		return planes.height();
	}

	@Override
	public int energies() {
		return slices.length / depth;
	}

	@Override
	public int rowsTogether() {
		return planes.rowsTogether();
	}

	@Override
	public int planesTogether() {
		return 1;
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		try (TiffReader reader = new TiffReader(planes, calibration)) {
			for (int z = 0; z < piece.planes(); z++) for (int e = 0; e < energies.length; e++) {
				Interruption.check();
				reader.rows(slices[energies[e] * depth + piece.firstPlane() + z], piece.firstRow(), piece.rows(), into.array(e, z),
					into.offset(e, z));
			}
		}
	}
}
