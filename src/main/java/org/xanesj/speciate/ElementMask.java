// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Gram;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;
import org.xanesj.block.Runner;
import org.xanesj.factor.NoiseModel;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * The pixels in which the element is there: whatever absorbs without an edge is not. The mean spectrum without its line
 * is the shape of the edge; a pixel is inside when its share of that shape exceeds its own noise, which is what the
 * line and the significant components leave of its spectrum, by {@link #THRESHOLD}.
 *
 * @param mask the pixels inside
 * @param candidates how many pixels were looked at
 * @param weak how many of them have no edge above their noise
 * @param specks how many stood in groups of less than {@link #SPECK} pixels
 */
public record ElementMask(Mask mask, long candidates, long weak, long specks) {

	/** Edge over its standard error: below this a fraction would have an error of more than about ten per cent. */
	public static final double THRESHOLD = 10;

	/** Groups of fewer neighbouring pixels are noise. */
	public static final int SPECK = 5;

	/**
	 * @param candidates finite pixels
	 * @param energies indices of the energies around the edge, at least 5
	 * @throws InputException when no pixel is inside
	 */
	public static ElementMask of(final SpectralImage image, final Mask candidates, final int[] energies,
		final Runner runner)
	{
		final EnergyAxis axis = image.energies().select(energies);
		final Gram gram = Gram.of(image, candidates, energies, runner);
		final Edge edge = Edge.of(NoiseModel.of(gram, axis), gram, energies);
		final Mask.Builder found = new Mask.Builder(image.size());
		runner.run("Mask", image, candidates, edge, (block, significance) -> {
			final int[] inside = block.inside(candidates);
			for (int i = 0; i < inside.length; i++) if (significance[i] > THRESHOLD) found.add(block.first() + inside[i]);
		});
		final Mask strong = found.build();
		final Mask mask = Specks.without(strong, image.width(), image.height(), SPECK);
		if (mask.count() == 0) throw new InputException(image.info().name() + ": no pixel shows an edge between " + EnergyAxis
			.label(axis.first()) + " and " + EnergyAxis.label(axis.last()) + " above " + (int) THRESHOLD + " times its noise.",
			"Check the energies and the mode (absorption or transmission), or use mask=none.");
		return new ElementMask(mask, candidates.count(), candidates.count() - strong.count(), strong.count() - mask.count());
	}

	/** @return one sentence with the threshold and the counts */
	public String note() {
		return "Mask: " + mask.count() + " of " + candidates + " pixels have an edge above " + (int) THRESHOLD +
			" times its noise; " + weak + " have not, " + specks + " in groups of fewer than " + SPECK + " were left out.";
	}

	/** For each pixel of a block, the amplitude of the edge over its standard error. */
	private record Edge(int[] energies, double[] weights, Projector vectors, int free) implements BlockTask<float[]> {

		static Edge of(final NoiseModel noise, final Gram gram, final int[] energies) {
			final double[] weights = noise.projection().weights();
			final double[] shape = noise.projection().apply(gram.sums());
			final double[][] line = noise.projection().line();
			final double[][] factors = noise.pca().factors(noise.components());
			final double[][] vectors = new double[3 + factors.length][];
			vectors[0] = weighted(unit(noise.projection().expand(shape)), weights);
			vectors[1] = weighted(line[0], weights);
			vectors[2] = weighted(line[1], weights);
			for (int k = 0; k < factors.length; k++)
				vectors[3 + k] = weighted(noise.projection().expand(factors[k]), weights);
			return new Edge(energies, weights, new Projector(vectors), shape.length - factors.length);
		}

		@Override
		public float[] apply(final PixelBlock all) {
			final PixelBlock block = all.select(energies);
			final double[][] scores = vectors.apply(block);
			final double[] squares = Projector.squares(block, weights);
			final float[] significance = new float[block.size()];
			for (int p = 0; p < significance.length; p++) {
				double rest = squares[p];
				for (int k = 1; k < scores.length; k++) rest -= scores[k][p] * scores[k][p];
				significance[p] = (float) (scores[0][p] / Math.sqrt(Math.max(rest, 1e-12 * squares[p]) / free));
			}
			return significance;
		}

		private static double[] weighted(final double[] vector, final double[] weights) {
			final double[] product = new double[vector.length];
			for (int e = 0; e < product.length; e++) product[e] = vector[e] * weights[e];
			return product;
		}

		private static double[] unit(final double[] vector) {
			double squares = 0;
			for (final double v : vector) squares += v * v;
			final double[] unit = new double[vector.length];
			for (int e = 0; e < unit.length; e++) unit[e] = vector[e] / Math.sqrt(squares);
			return unit;
		}
	}
}
