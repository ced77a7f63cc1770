// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.xanesj.stack.Destination;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;

/**
 * Images written as text, one for each energy.
 *
 * @param files in the order of the energies
 * @param width of each in pixels
 * @param height of each in pixels
 */
record TextImages(List<String> files, int width, int height) implements SpectraSource {

	@Override
	public int depth() {
		return 1;
	}

	@Override
	public int energies() {
		return files.size();
	}

	/** Where a row begins is not known before those above it are read. */
	@Override
	public int rowsTogether() {
		return height;
	}

	@Override
	public int planesTogether() {
		return 1;
	}

	@Override
	public void read(final Piece piece, final int[] energies, final Destination into) {
		for (int e = 0; e < energies.length; e++) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException("Reading was interrupted.");
			final float[] image = TextImage.read(Path.of(files.get(energies[e])), width, height);
			System.arraycopy(image, piece.firstRow() * width, into.array(e, 0), into.offset(e, 0), piece.rows() * width);
		}
	}
}
