// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.stream.IntStream;

/**
 * The exact fit of pixel after pixel by the same references. Block principal pivoting (Portugal, Júdice & Vicente,
 * Math. Comp. 63, 625 (1994)): free all, hold those that came out negative, free those whose slope calls for it, and
 * so on until nothing is wrong, which is then the minimum. What a set of free references needs is worked out when it
 * first occurs. The few pixels that do not settle go to the {@link Solver}.
 */
final class PixelSolver {

	/** Sets are bits of an index. */
	static final int MOST_REFERENCES = 16;

	private final Design design;
	private final Solver exact;
	private final double[][] reduced;
	private final PixelSet[] sets;
	private final double[] residual;
	private final double largest;

	PixelSolver(final Design design) {
		this.design = design;
		exact = Solver.of(design.solved());
		reduced = design.reduced();
		sets = new PixelSet[1 << reduced.length];
		residual = new double[reduced.length];
		double most = 0;
		for (final double[] column : reduced) most = Math.max(most, Vectors.norm(column));
		largest = most;
	}

	private PixelSet at(final int bits) {
		if (sets[bits] == null) sets[bits] = new PixelSet(design, reduced, IntStream.range(0, reduced.length).filter(j -> (bits >>
			j & 1) != 0).toArray());
		return sets[bits];
	}

	/** @return the free references of the minimum, whose amounts are written */
	PixelSet solve(final double[] target, final double[] amounts) {
		final Constraint constraint = design.solved();
		int bits = sets.length - 1;
		for (int round = 0; round < reduced.length + 3; round++) {
			final PixelSet set = at(bits);
			if (!set.isWhole) break;
			set.amounts(target, amounts);
			final int wrong = constraint.isNonNegative() ? wrong(bits, set, target, amounts) : 0;
			if (wrong == 0) return set;
			bits ^= wrong;
			if (bits == 0 && constraint.isSumToOne()) break;
		}
		return exactly(target, amounts);
	}

	private PixelSet exactly(final double[] target, final double[] amounts) {
		int bits = 0;
		for (final int j : exact.solve(reduced, target).free()) bits |= 1 << j;
		final PixelSet set = at(bits);
		set.amounts(target, amounts);
		return set;
	}

	/** @return the references that are free and not above zero, or held though the misfit falls with them */
	private int wrong(final int bits, final PixelSet set, final double[] target, final double[] amounts) {
		int wrong = 0;
		for (final int j : set.columns) if (!(amounts[j] > 0)) wrong |= 1 << j;
		if (bits == sets.length - 1) return wrong;
		System.arraycopy(target, 0, residual, 0, residual.length);
		for (final int j : set.columns) for (int i = 0; i <= j; i++) residual[i] -= amounts[j] * reduced[j][i];
		double common = 0;
		if (design.solved().isSumToOne()) for (final int j : set.columns) common += amounts[j] * slope(j);
		final double limit = common + NonNegativeSolver.FLAT * largest * (largest + Vectors.norm(target));
		for (int j = 0; j < reduced.length; j++) if ((bits >> j & 1) == 0 && slope(j) > limit) wrong |= 1 << j;
		return wrong;
	}

	private double slope(final int j) {
		double slope = 0;
		for (int i = 0; i <= j; i++) slope += reduced[j][i] * residual[i];
		return slope;
	}
}
