// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/**
 * A number taken from a spectrum, and how it answers to a small change of each of the spectrum's values. With
 * independent noise its standard error is the root of {@code sum (gradient_i sigma_i)²} (the propagation of error to
 * first order; JCGM 100:2008, 5.1.2).
 *
 * @param value NaN where the spectrum has no such number
 * @param gradient derivative by each value of the spectrum
 */
public record Estimate(double value, double[] gradient) {

	/** @return what does not exist, of a spectrum of so many energies */
	static Estimate unknown(final int energies) {
		return new Estimate(Double.NaN, new double[energies]);
	}

	/** @return the weighted sum of the spectrum's values */
	static Estimate sum(final double[] weights, final double[] spectrum) {
		return new Estimate(Rows.dot(weights, spectrum), weights);
	}

	public boolean isKnown() {
		return Double.isFinite(value);
	}

	/**
	 * @param sigma standard deviation of the noise of each value
	 * @return one standard error; NaN where there is no number
	 */
	public double error(final double[] sigma) {
		if (!isKnown()) return Double.NaN;
		double variance = 0;
		for (int e = 0; e < sigma.length; e++) variance += gradient[e] * gradient[e] * sigma[e] * sigma[e];
		return Math.sqrt(variance);
	}

	/** @return this in units of the other */
	Estimate over(final Estimate other) {
		final double ratio = value / other.value;
		final double[] slope = Rows.combined(1 / other.value, gradient, -ratio / other.value, other.gradient);
		return new Estimate(ratio, slope);
	}

	/** @return this, moved by a number without error */
	Estimate plus(final double offset) {
		return new Estimate(value + offset, gradient);
	}
}
