// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.List;

/**
 * Looks for the least and the most of every species among the sets of species that explain the pixels. There may be
 * several such extremes: each search begins at the farthest that any search before has come.
 */
final class RangeSearch {

	/** Weights of the bounds beside the share, one after the other: the last says how near to a bound the end is. */
	private static final double[] BARRIERS = { 1e-1, 1e-2, 1e-3, 1e-4 };

	private static final int STEPS = 60;
	private static final double TOLERANCE = 1e-6;

	private final Mixtures data;
	private final double[][] start;
	private final int fixed;
	private final double limit;

	/** For every species that is not fixed, the one with the least and the one with the most of it. */
	private final double[][][] best;

	RangeSearch(final Mixtures data, final double[][] start, final int fixed, final double limit) {
		this.data = data;
		this.start = start;
		this.fixed = fixed;
		this.limit = limit;
		best = new double[2 * (start.length - fixed)][][];
	}

	/** @param sign 1 for as much as possible of the species, -1 for as little */
	void pursue(final int species, final int sign) {
		double[][] from = start;
		for (final double[][] other : best)
			if (other != null && share(other, species) * sign > share(from, species) * sign) from = other;
		final RangeBarrier barrier = new RangeBarrier(data, from, fixed, species, sign, limit);
		double[] x = new double[(start.length - fixed) * (start.length - 1)];
		for (final double weight : BARRIERS) x = Bfgs.minimize(barrier.weighing(weight), x, STEPS, TOLERANCE);
		final double[][] end = barrier.spectra(x);
		best[2 * (species - fixed) + (sign > 0 ? 1 : 0)] = share(end, species) * sign > share(from, species) * sign ? end
			: from;
	}

	private double share(final double[][] spectra, final int species) {
		return FeasibleRange.shares(data, spectra)[species];
	}

	List<double[][]> best() {
		return List.of(best);
	}
}
