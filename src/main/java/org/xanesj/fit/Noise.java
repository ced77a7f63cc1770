// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;

import org.xanesj.stack.InputException;

/**
 * What is known of the noise of the data that is fitted. Only its shape counts: its size is estimated from the
 * misfit (errors are scaled by the reduced chi-square).
 */
public final class Noise implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Independent, the same at all energies. */
	public static final Noise EQUAL = new Noise(null, null);

	private final double[] sigma;
	private final double[][] operator;

	private Noise(final double[] sigma, final double[][] operator) {
		this.sigma = sigma;
		this.operator = operator;
	}

	/**
	 * Independent, with a standard error that depends on energy, such as counting statistics give. Residuals are
	 * weighed by its inverse.
	 *
	 * @param sigma standard error at each energy of the data, in the data's units or any multiple
	 * @throws InputException when one is not a positive number
	 */
	public static Noise of(final double[] sigma) {
		for (int i = 0; i < sigma.length; i++)
			if (!(sigma[i] > 0) || Double.isInfinite(sigma[i])) throw new InputException("The noise at energy " + (i + 1) +
				" is " + sigma[i] + ".", "Give a positive standard error for each energy.");
		return new Noise(sigma.clone(), null);
	}

	/**
	 * The same weights, and noise that preparation has spread along energy: data = operator · (white noise). For a
	 * spectrum normalised as (mu − L mu) / step with step = s · mu this is (I − L − norm sᵀ) / step; any multiple of it
	 * will do.
	 *
	 * @param spread energies x (number of independent noise terms)
	 * @throws InputException when it is empty or its rows differ in length
	 */
	public Noise through(final double[][] spread) {
		for (final double[] row : spread) if (row.length == 0 || row.length != spread[0].length) throw new InputException(
			"The noise operator has rows of " + spread[0].length + " and " + row.length + " values.",
			"Give one row for each energy, all of the same length.");
		return new Noise(sigma, spread);
	}

	/** @return the same weights, without what is known of noise along energy: amounts do not depend on it */
	Noise independent() {
		return new Noise(sigma, null);
	}

	/** @return 1 / sigma at these of all {@code energies} energies */
	double[] weights(final int[] rows, final int energies) {
		if (sigma != null) check(sigma.length, energies);
		final double[] weights = new double[rows.length];
		for (int i = 0; i < rows.length; i++) weights[i] = sigma == null ? 1 : 1 / sigma[rows[i]];
		return weights;
	}

	/** @return the operator's rows at these of all {@code energies} energies, or null when noise is independent */
	double[][] spread(final int[] rows, final int energies) {
		if (operator == null) return null;
		check(operator.length, energies);
		final double[][] some = new double[rows.length][];
		for (int i = 0; i < rows.length; i++) some[i] = operator[rows[i]];
		return some;
	}

	private static void check(final int given, final int energies) {
		if (given != energies) throw new InputException("The noise is given for " + given + " energies and the data has " +
			energies + ".", "Give it for each energy of the data.");
	}
}
