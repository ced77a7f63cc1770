// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.InputException;

/**
 * The fit of every pixel, with errors that no formula gives: noise of the size that the pixel's misfit shows is added to
 * its fit, and that is fitted again, many times (the parametric bootstrap, Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, ch. 6). It knows what the bound at zero does to a fraction and to its neighbours, and the curvature of
 * a share of a small sum. Fits see only what is projected on the references, where white noise is white: so only as many
 * random numbers are drawn as there are references.
 * <p>
 * They are drawn from the values of the pixel and a seed: the same pixel has the same errors in whatever block, on
 * whatever machine.
 */
public final class PixelBootstrap implements BlockTask<SpeciesMaps> {

	private static final long serialVersionUID = 1L;

	/** A standard error to five per cent. */
	public static final int USUAL = 200;

	private final Design design;
	private final int samples;
	private final long seed;
	private final PixelFit fit;
	private final transient PixelSets sets;

	/**
	 * @param design made for the energies of the blocks
	 * @param samples how many, at least 2
	 * @param seed the same seed gives the same errors
	 * @throws InputException when there are more than 16 references, fewer than 2 samples, or noise is spread along energy
	 */
	public PixelBootstrap(final Design design, final int samples, final long seed) {
		Bootstrap.check(design, samples);
		this.design = design;
		this.samples = samples;
		this.seed = seed;
		fit = new PixelFit(design);
		sets = new PixelSets(design);
	}

	/** What is not sent along is worked out again where it is needed. */
	private Object readResolve() {
		return new PixelBootstrap(design, samples, seed);
	}

	/**
	 * @return the maps of {@link PixelFit}, with other errors of the fractions that have one
	 * @throws InputException when the block has not as many energies as the design was made for
	 */
	@Override
	public SpeciesMaps apply(final PixelBlock block) {
		final SpeciesMaps maps = fit.apply(block);
		if (block.size() > 0) new Samples(maps, seeds(block), block.size()).replaceErrors();
		return maps;
	}

	private long[] seeds(final PixelBlock block) {
		final long[] seeds = new long[block.size()];
		Arrays.fill(seeds, seed);
		for (final int e : design.rows()) {
			final float[] row = block.row(e);
			for (int p = 0; p < seeds.length; p++) seeds[p] = Normals.mixed(seeds[p] + Float.floatToIntBits(row[p]));
		}
		return seeds;
	}

	/** Draws and fits the pixels of one block, all of them for one sample after the other. */
	private final class Samples {

		private final SpeciesMaps maps;
		private final Normals normals;
		private final int n;
		private final PixelSolver solver;
		private final boolean isShares = design.isShares();

		/** References x pixels: the fit, what is drawn, and what is fitted to it. */
		private final double[][] fitted;
		private final double[][] drawn;
		private final double[][] amounts;

		private final double[] noise;
		private final int[] free;
		private final double[] sum;
		private final int[] counted;

		/** References x pixels: of the fractions less those of the fit, and of the squares. */
		private final double[][] sums;
		private final double[][] squares;

		Samples(final SpeciesMaps maps, final long[] seeds, final int n) {
			this.maps = maps;
			this.n = n;
			normals = new Normals(seeds);
			solver = new PixelSolver(sets, n);
			final int k = sets.reduced.length;
			fitted = new double[k][n];
			drawn = new double[k][n];
			amounts = new double[k][n];
			sums = new double[k][n];
			squares = new double[k][n];
			free = new int[n];
			sum = new double[n];
			counted = new int[n];
			noise = new double[n];
			for (int p = 0; p < n; p++) noise[p] = Math.sqrt(maps.reducedChiSquare()[p]);
			for (int j = 0; j < k; j++) for (int p = 0; p < n; p++)
				amounts[j][p] = isShares ? maps.fractions()[j][p] * (double) maps.edgeStep()[p] : maps.fractions()[j][p];
			for (int l = 0; l < k; l++) for (int j = l; j < k; j++) FusedSums.add(fitted[l], sets.reduced[j][l], amounts[j], 0, n);
		}

		void replaceErrors() {
			for (int sample = 0; sample < samples; sample++) {
				for (int j = 0; j < drawn.length; j += 2)
					normals.draw(fitted[j], noise, drawn[j], fitted[Math.min(j + 1, drawn.length - 1)], drawn[Math.min(j + 1,
						drawn.length - 1)]);
				solver.solve(drawn, n, amounts, free);
				count();
			}
			for (int j = 0; j < sums.length; j++) for (int p = 0; p < n; p++)
				if (!Float.isNaN(maps.errors()[j][p])) maps.errors()[j][p] = deviation(sums[j][p], squares[j][p], counted[p]);
		}

		/** A sample without an edge has no shares. */
		private void count() {
			Arrays.fill(sum, 0);
			for (final double[] amount : amounts) FusedSums.add(sum, 1, amount, 0, n);
			for (int p = 0; p < n; p++) if (!isShares || sum[p] > 0) counted[p]++;
			for (int j = 0; j < amounts.length; j++) for (int p = 0; p < n; p++) {
				if (isShares && !(sum[p] > 0)) continue;
				final double off = (isShares ? amounts[j][p] / sum[p] : amounts[j][p]) - maps.fractions()[j][p];
				sums[j][p] += off;
				squares[j][p] += off * off;
			}
		}

		private float deviation(final double sum, final double squares, final int count) {
			return count < 2 ? Float.NaN : (float) Math.sqrt(Math.max(0, squares - sum * sum / count) / (count - 1));
		}
	}
}
