// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;

import org.xanesj.factor.NeedleSearch;
import org.xanesj.prepare.EdgeRange;
import org.xanesj.stack.EnergyAxis;

/** Spectra of species that are estimated from the components of a stack alone. */
public final class PureSpectra {

	/** What they are, for the user. */
	public static final String NOTE = "An estimated spectrum is that of a species when only this one absorbs at the needle's energy; " +
		"above an edge, where all species absorb, it is an extreme one of a range. Below 0.99 of it reproduced, the components make " +
		"no such spectrum.";

	/** Where the pre-edge ends, in eV below E0: before the pre-peaks of hard X-ray edges, and the foot of soft ones. */
	private static final double BELOW = 12;
	private static final double BELOW_SHORT = 3;

	private PureSpectra() {}

	/**
	 * @return a spectrum for each component
	 * @throws org.xanesj.stack.InputException when the stack does not begin below the edge
	 */
	public static List<NeedleSearch.Found> of(final Groundwork ground) {
		final EnergyAxis axis = ground.axis();
		final double end = ground.edge().e0() - (EdgeRange.of(ground.image().energies(), ground
			.edge().e0()) == EdgeRange.SHORT ? BELOW_SHORT : BELOW);
		int preEdge = 0;
		while (preEdge < axis.size() && axis.at(preEdge) <= end) preEdge++;
		return NeedleSearch.of(ground.noise(), ground.components(), axis.toArray(), preEdge);
	}
}
