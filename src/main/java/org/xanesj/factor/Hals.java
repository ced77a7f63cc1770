// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Non-negative matrix factorisation by hierarchical alternating least squares: the amounts of one species in all pixels
 * at a time, then one spectrum at a time, each the exact minimum over itself. The start is means of random pixels
 * (Langville et al., Proc. KDD 2006, "random Acol").
 */
final class Hals implements Mcr.Alternation {

	/** Pixels in a mean of the start. */
	private static final int AVERAGED = 10;

	private final Mixtures data;
	private final SpeciesSpectra spectra;
	private final double[][] amounts;

	Hals(final Mixtures data, final double[][] fixed, final McrOptions options) {
		this.data = data;
		final double[][] start = Arrays.copyOf(fixed, data.scores().length);
		final SplittableRandom random = new SplittableRandom(options.seed());
		for (int k = fixed.length; k < start.length; k++) start[k] = data.species(random.ints(AVERAGED, 0,
			data.pixels()).toArray());
		spectra = new SpeciesSpectra(data, start, fixed.length);
		amounts = SubsetAmounts.of(data.scores(), start, 0).values();
	}

	@Override
	public double[][] spectra() {
		return spectra.scores;
	}

	/** Takes the amounts of one species after the other to their minimum. */
	@Override
	public SubsetAmounts amounts() {
		final double[][] t = spectra.scores;
		final double[][] left = new double[data.scores().length][];
		for (int c = 0; c < left.length; c++) left[c] = data.scores()[c].clone();
		for (int k = 0; k < t.length; k++) add(left, t[k], amounts[k], -1);
		for (int k = 0; k < t.length; k++) {
			add(left, t[k], amounts[k], 1);
			final double squares = SubsetAmounts.dot(t[k], t[k]);
			for (int p = 0; p < amounts[k].length; p++) {
				double sum = 0;
				for (int c = 0; c < left.length; c++) sum += t[k][c] * left[c][p];
				amounts[k][p] = Math.max(0, sum / squares);
			}
			add(left, t[k], amounts[k], -1);
		}
		final double misfit = Arrays.stream(left).mapToDouble(row -> SubsetAmounts.dot(row, row)).sum();
		final long held = Arrays.stream(amounts).flatMapToDouble(Arrays::stream).filter(a -> a == 0).count();
		return new SubsetAmounts(amounts, misfit, misfit, held);
	}

	private static void add(final double[][] left, final double[] spectrum, final double[] amounts, final double sign) {
		for (int c = 0; c < left.length; c++)
			for (int p = 0; p < amounts.length; p++) left[c][p] += sign * spectrum[c] * amounts[p];
	}

	@Override
	public void improve(final SubsetAmounts found) {
		spectra.improve(amounts);
	}
}
