// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.fit.WaitingPixels.Group;

/**
 * Exact least squares for many pixels by the same references. Block principal pivoting (Portugal, Júdice & Vicente,
 * Math. Comp. 63, 625 (1994)): free all, hold those that came out negative, free those along which the misfit falls,
 * and so on until nothing is wrong, which is then the minimum. In each round, pixels that ask for the same set are
 * fitted together. Those that go round in circles change one reference at a time (Murty's rule), and the very few that
 * still do not settle go to the {@link Solver}. Not for two threads at once.
 */
final class PixelSolver {

	/** Rounds for each reference before a pixel is given up. With references 1.7 eV apart none of millions took as many. */
	private static final int PATIENCE = 8;

	/** Makes an amount of exactly zero count as not above zero. */
	private static final double TINY = Double.MIN_NORMAL;

	private final PixelSets sets;
	private final Constraint constraint;
	private final Solver exact;
	private final int references;
	private final double largest;
	private final WaitingPixels waiting;

	/** Of each pixel, the slope up to which there is none. */
	private final double[] flat;

	/** The pixels of a round, sorted by set; what they are fitted to, and {@link #flat}; what comes out. */
	private final int[] pixels;
	private final double[][] targets;
	private final double[][] values;

	/** As bits, the free references that are not above zero and the held ones along which the misfit falls. */
	private final int[] wrong;

	/** @param most pixels in a block */
	PixelSolver(final PixelSets sets, final int most) {
		this.sets = sets;
		constraint = sets.design.solved();
		exact = Solver.of(constraint);
		references = sets.reduced.length;
		largest = Arrays.stream(sets.reduced).mapToDouble(Vectors::norm).max().orElseThrow();
		waiting = new WaitingPixels(references, most);
		flat = new double[most];
		pixels = new int[most];
		targets = new double[references + 1][most];
		values = new double[references][most];
		wrong = new int[most];
	}

	/**
	 * @param projected what the references are fitted to, references x pixels
	 * @param amounts references x pixels, written; NaN where the data hold something that is not a number
	 * @param free as bits, the references of each pixel that are not held at zero, written
	 */
	void solve(final double[][] projected, final int n, final double[][] amounts, final int[] free) {
		flatten(projected, n);
		begin(projected, n, amounts, free);
		for (int round = 1; !waiting.isEmpty(); round++) {
			final Group[] groups = waiting.take(pixels);
			final int m = groups[groups.length - 1].to();
			for (int l = 0; l < references; l++) gather(projected[l], m, targets[l]);
			gather(flat, m, targets[references]);
			for (final Group group : groups) fit(group, round, free);
			for (int j = 0; j < references; j++) scatter(values[j], m, amounts[j]);
			findWrong(values, m);
			if (round >= references) for (int q = 0; q < m; q++) wrong[q] = Integer.highestOneBit(wrong[q]);
			change(m, free);
		}
		for (int j = 0; j < references; j++) clearHeld(amounts[j], free, j, n);
	}

	private void flatten(final double[][] projected, final int n) {
		Arrays.fill(flat, 0, n, 0);
		for (final double[] target : projected) FusedSums.addSquares(flat, 1, target, 0, n);
		final double unit = NonNegativeSolver.FLAT * largest;
		for (int i = 0; i < n; i++) flat[i] = unit * (largest + Math.sqrt(flat[i]));
	}

	/** The first round needs no sorting: every reference is free in every pixel, but those that others make up. */
	private void begin(final double[][] projected, final int n, final double[][] amounts, final int[] free) {
		final PixelSet every = sets.at(sets.all());
		Arrays.fill(free, 0, n, every.bits);
		final double[][] all = Arrays.copyOf(projected, references + 1);
		all[references] = flat;
		every.apply(all, amounts, 0, n);
		findWrong(amounts, n);
		for (int i = 0; i < n; i++) {
			pixels[i] = i;
			if (flat[i] < Double.POSITIVE_INFINITY) continue;
			for (final double[] amount : amounts) amount[i] = Double.NaN;
			free[i] = sets.all();
			wrong[i] = 0;
		}
		change(n, free);
	}

	private void fit(final Group group, final int round, final int[] free) {
		final boolean isNone = group.set() == 0 && constraint.isSumToOne();
		if (!isNone && round < PATIENCE * references && sets.at(group.set()).bits == group.set())
			sets.at(group.set()).apply(targets, values, group.from(), group.to());
		else for (int q = group.from(); q < group.to(); q++) free[pixels[q]] = solveAlone(q);
	}

	/** Writes values in which nothing is wrong. @return the free references, as bits */
	private int solveAlone(final int q) {
		final double[] target = new double[references];
		for (int l = 0; l < references; l++) target[l] = targets[l][q];
		final Solver.Solution solution = exact.solve(sets.reduced, target);
		for (int j = 0; j < references; j++) values[j][q] = Math.max(TINY, solution.amounts()[j]);
		int bits = 0;
		for (final int j : solution.free()) bits |= 1 << j;
		return bits;
	}

	private void findWrong(final double[][] found, final int m) {
		Arrays.fill(wrong, 0, m, 0);
		if (constraint.isNonNegative()) for (int j = 0; j < references; j++) addSigns(found[j], j, m);
	}

	/** Takes bits of numbers here and below: a branch that nobody can foretell costs more than the arithmetic. */
	private void addSigns(final double[] value, final int j, final int m) {
		for (int q = 0; q < m; q++) wrong[q] |= (int) (Double.doubleToRawLongBits(value[q] - TINY) >>> 63) << j;
	}

	/** Changes what is wrong, and lets the pixels where something was wait for the next round. */
	private void change(final int m, final int[] free) {
		int left = 0;
		for (int q = 0; q < m; q++) {
			final int pixel = pixels[q];
			final int bits = wrong[q];
			free[pixel] ^= bits;
			pixels[left] = pixel;
			left += -bits >>> 31;
		}
		for (int q = 0; q < left; q++) waiting.add(pixels[q], free[pixels[q]]);
	}

	/** References that are held have something else than an amount. */
	private static void clearHeld(final double[] amounts, final int[] free, final int j, final int n) {
		for (int i = 0; i < n; i++) {
			final long isFree = free[i] >> j & 1;
			amounts[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(amounts[i]) & -isFree);
		}
	}

	private void gather(final double[] all, final int m, final double[] some) {
		for (int q = 0; q < m; q++) some[q] = all[pixels[q]];
	}

	private void scatter(final double[] some, final int m, final double[] all) {
		for (int q = 0; q < m; q++) all[pixels[q]] = some[q];
	}
}
