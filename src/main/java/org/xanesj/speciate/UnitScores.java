// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.factor.NoiseModel;
import org.xanesj.stack.Mask;

/**
 * The scores of pixels on the components, each pixel's divided by their norm: what a pixel is made of, whatever its
 * thickness.
 */
final class UnitScores implements BlockTask<UnitScores.Scores> {

	private static final long serialVersionUID = 1L;

	/**
	 * @param directions components x pixels, those of a pixel of length 1; zero where a pixel has no scores
	 * @param lengths the norms that were divided out; noise has a standard deviation of 1 beside them
	 */
	record Scores(float[][] directions, double[] lengths) implements Serializable {

		/** @return all pixels one after the other */
		static Scores joined(final List<Scores> parts) {
			final int pixels = parts.stream().mapToInt(part -> part.lengths.length).sum();
			final float[][] directions = new float[parts.get(0).directions.length][pixels];
			final double[] lengths = new double[pixels];
			int at = 0;
			for (final Scores part : parts) {
				final int n = part.lengths.length;
				for (int k = 0; k < directions.length; k++) System.arraycopy(part.directions[k], 0, directions[k], at, n);
				System.arraycopy(part.lengths, 0, lengths, at, n);
				at += n;
			}
			return new Scores(directions, lengths);
		}

		/** @return those of at most {@code most} pixels, chosen by the seed alone */
		Scores some(final int most, final long seed) {
			final Mask chosen = Thinned.of(Mask.all(lengths.length), most, seed);
			final int[] pixels = chosen.offsets(0, lengths.length);
			final float[][] few = new float[directions.length][];
			for (int k = 0; k < few.length; k++) few[k] = at(pixels, directions[k]);
			return new Scores(few, IntStream.of(pixels).mapToDouble(p -> lengths[p]).toArray());
		}

		private static float[] at(final int[] pixels, final float[] values) {
			final float[] some = new float[pixels.length];
			for (int i = 0; i < some.length; i++) some[i] = values[pixels[i]];
			return some;
		}
	}

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
