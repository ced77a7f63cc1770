// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.stream.IntStream;

/** No bounds: a single least-squares problem. */
final class FreeSolver implements Solver {

	private final Constraint constraint;

	FreeSolver(final Constraint constraint) {
		this.constraint = constraint;
	}

	@Override
	public Solution solve(final double[][] columns, final double[] target) {
		final FreeSet all = constraint.freeSet(columns, IntStream.range(0, columns.length).toArray());
		final double[] some = all.amounts(target);
		final double[] amounts = new double[columns.length];
		for (int j = 0; j < some.length; j++) amounts[all.columns[j]] = some[j];
		return new Solution(amounts, all.columns);
	}
}
