// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import org.xanesj.stack.EnergyAxis;

/** Whether energies reach far enough around an edge for the ranges that hard X-ray normalisation needs. */
public enum EdgeRange {

	/** Ends less than 40 eV above E0, or E0 is below 1.5 keV (soft X-rays): no room for Larch's ranges. */
	SHORT,
	/** Anything longer. */
	FULL;

	private static final double ROOM_ABOVE = 40;
	private static final double SOFT_BELOW = 1500;

	/** @param e0 in eV */
	public static EdgeRange of(final EnergyAxis axis, final double e0) {
		return axis.last() - e0 < ROOM_ABOVE || e0 < SOFT_BELOW ? SHORT : FULL;
	}
}
