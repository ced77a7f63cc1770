// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * A spectrum, the references as one calibration makes them, and how they change with it, all without the line, weighed,
 * and in the few coordinates that the columns of one QR span: near that calibration, a reference that is moved a little
 * is the sum of itself and of its derivatives times how far.
 */
final class Tangent {

	/** Over what derivatives are taken: eV, eV², 1. */
	private static final double[] STEPS = { 0.1, 0.1, 0.02 };

	/** The calibration: shift (eV), variance (eV²), s. */
	final double[] at;

	/** 1 + doubted numbers x references x coordinates: the references, then their derivatives. */
	final double[][][] columns;

	final double[] target;

	/** The sum of squares of the data that no column reaches. */
	final double outside;

	/** The energies, less the numbers of the line. */
	final int points;

	/** Where the prior expects the doubted numbers, from here, and one over the variances that it gives them. */
	final double[] expected;
	final double[] precisions;

	private final int[] doubted;

	/** @param at what the references are calibrated by; not below zero but for the shift */
	Tangent(final Spectrum data, final List<Spectrum> references, final FitOptions options, final CalibrationPrior prior,
		final double[] at)
	{
		this.at = at;
		doubted = prior.doubted();
		expected = Arrays.stream(doubted).mapToDouble(i -> -at[i]).toArray();
		precisions = prior.precisions();
		final int k = references.size();
		final List<Spectrum> all = new ArrayList<>(doubted.length == 0 ? references : calibrated(data, references, options,
			at));
		for (final int i : doubted) all.addAll(derivatives(data, references, options, i));
		final Design design = Design.of(data.energies(), all, options);
		final double[][] reduced = design.reduced();
		columns = new double[1 + doubted.length][][];
		for (int p = 0; p < columns.length; p++) columns[p] = Arrays.copyOfRange(reduced, p * k, (p + 1) * k);
		final double[] window = LinearCombination.window(data, design);
		final double[] projected = design.project(window);
		target = design.target(projected);
		outside = design.outside(window, projected);
		points = window.length - design.line().length;
	}

	private static List<Spectrum> calibrated(final Spectrum data, final List<Spectrum> references,
		final FitOptions options, final double[] at)
	{
		final EnergyAxis window = options.window().energies(data.energies());
		final List<Spectrum> calibrated = new Calibration(at[0], Math.sqrt(at[1]), at[2]).apply(references, window);
		for (final Spectrum spectrum : calibrated) if (!spectrum.isFinite()) throw new InputException(spectrum.name() +
			" holds a value in the fit window that is not a number.", "Correct it or leave the reference out.");
		return calibrated;
	}

	/** Central differences where there is room below. */
	private List<Spectrum> derivatives(final Spectrum data, final List<Spectrum> references, final FitOptions options,
		final int i)
	{
		final double[] below = at.clone();
		final double[] above = at.clone();
		below[i] = i == 0 ? at[i] - STEPS[i] : Math.max(0, at[i] - STEPS[i]);
		above[i] += STEPS[i];
		final List<Spectrum> low = calibrated(data, references, options, below);
		final List<Spectrum> high = calibrated(data, references, options, above);
		final List<Spectrum> derivatives = new ArrayList<>();
		for (int j = 0; j < low.size(); j++) {
			final double[] values = high.get(j).values().clone();
			Vectors.add(values, -1, low.get(j).values());
			for (int e = 0; e < values.length; e++) values[e] /= above[i] - below[i];
			derivatives.add(high.get(j).with(values));
		}
		return derivatives;
	}

	/** @return the nearest calibration that there is, so far from here */
	double[] moved(final double[] by) {
		final double[] moved = at.clone();
		for (int p = 0; p < by.length; p++) moved[doubted[p]] += by[p];
		for (int i = 1; i < moved.length; i++) moved[i] = Math.max(0, moved[i]);
		return moved;
	}
}
