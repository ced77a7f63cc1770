// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.Progress;
import org.xanesj.fit.Hypotheses.Weighed;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * What is believed of a spectrum's composition once it has been seen: fractions averaged over which references are there
 * and over how far off the references may be, each as probable as the data make it. Not knowing these is part of the
 * error, which a fit of the best combination leaves out (Hoeting, Madigan, Raftery and Volinsky, Statist. Sci. 14, 382
 * (1999)).
 *
 * <pre>
 * Posterior posterior = Posterior.of(mean, library.spectra(), 3, CalibrationPrior.DEFAULT, FitOptions.DEFAULT, progress);
 * posterior.beliefs().get(0).probability(); // that the first reference is there
 * </pre>
 *
 * @param beliefs of each reference, in the order given; none when no reference has a positive amount
 * @param calibration what the data say of the references' calibration: what was doubted, in the order shift, variance,
 *          s
 * @param hypotheses how many sets of references have a weight
 * @param isExact whether every set was looked at, and not only those near to probable ones
 */
public record Posterior(List<Belief> beliefs, List<Moved> calibration, int hypotheses, boolean isExact) {

	/** So many sets are all looked at, which takes about a second. */
	public static final int ENUMERATED = 2000;

	/** How often the references are calibrated anew and derivatives taken there. */
	private static final int TANGENTS = 4;

	/** The tangent touches near enough when the calibration lies within this part of the prior's width. */
	private static final double NEAR = 0.1;

	/** Probabilities of a Gaussian's one and two standard deviations. */
	private static final double ONE = 0.682689492137086;
	private static final double TWO = 0.954499736103642;

	/**
	 * What is believed of one reference.
	 *
	 * @param probability that it is there
	 * @param fraction expected, being zero where it is not there
	 * @param error its standard deviation; 0 when it is certainly the only one
	 * @param low68 with 68.3 % probability the fraction lies between this
	 * @param high68 and this, and as probably below as above
	 * @param low95 the same with 95.4 %
	 * @param high95 and this
	 */
	public record Belief(String name, double probability, double fraction, double error, double low68, double high68,
		double low95, double high95)
	{}

	/**
	 * What is believed of one number of the calibration.
	 *
	 * @param name {@code shift}, {@code variance} or {@code self-absorption}
	 * @param expected in eV, eV² and 1, of {@link Calibration}; the variance and s may be below zero when the reference
	 *          is the broader, or the more absorbed
	 * @param error its standard deviation
	 */
	public record Moved(String name, double expected, double error) {}

	private static final List<String> NAMES = List.of("shift", "variance", "self-absorption");

	/**
	 * @param data measured absorption
	 * @param references normalised absorption
	 * @param maxSpecies the most references at once
	 * @param options a free line, amounts that are not negative, independent noise
	 * @throws InputException when the options are others, there is nothing to fit, or the data cannot be fitted
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static Posterior of(final Spectrum data, final List<Spectrum> references, final int maxSpecies,
		final CalibrationPrior prior, final FitOptions options, final Progress progress)
	{
		return of(data, references, maxSpecies, prior, options, ENUMERATED, progress);
	}

	/** @param enumerated the most sets that are all looked at */
	static Posterior of(final Spectrum data, final List<Spectrum> references, final int maxSpecies,
		final CalibrationPrior prior, final FitOptions options, final int enumerated, final Progress progress)
	{
		if (maxSpecies < 1) throw new InputException("At most " + maxSpecies + " species were asked for.",
			"Ask for at least one (max_species).");
		if (options.way() != FitWay.BASELINE || !options.constraint().isNonNegative()) throw new InputException(
			"Bayesian fractions are of measured absorption and are not negative.",
			"Use fit=baseline; the noise of normalised data is not independent.");
		final String step = "Weighing what " + data.name() + " is made of";
		double[] at = new double[NAMES.size()];
		for (int i = 1;; i++) {
			final Tangent tangent = new Tangent(data, references, options, prior, at);
			final List<Weighed> probable = Hypotheses.probable(tangent, maxSpecies, step, progress);
			at = tangent.moved(expected(probable, prior));
			if (i < TANGENTS && !isNear(at, tangent, prior)) continue;
			final boolean all = Hypotheses.count(references.size(), maxSpecies) <= enumerated;
			return of(references, options, prior, tangent, all ? Hypotheses.all(tangent, maxSpecies, step, progress) : probable,
				all);
		}
	}

	private static boolean isNear(final double[] at, final Tangent tangent, final CalibrationPrior prior) {
		for (int p = 0; p < prior.doubted().length; p++) {
			final int i = prior.doubted()[p];
			if (Math.abs(at[i] - tangent.at[i]) * Math.sqrt(prior.precisions()[p]) > NEAR) return false;
		}
		return true;
	}

	private static double[] expected(final List<Weighed> weighed, final CalibrationPrior prior) {
		final double[] expected = new double[prior.doubted().length];
		for (final Weighed w : weighed) Vectors.add(expected, Math.exp(w.logWeight()), w.hypothesis().moved());
		return expected;
	}

	private static Posterior of(final List<Spectrum> references, final FitOptions options, final CalibrationPrior prior,
		final Tangent tangent, final List<Weighed> weighed, final boolean isExact)
	{
		final boolean isShare = options.constraint().isSumToOne();
		final List<Mixture> mixtures = references.stream().map(reference -> new Mixture(isShare)).toList();
		for (final Weighed w : weighed) {
			final Hypothesis h = w.hypothesis();
			for (int i = 0; i < h.members().length; i++) mixtures.get(h.members()[i]).add(Math.exp(w.logWeight()), isShare ? h
				.amounts()[i] / h.step() : h.amounts()[i], isShare ? h.shareVariance(i) : h.covariance()[i][i]);
		}
		final List<Belief> beliefs = new ArrayList<>();
		if (!weighed.isEmpty()) for (int j = 0; j < mixtures.size(); j++) beliefs.add(belief(references.get(j).name(), mixtures
			.get(j)));
		return new Posterior(beliefs, calibration(prior, tangent, weighed), weighed.size(), isExact);
	}

	private static Belief belief(final String name, final Mixture mixture) {
		return new Belief(name, mixture.weight(), mixture.mean(), mixture.deviation(), mixture.quantile((1 - ONE) / 2), mixture
			.quantile((1 + ONE) / 2), mixture.quantile((1 - TWO) / 2), mixture.quantile((1 + TWO) / 2));
	}

	private static List<Moved> calibration(final CalibrationPrior prior, final Tangent tangent,
		final List<Weighed> weighed)
	{
		final List<Moved> calibration = new ArrayList<>();
		final double[] expected = expected(weighed, prior);
		for (int p = 0; p < expected.length && !weighed.isEmpty(); p++) {
			double squares = 0;
			for (final Weighed w : weighed) {
				final double off = w.hypothesis().moved()[p] - expected[p];
				squares += Math.exp(w.logWeight()) * (off * off + w.hypothesis().movedVariance()[p]);
			}
			final int i = prior.doubted()[p];
			calibration.add(new Moved(NAMES.get(i), tangent.at[i] + expected[p], Math.sqrt(squares)));
		}
		return calibration;
	}
}
