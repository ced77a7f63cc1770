// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/**
 * Finds how much of each reference the pixels of a block hold: their spectra are projected on Q together, which leaves
 * a tiny problem for each pixel. Not for two threads at once; what it gives is good until the next block.
 */
final class BlockAmounts {

	/** The most in a block. */
	final int pixels;

	/** References x pixels; NaN in a pixel with a value that is not a number. */
	final double[][] amounts;

	/** As bits, the references of each pixel that are not held at zero. */
	final int[] free;

	private final BlockProjection projection;
	private final PixelSolver solver;
	private final double[][] targets;

	/**
	 * @param vectors on which data are projected
	 * @param first of the vectors that references are fitted to; as many as there are references
	 * @param weights of squared lengths that are wanted, too
	 * @param pixels the most in a block
	 */
	BlockAmounts(final PixelSets sets, final double[][] vectors, final int first, final double[][] weights,
		final int pixels)
	{
		this.pixels = pixels;
		final int references = sets.reduced.length;
		amounts = new double[references][pixels];
		free = new int[pixels];
		projection = new BlockProjection(sets.design.rows(), vectors, weights, pixels);
		solver = new PixelSolver(sets, pixels);
		targets = Arrays.copyOfRange(projection.products(), first, first + references);
	}

	void solve(final PixelBlock block) {
		projection.apply(block);
		solver.solve(targets, block.size(), amounts, free);
	}

	/** @return what the references are fitted to, references x pixels */
	double[][] targets() {
		return targets;
	}

	/** @return vectors x pixels */
	double[][] projected() {
		return projection.products();
	}

	/** @return weights x pixels: squared lengths */
	double[][] lengths() {
		return projection.lengths();
	}
}
