// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Where a pre-edge peak lies, and how far around it the baseline under it is looked for.
 *
 * @param from first energy of the peak in eV
 * @param to its last energy
 * @param below how many eV below {@code from} the baseline begins
 * @param beyond how many eV above {@code to} it ends
 */
public record PeakWindow(double from, double to, double below, double beyond) implements Serializable {

	private static final double BELOW = 20, BEYOND = 2.5;

	/** From the tabulated energy of the level, in eV: transitions to 3d states of all valences lie between. */
	private static final double STARTS = -3.5, ENDS = 3.5;

	/** The elements whose K edges have a peak of transitions to partly filled 3d states before them. */
	private static final Set<String> WITH_3D = Set.of("Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu");

	/** @throws InputException when the window runs backwards, or there is no room for a baseline */
	public PeakWindow {
		if (!(from > 0 && to > from) || !(below > 0) || !(beyond > 0)) throw new InputException(
			"The pre-edge peak runs from " + EnergyAxis.label(from) + " to " + EnergyAxis.label(to) + ".",
			"Give peak_from below peak_to, in eV; 0 in both stands for the default.");
	}

	/** @return the window between two energies, with the usual room for the baseline */
	public static PeakWindow between(final double from, final double to) {
		return new PeakWindow(from, to, BELOW, BEYOND);
	}

	/** @return the window of an edge of which it is known where such a peak lies */
	public static Optional<PeakWindow> of(final KnownEdge edge) {
		return edge.edge().equals("K") && WITH_3D.contains(edge.element()) ? Optional.of(between(edge.energy() + STARTS, edge
			.energy() + ENDS)) : Optional.empty();
	}

	boolean holds(final double energy) {
		return energy >= from && energy <= to;
	}

	/** @param edge what lies higher than this belongs to the edge */
	boolean isBaseline(final double energy, final double edge) {
		return energy >= from - below && energy < from || energy > to && energy <= Math.min(to + beyond, edge);
	}
}
