// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.Arrays;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.factor.NoiseModel;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.SpeciesMaps;

/** How far the spectrum of each pixel of a block stays from what references make of it, and from its components. */
final class PixelMisfit implements BlockTask<PixelMisfit.Part> {

	private static final long serialVersionUID = 1L;

	/**
	 * Of each pixel:
	 *
	 * @param thickness mean absorption
	 * @param noise mean square of what the line and the components leave, 1 where it is the noise that was found
	 * @param chiSquare of the fit, for that noise
	 * @param freedom its degrees of freedom
	 * @param step fitted edge step
	 */
	record Part(float[] thickness, float[] noise, float[] chiSquare, float[] freedom, float[] step) implements
		Serializable
	{

		/** @return of so many pixels, all NaN */
		static Part unknown(final int pixels) {
			final Part part = new Part(new float[pixels], new float[pixels], new float[pixels], new float[pixels],
				new float[pixels]);
			for (final float[] values : part.all()) Arrays.fill(values, Float.NaN);
			return part;
		}

		/** Puts the pixels of another where they belong. */
		void put(final Part some, final int first, final int[] offsets) {
			final float[][] from = some.all();
			final float[][] to = all();
			for (int m = 0; m < to.length; m++)
				for (int i = 0; i < offsets.length; i++) to[m][first + offsets[i]] = from[m][i];
		}

		private float[][] all() {
			return new float[][] { thickness, noise, chiSquare, freedom, step };
		}
	}

	private final int[] energies;
	private final double[] weights;
	private final Projector explained;
	private final int unexplained;
	private final PixelFit fit;
	private final int fitted;

	/**
	 * @param energies that are analysed
	 * @param components that are no noise
	 * @param fit weighed by that noise, over a free line
	 */
	PixelMisfit(final int[] energies, final NoiseModel noise, final int components, final PixelFit fit) {
		this.energies = energies;
		this.fit = fit;
		weights = noise.projection().weights();
		final double[][] line = noise.projection().line();
		final double[][] factors = noise.eigenspectra(components);
		final double[][] vectors = new double[3 + components][];
		vectors[0] = new double[energies.length];
		Arrays.fill(vectors[0], 1.0 / energies.length);
		for (int l = 0; l < 2; l++) {
			vectors[1 + l] = line[l];
			for (int e = 0; e < weights.length; e++) vectors[1 + l][e] *= weights[e];
		}
		System.arraycopy(factors, 0, vectors, 3, components);
		explained = new Projector(vectors);
		fitted = energies.length - 2;
		unexplained = fitted - components;
	}

	@Override
	public Part apply(final PixelBlock all) {
		final int n = all.size();
		final PixelBlock block = all.select(energies);
		final double[][] scores = explained.apply(block);
		final double[] squares = Projector.squares(block, weights);
		final SpeciesMaps maps = fit.apply(all);
		final Part part = new Part(new float[n], new float[n], new float[n], new float[n], maps.edgeStep());
		for (int p = 0; p < n; p++) {
			part.thickness[p] = (float) scores[0][p];
			double left = squares[p];
			for (int k = 1; k < scores.length; k++) left -= scores[k][p] * scores[k][p];
			part.noise[p] = (float) (left / unexplained);
			int free = fitted;
			for (final float[] fraction : maps.fractions()) if (fraction[p] > 0) free--;
			part.freedom[p] = free;
			part.chiSquare[p] = maps.reducedChiSquare()[p] * free;
		}
		return part;
	}
}
