// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;

/**
 * Species and their amounts, found together: scores = amounts x spectra, neither below zero. Alternating least squares
 * on scores instead of spectra gives the same (Tauler 1995; Jaumot et al., Chemom. Intell. Lab. Syst. 76, 101 (2005)),
 * for what the scores leave out is perpendicular to them. Each half-step lowers the objective or leaves it.
 *
 * @param spectra species x coordinates, each of edge step one; those that were held fixed first
 * @param history how near every iteration came
 * @param converged whether the tolerance was reached before the iterations were used up
 * @param alone pixels in which a species is the only one above the noise
 */
public record Mcr(double[][] spectra, List<Iteration> history, boolean converged, long[] alone) {

	/** An amount below two standard errors is none, when pixels are looked for that hold one species only. */
	private static final double NONE = 4;

	/**
	 * How near an iteration came.
	 *
	 * @param number from 1
	 * @param objective sum of squares that is left of the scores, in squares of the noise, with the price of amounts
	 * @param lackOfFit of the spectra in per cent: 100·sqrt(what is left / total), sums of squares (Jaumot et al. 2005)
	 * @param lackOfFitPca the same of what the components reproduce
	 * @param overNoise rms of what is left of a score, in standard deviations of the noise; above 1 something is in the way
	 * @param explained share of the total sum of squares in per cent
	 */
	public record Iteration(int number, double objective, double lackOfFit, double lackOfFitPca, double overNoise,
		double explained) {}

	/**
	 * @param fixed spectra that are known and not changed, each of edge step one; may be none
	 * @throws InputException when more are fixed than there are coordinates
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static Mcr of(final Mixtures data, final double[][] fixed, final McrOptions options, final Progress progress) {
		if (fixed.length > data.scores().length) throw new InputException(fixed.length + " spectra are fixed, but there are " +
			data.scores().length + " components.", "Fix fewer, or ask for more components.");
		return of(data, options.method() == McrMethod.NMF ? new Hals(data, fixed, options) : ExactAlternation.of(data, fixed,
			options), options, progress);
	}

	/**
	 * Goes on from spectra by exact alternation.
	 *
	 * @param start species x coordinates, those that are fixed first
	 * @param fixed how many are
	 */
	public static Mcr from(final Mixtures data, final double[][] start, final int fixed, final McrOptions options,
		final Progress progress)
	{
		return of(data, new ExactAlternation(data, start, fixed, options), options, progress);
	}

	private static Mcr of(final Mixtures data, final Alternation alternation, final McrOptions options,
		final Progress progress)
	{
		final double outside = Math.max(0, data.total() - data.inside());
		final List<Iteration> history = new ArrayList<>();
		double last = Double.POSITIVE_INFINITY;
		for (int i = 1;; i++) {
			progress.advance("Resolving species", i, options.iterations());
			final SubsetAmounts amounts = alternation.amounts();
			final double left = outside + amounts.misfit();
			history.add(new Iteration(i, amounts.objective(), 100 * Math.sqrt(left / data.total()), 100 * Math.sqrt(amounts
				.misfit() / data.inside()), Math.sqrt(amounts.misfit() / ((double) data.pixels() * data.scores().length)), 100 * (1 - left / data.total())));
			final boolean converged = i > 1 && last - amounts.objective() <= options.tolerance() * last;
			if (converged || i == options.iterations()) return new Mcr(alternation.spectra(), List.copyOf(history), converged,
				SubsetAmounts.of(data.scores(), alternation.spectra(), Math.max(NONE, options.price())).alone());
			last = amounts.objective();
			alternation.improve(amounts);
		}
	}

	/** One of the ways to alternate. */
	interface Alternation {

		/** @return the spectra as they are now */
		double[][] spectra();

		/** @return amounts for them */
		SubsetAmounts amounts();

		/** Makes the spectra fit these amounts better. */
		void improve(SubsetAmounts amounts);
	}
}
