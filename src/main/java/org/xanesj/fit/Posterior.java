// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.InputException;

/**
 * Fractions averaged over the combinations that could be the right one, each weighted by how probable the data make
 * it: not knowing which references are there is part of the error, which a fit of the best combination leaves out.
 * Weights are exp(−BIC/2), the approximation to the posterior probability of a model when none is preferred beforehand
 * (Schwarz 1978; Raftery, Sociol. Methodol. 25, 111 (1995)).
 */
public final class Posterior {

	private Posterior() {}

	/**
	 * What is believed of one reference.
	 *
	 * @param probability that it is there: the weight of the combinations that hold it
	 * @param fraction averaged, being zero where it is not held
	 * @param error one standard error: that of each combination, and that of not knowing the combination
	 */
	public record Belief(String name, double probability, double fraction, double error) {}

	/**
	 * @param fits of the same data by different combinations, such as {@link Combinations} lists them
	 * @return one for each reference that any of them holds, in the order in which they come
	 * @throws InputException when there is none, or they are not fits of the same data, or one has no degrees of freedom
	 */
	public static List<Belief> of(final List<CombinationFit> fits) {
		final double[] weights = weights(fits);
		final Set<String> names = new LinkedHashSet<>();
		for (final CombinationFit fit : fits) for (final Component component : fit.components())
			names.add(component.name());
		final List<Belief> beliefs = new ArrayList<>();
		for (final String name : names) beliefs.add(belief(name, fits, weights));
		return beliefs;
	}

	/** BIC = N ln(chi-square / N) + nvar ln N, for noise whose size is not known. */
	private static double[] weights(final List<CombinationFit> fits) {
		if (fits.isEmpty()) throw new InputException("There are no fits to average.", "Fit at least one combination.");
		final int points = fits.get(0).points();
		final double[] bic = new double[fits.size()];
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < bic.length; i++) {
			final CombinationFit fit = fits.get(i);
			if (fit.points() != points || fit.degreesOfFreedom() < 1) throw new InputException("Combination " + (i + 1) +
				" fits " + fit.variables() + " numbers to " + fit.points() + " points, others to " + points + ".",
				"Average fits of the same data that have more points than numbers.");
			final double variance = Math.max(fit.chiSquare() / points, Double.MIN_NORMAL);
			bic[i] = points * Math.log(variance) + fit.variables() * Math.log(points);
			least = Math.min(least, bic[i]);
		}
		final double[] weights = new double[bic.length];
		double sum = 0;
		for (int i = 0; i < bic.length; i++) sum += weights[i] = Math.exp((least - bic[i]) / 2);
		for (int i = 0; i < bic.length; i++) weights[i] /= sum;
		return weights;
	}

	private static Belief belief(final String name, final List<CombinationFit> fits, final double[] weights) {
		double probability = 0;
		double mean = 0;
		double squares = 0;
		for (int i = 0; i < weights.length; i++) for (final Component component : fits.get(i).components()) {
			if (!component.name().equals(name) || !(component.amount() != 0)) continue;
			final double error = component.atBound() ? 0 : component.fractionError();
			probability += weights[i];
			mean += weights[i] * component.fraction();
			squares += weights[i] * (component.fraction() * component.fraction() + error * error);
		}
		return new Belief(name, Math.min(1, probability), mean, Math.sqrt(Math.max(0, squares - mean * mean)));
	}
}
