// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The exact fit of pixel after pixel by the same references. Block principal pivoting (Portugal, Júdice & Vicente,
 * Math. Comp. 63, 625 (1994)): free all, hold those that came out negative, free those whose slope calls for it, and
 * so on until nothing is wrong, which is then the minimum. What a set of free references needs is worked out when it
 * first occurs, for all threads. The few pixels that do not settle go to the {@link Solver}.
 */
final class PixelSolver {

	/** Sets are bits of an index. */
	static final int MOST_REFERENCES = 16;

	private final Design design;
	private final Solver exact;
	private final double[][] reduced;
	private final AtomicReferenceArray<PixelSet> sets;
	private final int all;
	private final int bounded;
	private final boolean summed;
	private final double largest;

	PixelSolver(final Design design) {
		this.design = design;
		exact = Solver.of(design.solved());
		reduced = design.reduced();
		sets = new AtomicReferenceArray<>(1 << reduced.length);
		all = sets.length() - 1;
		bounded = design.solved().isNonNegative() ? all : 0;
		summed = design.solved().isSumToOne();
		double most = 0;
		for (final double[] column : reduced) most = Math.max(most, Vectors.norm(column));
		largest = most;
	}

	/** Two threads may work out the same set: they find the same. */
	private PixelSet at(final int bits) {
		final PixelSet known = sets.get(bits);
		if (known != null) return known;
		final int[] free = IntStream.range(0, reduced.length).filter(j -> (bits >> j & 1) != 0).toArray();
		final PixelSet set = new PixelSet(design, reduced, free);
		sets.set(bits, set);
		return set;
	}

	/** @return the free references of the minimum, whose amounts are written; those of the others are zero */
	PixelSet solve(final double[] target, final double[] amounts) {
		final double flat = NonNegativeSolver.FLAT * largest * (largest + Vectors.norm(target));
		int bits = all;
		for (int round = 0; round < reduced.length + 3; round++) {
			final PixelSet set = at(bits);
			if (!set.isWhole) break;
			final int wrong = set.apply(target, amounts, flat) & bounded;
			if (wrong == 0) return finished(set, amounts);
			bits ^= wrong;
			if (bits == 0 && summed) break;
		}
		int free = 0;
		for (final int j : exact.solve(reduced, target).free()) free |= 1 << j;
		at(free).apply(target, amounts, flat);
		return finished(at(free), amounts);
	}

	private static PixelSet finished(final PixelSet set, final double[] amounts) {
		set.clearSlopes(amounts);
		return set;
	}
}
