// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.io.IOException;
import java.util.List;
import java.util.zip.DataFormatException;

/** How the values of a data set lie in its file. Safe to use from several threads. */
interface Hdf5Storage {

	/** @return how many positions along each axis are best read together, from 0 on */
	int[] together();

	/**
	 * @param regions of the data set, which differ in energy only, rising
	 * @return blocks that together hold the regions, each once, in the order of the file
	 */
	List<Box> blocks(List<Box> regions);

	/** @return the most bytes that are needed at once to read a block */
	long bytesForBlock();

	/**
	 * @param block one of {@link #blocks}
	 * @param bytes takes what is read; the values are good until it is used again
	 * @throws IOException when the file ends too early or cannot be read
	 * @throws DataFormatException when it is damaged
	 */
	Hdf5Values read(Box block, StoredBytes bytes) throws IOException, DataFormatException;
}
