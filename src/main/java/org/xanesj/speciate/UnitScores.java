// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.factor.NoiseModel;

/**
 * The scores of pixels on the components, each pixel's divided by their norm: what a pixel is made of, whatever its
 * thickness.
 */
final class UnitScores implements BlockTask<UnitScores.Scores> {

	private static final long serialVersionUID = 1L;

	/**
	 * @param directions components x pixels, each pixel's of length 1; zero where a pixel has no scores
	 * @param lengths the norms that were divided out; noise has a standard deviation of 1 beside them
	 */
	record Scores(float[][] directions, double[] lengths) implements Serializable {}

	private final int[] energies;
	private final Projector factors;

	UnitScores(final NoiseModel noise, final int components, final int[] energies) {
		this.energies = energies;
		factors = new Projector(noise.eigenspectra(components));
	}

	@Override
	public Scores apply(final PixelBlock block) {
		final double[][] scores = factors.apply(block.select(energies));
		final float[][] directions = new float[scores.length][block.size()];
		final double[] lengths = new double[block.size()];
		for (int p = 0; p < lengths.length; p++) {
			double squares = 0;
			for (final double[] score : scores) squares += score[p] * score[p];
			lengths[p] = Math.sqrt(squares);
			if (lengths[p] > 0) for (int k = 0; k < scores.length; k++) directions[k][p] = (float) (scores[k][p] / lengths[p]);
		}
		return new Scores(directions, lengths);
	}
}
