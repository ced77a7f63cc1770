// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * What is believed of one fraction: that it is zero, or, by one hypothesis or another, a number that is not negative.
 * Of each only mean and variance are known; between its bounds it is taken as a beta distribution of these, which is what
 * the prior is, and what a Gaussian is that stays clear of the bounds; of an amount, which has no upper bound, a gamma
 * distribution.
 */
final class Mixture {

	private record Part(double weight, double mean, double variance) {}

	private static final int HALVINGS = 30;

	private final List<Part> parts = new ArrayList<>();
	private final boolean isShare;

	/** @param isShare whether it cannot exceed 1 */
	Mixture(final boolean isShare) {
		this.isShare = isShare;
	}

	void add(final double weight, final double mean, final double variance) {
		parts.add(new Part(weight, mean, variance));
	}

	/** @return the weight of all parts together; what is missing to 1 is at zero */
	double weight() {
		return Math.min(1, parts.stream().mapToDouble(Part::weight).sum());
	}

	double mean() {
		return parts.stream().mapToDouble(part -> part.weight * part.mean).sum();
	}

	double deviation() {
		final double squares = parts.stream().mapToDouble(part -> part.weight * (part.variance + part.mean * part.mean)).sum();
		return Math.sqrt(Math.max(0, squares - mean() * mean()));
	}

	/** @return below what it lies with this probability; Cantelli's inequality says how far that is from the mean */
	double quantile(final double probability) {
		if (1 - weight() >= probability) return 0;
		final double reach = deviation() / Math.sqrt(Math.min(probability, 1 - probability));
		double low = Math.max(0, mean() - reach);
		double high = isShare ? Math.min(1, mean() + reach) : mean() + reach;
		for (int i = 0; i < HALVINGS; i++) {
			final double middle = (low + high) / 2;
			if (below(middle) >= probability) high = middle;
			else low = middle;
		}
		return high;
	}

	private double below(final double x) {
		double sum = 1 - weight();
		for (final Part part : parts) sum += part.weight * below(part, x);
		return sum;
	}

	private double below(final Part part, final double x) {
		final double ratio = part.mean * (isShare ? 1 - part.mean : part.mean) / part.variance;
		if (!(ratio > (isShare ? 1 : 0)) || Double.isInfinite(ratio)) return x >= part.mean ? 1 : 0;
		return isShare ? Beta.regularizedBeta(x, part.mean * (ratio - 1), (1 - part.mean) * (ratio - 1)) : Gamma
			.regularizedGammaP(ratio, x * ratio / part.mean);
	}
}
