// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

/**
 * The first derivative of a spectrum along energy as Larch computes it ({@code dmude}, numpy's
 * {@code gradient(mu)/gradient(energy)}): the difference of the two neighbours over their distance, at the ends that
 * of the end and its one neighbour. Nothing is smoothed.
 */
public final class Derivative {

	private Derivative() {}

	/**
	 * @param energies in eV, rising
	 * @param values one for each energy, at least two
	 * @return their derivative, per eV, at each energy
	 */
	public static double[] of(final double[] energies, final double[] values) {
		final int last = values.length - 1;
		final double[] slope = new double[values.length];
		for (int i = 0; i <= last; i++) {
			final int below = Math.max(0, i - 1);
			final int above = Math.min(last, i + 1);
			slope[i] = (values[above] - values[below]) / (energies[above] - energies[below]);
		}
		return slope;
	}

	/**
	 * @param jacobian how each value answers to what was measured: energies x measured values
	 * @return how each derivative answers to it
	 */
	public static double[][] of(final double[] energies, final double[][] jacobian) {
		final double[][] slopes = new double[jacobian.length][jacobian[0].length];
		final double[] column = new double[jacobian.length];
		for (int j = 0; j < jacobian[0].length; j++) {
			for (int e = 0; e < column.length; e++) column[e] = jacobian[e][j];
			final double[] slope = of(energies, column);
			for (int e = 0; e < column.length; e++) slopes[e][j] = slope[e];
		}
		return slopes;
	}
}
