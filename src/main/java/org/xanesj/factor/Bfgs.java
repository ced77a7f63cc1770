// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

/**
 * The minimum of a smooth function of a few variables that may be infinite in places, by the quasi-Newton method of
 * Broyden, Fletcher, Goldfarb and Shanno with steps that are halved until they descend (Nocedal & Wright, Numerical
 * Optimization, 2nd ed. 2006, ch. 6). It never leaves where the function is finite.
 */
final class Bfgs {

	/** A function with its slopes. */
	@FunctionalInterface
	interface Function {

		/**
		 * @param gradient written
		 * @return positive infinity where there is no value
		 */
		double at(double[] x, double[] gradient);
	}

	private static final double ARMIJO = 1e-4;
	private static final int HALVINGS = 30;

	/** Length of the first step. */
	private static final double CAREFUL = 0.05;

	private Bfgs() {}

	/**
	 * @param start where the function is finite
	 * @param tolerance the end is reached when a step lowers the function by less
	 */
	static double[] minimize(final Function function, final double[] start, final int steps, final double tolerance) {
		final int n = start.length;
		double[] x = start.clone();
		double[] gradient = new double[n];
		double value = function.at(x, gradient);
		double[][] inverse = null;
		for (int step = 0; step < steps; step++) {
			double[] direction = direction(inverse, gradient);
			if (!(SubsetAmounts.dot(direction, gradient) < 0)) direction = direction(inverse = null, gradient);
			final double slope = SubsetAmounts.dot(direction, gradient);
			if (slope == 0) return x;
			final double[] next = new double[n];
			final double[] nextGradient = new double[n];
			double nextValue = Double.POSITIVE_INFINITY;
			double length = 1;
			for (int halving = 0; halving < HALVINGS; halving++, length /= 2) {
				for (int i = 0; i < n; i++) next[i] = x[i] + length * direction[i];
				nextValue = function.at(next, nextGradient);
				if (nextValue <= value + ARMIJO * length * slope) break;
			}
			if (!(nextValue < value)) return x;
			inverse = updated(inverse, difference(next, x), difference(nextGradient, gradient));
			final double gain = value - nextValue;
			x = next;
			gradient = nextGradient;
			value = nextValue;
			if (gain < tolerance) return x;
		}
		return x;
	}

	private static double[] direction(final double[][] inverse, final double[] gradient) {
		final double[] direction = new double[gradient.length];
		final double length = Math.sqrt(SubsetAmounts.dot(gradient, gradient));
		for (int i = 0; i < direction.length; i++) direction[i] = inverse != null ? -SubsetAmounts.dot(inverse[i], gradient)
			: length == 0 ? 0 : -gradient[i] * Math.min(1, CAREFUL / length);
		return direction;
	}

	private static double[] difference(final double[] a, final double[] b) {
		final double[] difference = new double[a.length];
		for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
		return difference;
	}

	/** @return the inverse of the curvature with what one more step tells of it; unchanged where that is no curvature */
	private static double[][] updated(final double[][] inverse, final double[] s, final double[] y) {
		final double sy = SubsetAmounts.dot(s, y);
		if (!(sy > 1e-12 * Math.sqrt(SubsetAmounts.dot(s, s) * SubsetAmounts.dot(y, y)))) return inverse;
		final int n = s.length;
		final double[][] h = inverse != null ? inverse : new double[n][n];
		if (inverse == null) for (int i = 0; i < n; i++) h[i][i] = sy / SubsetAmounts.dot(y, y);
		final double[] hy = new double[n];
		for (int i = 0; i < n; i++) hy[i] = SubsetAmounts.dot(h[i], y);
		final double factor = (1 + SubsetAmounts.dot(y, hy) / sy) / sy;
		final double[][] next = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++)
			next[i][j] = h[i][j] + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
		return next;
	}
}
