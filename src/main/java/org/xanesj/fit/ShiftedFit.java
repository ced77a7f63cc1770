// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * A combination whose references may each be a little off in energy. For trial shifts the amounts are found exactly;
 * the shifts are improved by steps of Gauss and Newton along which the amounts adapt (variable projection: Golub and
 * Pereyra, SIAM J. Numer. Anal. 10, 413 (1973); the step of Ruhe and Wedin, SIAM Rev. 22, 318 (1980)), halved until
 * chi-square falls, and held where they would leave their bounds. It begins with no shift and with half the largest
 * one either way, and the best of the three ends is taken.
 *
 * @param design with which the amounts were found, the shifts free beside them
 * @param fit errors include what the shifts leave open, and each free shift counts as a fitted number
 * @param shifts one for each reference, NaN for one held at zero; empty when none was fitted
 */
record ShiftedFit(Design design, CombinationFit fit, List<Shift> shifts) {

	/** In eV, for the slope of references: far below the width of any edge, far above rounding. */
	private static final double STEP = 1e-3;

	/** In eV: smaller steps change nothing, no shift is known so well. */
	private static final double SETTLED = 1e-5;

	private static final int TRIALS = 60;

	/** Steps are halved no more often than this. */
	private static final int HALVINGS = 20;

	/** A combination whose references stay where they are. */
	static ShiftedFit unmoved(final Spectrum data, final Design design) {
		return new ShiftedFit(design, LinearCombination.fit(data, design), List.of());
	}

	/**
	 * @param most the largest shift in eV, either way
	 * @throws InputException when that is not a positive number, or the data cannot be fitted
	 */
	static ShiftedFit of(final Spectrum data, final List<MovableReference> references, final double most,
		final FitOptions options)
	{
		if (!(most > 0) || Double.isInfinite(most)) throw new InputException("shift=" + most + " is no energy.",
			"Give the largest shift of a reference in eV, or 0 for none.");
		final Search search = new Search(data, references, most, options);
		Point best = null;
		for (final double start : new double[] { 0, most / 2, -most / 2 }) {
			final double[] shifts = new double[references.size()];
			Arrays.fill(shifts, start);
			final Point end = search.descend(search.at(shifts));
			if (best == null || end.fit.chiSquare() < best.fit.chiSquare()) best = end;
		}
		return search.result(best);
	}

	/** @return how many shifts were fitted and are not at a bound */
	int free() {
		return (int) shifts.stream().filter(shift -> !Double.isNaN(shift.eV()) && !shift.atBound()).count();
	}

	/** @return whether all references take part: one held at zero makes this the smaller combination */
	boolean isWhole() {
		return fit.size() == fit.components().size();
	}

	/** The exact fit for some shifts. */
	private record Point(double[] shifts, CombinationFit fit) {}

	/** Where the shifts should go: for those that may move, in the order of {@code moving}. */
	private record Step(int[] moving, double[] by) {

		double largest() {
			return Arrays.stream(by).map(Math::abs).max().orElse(0);
		}
	}

	private record Search(Spectrum data, List<MovableReference> references, double most, FitOptions options) {

		/** Errors are asked for at the end only. */
		private FitOptions quick() {
			return options.with(options.noise().independent());
		}

		Point at(final double[] shifts) {
			return new Point(shifts, LinearCombination.fit(data, design(shifts, new double[0][], quick())));
		}

		private Design design(final double[] shifts, final double[][] directions, final FitOptions options) {
			final List<Spectrum> moved = IntStream.range(0, shifts.length).mapToObj(j -> references.get(j).moved().apply(
				shifts[j])).toList();
			return Design.of(data.energies(), moved, options, directions);
		}

		Point descend(final Point start) {
			Point here = start;
			for (int trial = 0; trial < TRIALS; trial++) {
				final Step step = step(here);
				if (step.largest() < SETTLED) return here;
				final Point next = lower(here, step);
				if (next == null) return here;
				here = next;
			}
			return here;
		}

		/** @return the first of the halved steps that lowers chi-square, or null */
		private Point lower(final Point here, final Step step) {
			double part = 1;
			for (int halving = 0; halving < HALVINGS; halving++, part /= 2) {
				final double[] shifts = here.shifts.clone();
				for (int i = 0; i < step.by.length; i++) shifts[step.moving[i]] = bounded(shifts[step.moving[i]] + part *
					step.by[i]);
				final Point there = at(shifts);
				if (there.fit.chiSquare() < here.fit.chiSquare()) return there;
			}
			return null;
		}

		private double bounded(final double shift) {
			return Math.max(-most, Math.min(most, shift));
		}

		/** A shift at its bound that would go farther is held, and the others are asked again. */
		private Step step(final Point here) {
			int[] moving = IntStream.range(0, here.shifts.length).filter(j -> here.fit.components().get(j).amount() != 0)
				.toArray();
			while (true) {
				final double[] by = by(here, moving);
				final int[] asked = moving;
				moving = IntStream.range(0, asked.length).filter(i -> bounded(here.shifts[asked[i]] + Math.signum(by[i]) *
					SETTLED) != here.shifts[asked[i]]).map(i -> asked[i]).toArray();
				if (moving.length == asked.length) return new Step(moving, by);
			}
		}

		/** Shifts are free beside the amounts in the linear problem: their coefficients are the step. */
		private double[] by(final Point here, final int[] moving) {
			final Design design = design(here.shifts, directions(here, moving), quick());
			final double[] projected = design.project(LinearCombination.window(data, design));
			final double[] lineOf = design.lineOf(projected, Solver.of(design.solved()).solve(design.reduced(), design.target(
				projected)).amounts());
			return Arrays.copyOfRange(lineOf, lineOf.length - moving.length, lineOf.length);
		}

		/** @return how the fit answers to each of these shifts, per eV, at the energies of the window */
		private double[][] directions(final Point here, final int[] moving) {
			final double[][] directions = new double[moving.length][];
			for (int i = 0; i < moving.length; i++) {
				final int j = moving[i];
				directions[i] = column(j, here.shifts[j] + STEP);
				Vectors.add(directions[i], -1, column(j, here.shifts[j] - STEP));
				for (int e = 0; e < directions[i].length; e++) directions[i][e] *= here.fit.components().get(j).amount() / (2 *
					STEP);
			}
			return directions;
		}

		/** @return a reference at the energies of the window */
		private double[] column(final int j, final double shift) {
			return options.interpolation().resample(references.get(j).moved().apply(shift), options.window().energies(data
				.energies())).values();
		}

		ShiftedFit result(final Point here) {
			final int[] moving = step(here).moving;
			final Design design = design(here.shifts, directions(here, moving), options);
			final CombinationFit fit = LinearCombination.fit(data, design);
			final ShiftError error = ShiftError.of(data, design, fit, options);
			final List<Shift> shifts = new ArrayList<>();
			for (int j = 0; j < here.shifts.length; j++) {
				final int i = Arrays.binarySearch(moving, j);
				final boolean held = here.fit.components().get(j).amount() == 0;
				shifts.add(held ? new Shift(Double.NaN, Double.NaN, false) : new Shift(here.shifts[j], i < 0 ? Double.NaN
					: error.of(design.straight().length + i), i < 0));
			}
			return new ShiftedFit(design, fit, List.copyOf(shifts));
		}
	}
}
