// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.xanesj.block.PixelBlock;

/** The fits of the pixels of a block, with the buffers that they need. Not for two threads at once. */
final class BlockFit {

	private final BlockAmounts found;
	private final BlockMisfit misfit;
	private final BlockMaps maps;

	/** @param pixels the most in a block */
	BlockFit(final PixelSets sets, final int pixels) {
		misfit = new BlockMisfit(sets.design, pixels);
		found = new BlockAmounts(sets, misfit.vectors(), sets.design.line().length, misfit.weights(), pixels);
		maps = new BlockMaps(sets, pixels);
	}

	/** @return the most in a block */
	int pixels() {
		return found.pixels;
	}

	/** @return what the references are fitted to, references x pixels, good until the next block */
	double[][] targets() {
		return found.targets();
	}

	/** @return how far the fits of the last block stay from its data */
	BlockMisfit misfit() {
		return misfit;
	}

	SpeciesMaps of(final PixelBlock block) {
		found.solve(block);
		misfit.sum(found.projected(), found.lengths(), found.amounts, block.size());
		return maps.of(found.amounts, found.free, misfit, block.size());
	}
}
