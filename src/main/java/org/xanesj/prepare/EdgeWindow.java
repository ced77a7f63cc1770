// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * The energies that a fit looks at. The limits are taken as Larch's linear combination fits take them
 * ({@code [index_of(from) : index_of(to) + 1]}): from the last energy at or below {@code from} to the last at or
 * below {@code to}.
 *
 * @param indices of the energies in use, increasing
 * @param from the lower limit in eV that was used
 * @param to the upper one
 */
public record EdgeWindow(int[] indices, double from, double to) {

	/** The default window of hard X-ray edges, in eV from E0. */
	private static final double BELOW = 20;
	private static final double ABOVE = 70;

	private static final int FEWEST = 5;

	/**
	 * @param e0 in eV
	 * @param from lower limit in eV; 0: 20 eV below E0, on short ranges the first energy
	 * @param to upper limit in eV; 0: 70 eV above E0, on short ranges the last energy
	 * @throws InputException when the limits cannot be used, or fewer than 5 energies lie between them
	 */
	public static EdgeWindow of(final EnergyAxis axis, final double e0, final double from, final double to) {
		check("fit_from", from);
		check("fit_to", to);
		final boolean whole = EdgeRange.of(axis, e0) == EdgeRange.SHORT;
		final double lower = from != 0 ? from : whole ? axis.first() : Math.max(axis.first(), e0 - BELOW);
		final double upper = to != 0 ? to : whole ? axis.last() : Math.min(axis.last(), e0 + ABOVE);
		if (lower >= upper) throw new InputException("The fit window runs from " + EnergyAxis.label(lower) + " to " +
			EnergyAxis.label(upper) + ".", "Give a fit_from below fit_to, in eV; 0 stands for the default.");
		final int end = upper < axis.first() ? 0 : axis.atOrBelow(upper) + 1;
		final int start = lower > axis.last() ? end : axis.atOrBelow(lower);
		final int[] indices = IntStream.range(start, end).toArray();
		if (indices.length < FEWEST) throw new InputException("The fit window from " + EnergyAxis.label(lower) + " to " +
			EnergyAxis.label(upper) + " holds " + indices.length + " energies in use.", "At least " + FEWEST +
				" are needed: widen fit_from and fit_to (the data have " + axis + "), or exclude fewer.");
		return new EdgeWindow(indices, lower, upper);
	}

	private static void check(final String key, final double limit) {
		if (!(limit >= 0) || Double.isInfinite(limit)) throw new InputException(key + " is " + limit + ".",
			"Give an absolute energy in eV, or 0 for the default (from 20 eV below to 70 eV above E0).");
	}
}
