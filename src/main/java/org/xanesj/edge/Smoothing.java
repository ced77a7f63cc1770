// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

import org.xanesj.stack.EnergyAxis;

/**
 * The smooth curves of spectra on one energy axis, on a fine grid around an edge.
 *
 * @param axis of the spectra
 * @param from first energy of the curves in eV
 * @param to the last one; both are clipped to the axis
 */
record Smoothing(EnergyAxis axis, double from, double to) {

	/** Points of the fine grid in half a window. */
	private static final int FINE = 16;

	/** Half windows that are tried, from four times the median step to a fraction of the range, each a quarter wider. */
	private static final double NARROWEST = 4, WIDEST = 0.5, RATIO = 1.25;

	Smoothing {
		from = Math.max(axis.first(), from);
		to = Math.min(axis.last(), to);
	}

	/** @param halfWidth of the window of {@link LocalPolynomial} in eV */
	SmoothCurve slopes(final double halfWidth) {
		return curve(halfWidth, weights -> new double[][] { weights[1] });
	}

	/** @return the values less the pre-edge curve */
	SmoothCurve values(final double halfWidth, final Background background) {
		return curve(halfWidth, weights -> new double[][] { background.without(weights[0]) });
	}

	private SmoothCurve curve(final double halfWidth, final UnaryOperator<double[][]> row) {
		final LocalPolynomial local = new LocalPolynomial(axis, halfWidth);
		final double step = halfWidth / FINE;
		final double[][] rows = new double[Math.max(3, (int) ((to - from) / step) + 1)][];
		for (int i = 0; i < rows.length; i++) rows[i] = row.apply(local.at(from + i * step))[0];
		return new SmoothCurve(from, step, rows);
	}

	/** @return half widths from the narrowest that the grid allows, in eV */
	double[] widths() {
		final int first = axis.atOrBelow(from);
		final double[] steps = new double[Math.max(1, Math.min(axis.size() - 1, axis.atOrBelow(to)) - first)];
		for (int i = 0; i < steps.length; i++) steps[i] = axis.at(first + i + 1) - axis.at(first + i);
		Arrays.sort(steps);
		final double narrowest = NARROWEST * steps[steps.length / 2];
		return DoubleStream.iterate(narrowest, w -> w <= Math.max(narrowest, WIDEST * (to - from)), w -> RATIO * w).toArray();
	}
}
