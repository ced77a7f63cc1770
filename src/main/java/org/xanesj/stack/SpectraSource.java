// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.Serializable;

/**
 * Where the values of an image are when they are not in memory: a file, or another source that is changed as it is
 * read. Knows the shape, reads any piece at any energies, keeps no pixels. Safe to use from several threads.
 *
 * <p>
 * It can be sent to another machine, where it reads the same path: open files are no part of what is sent.
 */
public interface SpectraSource extends Serializable {

	int width();

	int height();

	/** @return the number of z planes, 1 in two dimensions */
	int depth();

	/** @return the number of energies */
	int energies();

	/** @return how many rows are stored together, from row 0 on: to read fewer takes as long; at most the height */
	int rowsTogether();

	/** @return how many z planes are stored together, from plane 0 on; at most the depth */
	int planesTogether();

	/**
	 * Fills {@code into}. An interrupted thread may end in a {@link java.util.concurrent.CancellationException}.
	 *
	 * @param energies which, in any order; the first goes to energy 0 of the destination, and so on
	 * @throws InputException naming the file when it is damaged or can no longer be read
	 */
	void read(Piece piece, int[] energies, Destination into);
}
