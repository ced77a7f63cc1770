// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Errors of fractions without a formula: the residuals, drawn again at random, are added to the fit and fitted again,
 * many times (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 9). It has an answer at a bound too,
 * where the formula has none.
 */
public final class Bootstrap {

	private Bootstrap() {}

	/**
	 * How a fraction varies over the samples.
	 *
	 * @param standardDeviation of the samples
	 * @param low below this lie 15.9 % of them
	 * @param high above this lie 15.9 % of them
	 */
	public record Spread(String name, double standardDeviation, double low, double high) {}

	/**
	 * @param samples how many, at least 2; some hundreds tell a standard error to a few per cent
	 * @param seed the same seed gives the same answer
	 * @return one for each reference; NaN when samples without an edge leave fewer than two fractions
	 * @throws InputException when the data cannot be fitted, noise is spread along energy, or nothing is left to judge by
	 */
	public static List<Spread> of(final Spectrum data, final Design design, final int samples, final long seed) {
		check(design, samples);
		final CombinationFit fit = LinearCombination.fit(data, design);
		if (fit.degreesOfFreedom() < 1) throw new InputException(data.name() + " has " + fit.points() + " points for " + fit
			.variables() + " fitted numbers.", "Widen the fit window or use fewer references.");
		final double[] residual = design.weighted(fit.residual());
		final double inflation = Math.sqrt((double) fit.points() / fit.degreesOfFreedom());
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] fractions = new double[design.names().size()][samples];
		for (int sample = 0; sample < samples; sample++) {
			final double[] values = data.values().clone();
			for (int e = 0; e < residual.length; e++) values[design.rows()[e]] = fit.fitted()[e] + inflation * residual[random
				.nextInt(residual.length)] / design.weights()[e];
			final CombinationFit again = LinearCombination.fit(data.with(values), design);
			for (int j = 0; j < fractions.length; j++) fractions[j][sample] = again.components().get(j).fraction();
		}
		final List<Spread> spreads = new ArrayList<>();
		for (int j = 0; j < fractions.length; j++) spreads.add(spread(design.names().get(j), fractions[j]));
		return spreads;
	}

	/** @throws InputException when there are too few samples, or noise is spread along energy */
	static void check(final Design design, final int samples) {
		if (samples < 2) throw new InputException(samples + " bootstrap samples were asked for.", "Ask for some hundreds.");
		if (design.spread() != null) throw new InputException("The noise of normalised data is not independent.",
			"Bootstrap the fit of measured absorption (fit=baseline), or use the standard errors.");
	}

	private static Spread spread(final String name, final double[] samples) {
		final double[] sorted = Arrays.stream(samples).filter(Double::isFinite).sorted().toArray();
		if (sorted.length < 2) return new Spread(name, Double.NaN, Double.NaN, Double.NaN);
		final double mean = Arrays.stream(sorted).average().orElseThrow();
		final double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
		return new Spread(name, Math.sqrt(squares / (sorted.length - 1)), quantile(sorted, 0.158655), quantile(sorted,
			0.841345));
	}

	private static double quantile(final double[] sorted, final double part) {
		final double at = part * (sorted.length - 1);
		final int below = (int) at;
		return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
	}
}
