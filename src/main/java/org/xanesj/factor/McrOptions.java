// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Objects;

import org.xanesj.stack.InputException;

/**
 * How spectra are taken apart into species.
 *
 * @param method exact alternating least squares, or the plain non-negative factorisation
 * @param start the purest pixels by which rule; the plain method begins at random
 * @param price of an amount that is not zero, in squares of the noise: an amount that lowers the misfit by less is held
 *          at zero; 0 for non-negativity alone, as always in the plain method
 * @param iterations at most
 * @param tolerance the end is reached when an iteration lowers the misfit by less than this part of it
 * @param seed of random directions and pixels
 */
public record McrOptions(McrMethod method, McrStart start, double price, int iterations, double tolerance, long seed) {

	public static final McrOptions DEFAULT = new McrOptions(McrMethod.MCR_ALS, McrStart.VCA, 0, 200, 1e-6, 1);

	/** @throws InputException when a number is out of its range */
	public McrOptions {
		Objects.requireNonNull(method);
		Objects.requireNonNull(start);
		if (!(price >= 0) || Double.isInfinite(price)) throw new InputException("The price of an amount is " + price + ".",
			"Give 0 or a positive number.");
		if (iterations < 1) throw new InputException("iterations=" + iterations + " is less than 1.",
			"Allow at least one iteration; 200 is plenty.");
		if (!(tolerance >= 0 && tolerance < 1)) throw new InputException("tolerance=" + tolerance + " is out of range.",
			"Give the part of the misfit below which a change is none, such as 1e-6.");
	}

	public McrOptions with(final McrMethod other) {
		return new McrOptions(other, start, price, iterations, tolerance, seed);
	}

	public McrOptions with(final McrStart other) {
		return new McrOptions(method, other, price, iterations, tolerance, seed);
	}

	public McrOptions withPrice(final double other) {
		return new McrOptions(method, start, other, iterations, tolerance, seed);
	}

	public McrOptions withIterations(final int other) {
		return new McrOptions(method, start, price, other, tolerance, seed);
	}
}
