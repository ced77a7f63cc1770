// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The active-set method of Lawson & Hanson (Solving Least Squares Problems, 1974, ch. 23), and the same over the
 * simplex when amounts sum to one: columns are freed one at a time, the one along which the misfit falls fastest
 * first; a step that would make an amount negative stops at zero and holds it there. Every step lowers the misfit, so
 * no set of free columns comes twice and the end is the exact minimum.
 */
final class NonNegativeSolver implements Solver {

	/** Slopes below this, relative to the problem's size, are rounding. */
	static final double FLAT = 1e-12;

	private final Constraint constraint;

	NonNegativeSolver(final Constraint constraint) {
		this.constraint = constraint;
	}

	@Override
	public Solution solve(final double[][] columns, final double[] target) {
		final double[] amounts = new double[columns.length];
		final BitSet free = new BitSet();
		if (constraint.isSumToOne()) start(columns, target, amounts, free);
		final double flat = flat(columns, target);
		final BitSet barred = new BitSet();
		double[] residual = Vectors.residual(columns, amounts, target);
		for (int j; (j = steepest(columns, residual, amounts, free, barred, flat)) >= 0;) {
			final double before = Vectors.norm(residual);
			final boolean entered = enter(j, columns, target, amounts, free);
			if (entered) residual = Vectors.residual(columns, amounts, target);
			// a column is tried again only after the misfit has fallen: so this ends whatever rounding does
			if (entered && Vectors.norm(residual) < before) barred.clear();
			else barred.set(j);
		}
		return new Solution(amounts, free.stream().toArray());
	}

	/** Begins with all of the one column that is nearest to the target. */
	private static void start(final double[][] columns, final double[] target, final double[] amounts,
		final BitSet free)
	{
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int j = 0; j < columns.length; j++) {
			double misfit = 0;
			for (int e = 0; e < target.length; e++) misfit += (target[e] - columns[j][e]) * (target[e] - columns[j][e]);
			if (misfit < least) {
				least = misfit;
				best = j;
			}
		}
		amounts[best] = 1;
		free.set(best);
	}

	private static double flat(final double[][] columns, final double[] target) {
		double largest = 0;
		for (final double[] column : columns) largest = Math.max(largest, Vectors.norm(column));
		return FLAT * largest * (largest + Vectors.norm(target));
	}

	/**
	 * @return the held column whose increase lowers the misfit fastest, or -1 at the minimum; with a given sum what it
	 *         gains is compared with what the free columns, which all gain the same, would lose
	 */
	private int steepest(final double[][] columns, final double[] residual, final double[] amounts, final BitSet free,
		final BitSet barred, final double flat)
	{
		double common = 0;
		if (constraint.isSumToOne()) for (int j = free.nextSetBit(0); j >= 0; j = free.nextSetBit(j + 1))
			common += amounts[j] * Vectors.dot(columns[j], residual);
		int best = -1;
		double most = common + flat;
		for (int j = 0; j < columns.length; j++) {
			if (free.get(j) || barred.get(j)) continue;
			final double slope = Vectors.dot(columns[j], residual);
			if (slope <= most) continue;
			most = slope;
			best = j;
		}
		return best;
	}

	/** @return whether column j could be freed; when rounding alone made it look worth it, nothing has changed */
	private boolean enter(final int j, final double[][] columns, final double[] target, final double[] amounts,
		final BitSet free)
	{
		free.set(j);
		boolean first = true;
		while (true) {
			final FreeSet set = constraint.freeSet(columns, free.stream().toArray());
			final double[] wanted = set.amounts(target);
			final int entering = Arrays.binarySearch(set.columns, j);
			if (first && (set.columns.length < free.cardinality() || wanted[entering] <= 0)) {
				free.clear(j);
				return false;
			}
			first = false;
			final double step = step(set.columns, wanted, amounts);
			for (int i = 0; i < wanted.length; i++) {
				final int c = set.columns[i];
				final boolean stops = wanted[i] <= 0 && step(wanted[i], amounts[c]) <= step;
				amounts[c] = stops ? 0 : step == 1 ? wanted[i] : amounts[c] + step * (wanted[i] - amounts[c]);
				if (stops) free.clear(c);
			}
			if (step == 1) return true;
		}
	}

	/** @return how far to go towards the wanted amounts before one turns negative, at most 1 */
	private static double step(final int[] columns, final double[] wanted, final double[] amounts) {
		double step = 1;
		for (int i = 0; i < wanted.length; i++)
			if (wanted[i] <= 0) step = Math.min(step, step(wanted[i], amounts[columns[i]]));
		return step;
	}

	private static double step(final double wanted, final double now) {
		return now / (now - wanted);
	}
}
