// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;

/**
 * What noise that preparation has spread along energy does to a fit, for one unit of variance before. Normalising
 * turns white noise into white noise plus a smooth error common to many energies: a wrong pre-edge line, a wrong
 * step. The size of the noise is therefore judged from the misfit that remains beside the references and a line,
 * where it is white again; judged from the whole misfit it would hang on one or two numbers, and its errors hold too
 * rarely.
 */
final class SpreadNoise implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Less than this part of the noise outside of Q is rounding. */
	private static final double NOTHING = 1e-12;

	/** References x references: covariance of the projected data that the references are fitted to. */
	final double[][] ofTarget;

	/**
	 * The trace of the covariance of what is left outside of Q: its expected sum of squares. NaN when nothing is
	 * left.
	 */
	private final double outside;

	/** @param noise energies of the window x independent terms */
	SpreadNoise(final Design design, final double[][] noise) {
		final int k = design.columns().length;
		ofTarget = new double[k][k];
		double sum = 0;
		double all = 0;
		final double[] term = new double[noise.length];
		for (int t = 0; t < noise[0].length; t++) {
			for (int e = 0; e < term.length; e++) term[e] = noise[e][t];
			final double[] projected = design.project(term);
			final double[] target = design.target(projected);
			for (int i = 0; i < k; i++) Vectors.add(ofTarget[i], target[i], target);
			sum += design.outside(term, projected);
			final double[] weighted = design.weighted(term);
			all += Vectors.dot(weighted, weighted);
		}
		outside = sum > NOTHING * all ? sum : Double.NaN;
	}

	/** @return the variance of the noise before it was spread, from the sum of squares outside of Q; NaN when unknown */
	double variance(final double squares) {
		return squares / outside;
	}
}
