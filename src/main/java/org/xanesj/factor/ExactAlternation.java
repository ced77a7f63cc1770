// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;

/** Alternating least squares from the purest pixels, amounts exact in every iteration. */
final class ExactAlternation implements Mcr.Alternation {

	/** Random directions may miss a corner: so many sets of them are drawn, and the start that fits best is taken. */
	private static final int DRAWS = 5;

	private final Mixtures data;
	private final McrOptions options;
	private final SpeciesSpectra spectra;

	/** @param start those that are fixed first */
	ExactAlternation(final Mixtures data, final double[][] start, final int fixed, final McrOptions options) {
		this.data = data;
		this.options = options;
		spectra = new SpeciesSpectra(data, start.clone(), fixed);
	}

	/** From the purest pixels. */
	static ExactAlternation of(final Mixtures data, final double[][] fixed, final McrOptions options) {
		return new ExactAlternation(data, options.start() == McrStart.SIMPLISMA ? simplisma(data, fixed) : vca(data, fixed,
			options), fixed.length, options);
	}

	private static double[][] simplisma(final Mixtures data, final double[][] fixed) {
		final double[][] unit = Vca.unitSteps(data.scores(), data.cone().step());
		final int pixels = data.pixels();
		final double[][] energies = new double[data.cone().rows().length][pixels];
		for (int p = 0; p < pixels; p++) {
			final double[] spectrum = data.cone().spectrum(Vca.column(unit, p));
			for (int e = 0; e < spectrum.length; e++) energies[e][p] = spectrum[e];
		}
		final double[][] known = Arrays.stream(fixed).map(data.cone()::spectrum).toArray(double[][]::new);
		return with(data, fixed, Simplisma.pixels(energies, known, data.scores().length - fixed.length));
	}

	private static double[][] vca(final Mixtures data, final double[][] fixed, final McrOptions options) {
		double[][] best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int draw = 0; draw < DRAWS; draw++) {
			final double[][] start = with(data, fixed, Vca.pixels(data.scores(), data.cone().step(), fixed, data
				.scores().length - fixed.length, options.seed() + draw));
			final double objective = SubsetAmounts.of(data.scores(), start, options.price()).objective();
			if (best != null && objective >= least) continue;
			least = objective;
			best = start;
		}
		return best;
	}

	/** @return fixed spectra and those of pixels */
	private static double[][] with(final Mixtures data, final double[][] fixed, final int[] pixels) {
		final double[][] start = Arrays.copyOf(fixed, fixed.length + pixels.length);
		for (int k = 0; k < pixels.length; k++) start[fixed.length + k] = data.species(pixels[k]);
		return start;
	}

	@Override
	public double[][] spectra() {
		return spectra.scores;
	}

	@Override
	public SubsetAmounts amounts() {
		return SubsetAmounts.of(data.scores(), spectra.scores, options.price());
	}

	@Override
	public void improve(final SubsetAmounts amounts) {
		spectra.improve(amounts.values());
	}
}
