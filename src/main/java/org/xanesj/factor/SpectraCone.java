// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which scores may be those of a species: those whose spectrum, its pre-edge line subtracted, is nowhere negative.
 * What a spectrum is, is linear in its scores, so they fill a cone. Spectra are scaled to an edge step of one.
 */
public final class SpectraCone {

	private static final int SWEEPS = 2000;

	/** Of the length of what is projected. */
	private static final double CLOSE = 1e-10;

	private final double[][] rows;
	private final double[] step;
	private final double[] tolerance;

	/** The squares of the rows' lengths. */
	private final double[] squares;

	private SpectraCone(final double[][] rows, final double[] step, final double[] tolerance) {
		this.rows = rows;
		this.step = step;
		this.tolerance = tolerance;
		squares = Arrays.stream(rows).mapToDouble(row -> SubsetAmounts.dot(row, row)).toArray();
	}

	/**
	 * @param values energies x coordinates: takes scores to a spectrum without its pre-edge line
	 * @param step takes scores to the edge step
	 * @param tolerance how far below zero a spectrum may be at each energy, in edge steps, at least 0
	 */
	public static SpectraCone of(final double[][] values, final double[] step, final double[] tolerance) {
		final double[][] rows = new double[values.length][];
		for (int e = 0; e < rows.length; e++) {
			rows[e] = values[e].clone();
			for (int c = 0; c < step.length; c++) rows[e][c] += tolerance[e] * step[c];
		}
		return new SpectraCone(rows, step.clone(), tolerance.clone());
	}

	/** @return the edge step of what has these scores */
	public double step(final double[] scores) {
		return SubsetAmounts.dot(step, scores);
	}

	/** @return the spectrum that these scores stand for, without its pre-edge line, one value for each energy */
	public double[] spectrum(final double[] scores) {
		final double step = step(scores);
		return IntStream.range(0, rows.length).mapToDouble(e -> SubsetAmounts.dot(rows[e], scores) - tolerance[e] * step)
			.toArray();
	}

	/** @return takes scores to the edge step */
	double[] step() {
		return step;
	}

	/** @return energies x coordinates: their products with scores are at least 0 inside */
	double[][] rows() {
		return rows;
	}

	/**
	 * The nearest scores inside, by the method of Hildreth (Naval Res. Logist. Q. 4, 79 (1957)): one multiplier after the
	 * other is set to what its own bound asks for, until none changes.
	 */
	double[] project(final double[] scores) {
		final double[] projected = scores.clone();
		final double[] multipliers = new double[rows.length];
		final double close = CLOSE * Math.sqrt(SubsetAmounts.dot(scores, scores));
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			double moved = 0;
			for (int e = 0; e < rows.length; e++) {
				if (squares[e] == 0) continue;
				final double change = Math.max(-multipliers[e], -SubsetAmounts.dot(rows[e], projected) / squares[e]);
				if (change == 0) continue;
				multipliers[e] += change;
				for (int c = 0; c < projected.length; c++) projected[c] += change * rows[e][c];
				moved = Math.max(moved, Math.abs(change) * Math.sqrt(squares[e]));
			}
			if (moved <= close) break;
		}
		return projected;
	}
}
