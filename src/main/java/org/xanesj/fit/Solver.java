// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * Exact least squares under a constraint: the amounts that bring {@code columns · amounts} nearest to a target.
 * The columns may be spectra, or the much shorter columns of R when A = QR and the target is Qᵀy.
 */
public interface Solver {

	/**
	 * Where the minimum lies.
	 *
	 * @param amounts one for each column
	 * @param free the columns that are not held at zero, rising
	 */
	record Solution(double[] amounts, int[] free) {}

	/**
	 * @param columns at least one, all of the target's length
	 * @return the minimum; where columns make each other up, one of the minima
	 */
	Solution solve(double[][] columns, double[] target);

	/** @return the solver for a constraint */
	static Solver of(final Constraint constraint) {
		return constraint.isNonNegative() ? new NonNegativeSolver(constraint) : new FreeSolver(constraint);
	}
}
