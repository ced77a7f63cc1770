// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.block.Runner;
import org.xanesj.factor.Mixtures;
import org.xanesj.factor.NoiseModel;
import org.xanesj.factor.SpectraCone;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** The scores of pixels, and last the sum of squares of their whitened, line-free spectra. */
final class SampledScores implements BlockTask<double[][]> {

	private static final long serialVersionUID = 1L;

	private final int[] window;
	private final int components;
	private final double[] weights;
	private final Projector vectors;

	private SampledScores(final Groundwork ground) {
		final NoiseModel noise = ground.noise();
		window = ground.window();
		components = ground.components();
		weights = noise.projection().weights();
		final double[][] all = Arrays.copyOf(noise.eigenspectra(components), components + 2);
		final double[][] line = noise.projection().line();
		for (int i = 0; i < 2; i++) {
			all[components + i] = line[i];
			for (int e = 0; e < weights.length; e++) all[components + i][e] *= weights[e];
		}
		vectors = new Projector(all);
	}

	/** @param mask of the pixels that are looked at */
	static Mixtures of(final Groundwork ground, final Mask mask, final SpectraCone cone, final Runner runner) {
		final SpectralImage image = ground.image();
		final List<double[][]> parts = new ArrayList<>();
		runner.run("Scores", image, mask, new SampledScores(ground), (block, part) -> parts.add(part));
		final int k = ground.components();
		final double[][] scores = new double[k][];
		for (int c = 0; c < k; c++) {
			final int row = c;
			scores[c] = parts.stream().flatMapToDouble(part -> Arrays.stream(part[row])).toArray();
		}
		return new Mixtures(scores, parts.stream().flatMapToDouble(part -> Arrays.stream(part[k])).sum(), cone);
	}

	@Override
	public double[][] apply(final PixelBlock all) {
		final PixelBlock block = all.select(window);
		final double[][] products = vectors.apply(block);
		final double[] squares = Projector.squares(block, weights);
		for (int i = components; i < components + 2; i++)
			for (int p = 0; p < squares.length; p++) squares[p] -= products[i][p] * products[i][p];
		final double[][] found = Arrays.copyOf(products, components + 1);
		found[components] = squares;
		return found;
	}
}
