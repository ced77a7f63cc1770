// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xanesj.edge.KnownEdge;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.StackInfo;

/**
 * Which element and edge a stack shows: what its file says, else the tabulated edge at its E0 when there is only one.
 *
 * @param info with the element and the edge, where they are known
 * @param note what was assumed, one sentence; empty when nothing was
 */
record NamedEdge(StackInfo info, Optional<String> note) {

	/** @param e0 of the mean spectrum in eV */
	static NamedEdge of(final StackInfo info, final double e0) {
		if (!info.element().isEmpty() && !info.edge().isEmpty()) return new NamedEdge(info, Optional.empty());
		final List<KnownEdge> candidates = KnownEdge.near(e0).stream().filter(known -> agrees(info.element(), known
			.element()) && agrees(info.edge(), known.edge())).toList();
		if (candidates.isEmpty()) return new NamedEdge(info, Optional.empty());
		final String at = "E0 " + EnergyAxis.label(e0);
		if (candidates.size() > 1) return new NamedEdge(info, Optional.of(at + " may be " + candidates.stream().map(
			KnownEdge::toString).collect(Collectors.joining(" or ")) + ": none of them is assumed."));
		final KnownEdge known = candidates.get(0);
		return new NamedEdge(info.with(known.element(), known.edge()), Optional.of(at + " is taken for " + known + "."));
	}

	private static boolean agrees(final String said, final String tabulated) {
		return said.isEmpty() || said.equalsIgnoreCase(tabulated);
	}
}
