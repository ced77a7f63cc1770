// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.factor.NoiseModel;

/**
 * The scores of pixels on the components, each pixel's divided by their norm: what a pixel is made of, whatever its
 * thickness.
 */
final class UnitScores implements BlockTask<PixelPoints> {

	private static final long serialVersionUID = 1L;

	private final int[] energies;
	private final Projector factors;

	UnitScores(final NoiseModel noise, final int components, final int[] energies) {
		this.energies = energies;
		factors = new Projector(noise.eigenspectra(components));
	}

	/** The noise beside the scores has a standard deviation of 1, but for the direction of their length. */
	@Override
	public PixelPoints apply(final PixelBlock block) {
		final double[][] scores = factors.apply(block.select(energies));
		final float[][] directions = new float[scores.length][block.size()];
		final double[] variances = new double[block.size()];
		for (int p = 0; p < variances.length; p++) {
			double squares = 0;
			for (final double[] score : scores) squares += score[p] * score[p];
			final double length = Math.sqrt(squares);
			if (length > 0) for (int k = 0; k < scores.length; k++) directions[k][p] = (float) (scores[k][p] / length);
			variances[p] = Math.max(1, scores.length - 1) / (length * length);
		}
		return new PixelPoints(directions, variances);
	}
}
