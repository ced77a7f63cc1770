// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Gram;
import org.xanesj.block.PixelBlock;

/** The Gram matrix of spectra of which each was given mean 0 and standard deviation 1 along energy. */
final class StandardizedGram implements BlockTask<Gram> {

	private static final long serialVersionUID = 1L;

	private final int[] energies;
	private final double[] subtracted;

	/**
	 * @param energies indices of the energies to look at
	 * @param subtracted from every spectrum before it is standardised, one value for each of these
	 */
	StandardizedGram(final int[] energies, final double[] subtracted) {
		this.energies = energies;
		this.subtracted = subtracted;
	}

	@Override
	public Gram apply(final PixelBlock all) {
		final PixelBlock block = all.select(energies);
		for (int p = 0; p < block.size(); p++) standardize(block, p);
		return Gram.of(block);
	}

	private void standardize(final PixelBlock block, final int p) {
		final int n = block.energies();
		double sum = 0;
		double squares = 0;
		for (int e = 0; e < n; e++) sum += block.row(e)[p] -= (float) subtracted[e];
		for (int e = 0; e < n; e++) squares += Math.pow(block.row(e)[p] - sum / n, 2);
		final double spread = squares > 0 ? Math.sqrt(squares / n) : 1;
		for (int e = 0; e < n; e++) block.row(e)[p] = (float) ((block.row(e)[p] - sum / n) / spread);
	}
}
