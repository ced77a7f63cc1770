// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.CombinationFit.Component;

/** What a cluster is called in legends and tables. */
public final class Species {

	/** A reference that holds this share is the species. */
	private static final double DOMINANT = 0.9;

	/** Shares below this are not named in a mixture. */
	private static final double NAMED = 0.05;

	/** No combination of references explains the spectrum. */
	public static final String UNKNOWN = "unknown";

	private Species() {}

	/**
	 * @param best fit of the cluster; empty without references
	 * @param step the edge step that was fitted, in the data's units
	 * @return the dominant reference, the mixture, {@link #UNKNOWN}, or {@code cluster N} without a fit
	 */
	public static String name(final int cluster, final Optional<CombinationFit> best, final double step) {
		if (best.isEmpty()) return "cluster " + cluster;
		final CombinationFit fit = best.get();
		if (fit.isUnknown(CombinationFit.UNKNOWN_ABOVE, step)) return UNKNOWN;
		final double sum = fit.components().stream().mapToDouble(Component::amount).sum();
		final List<Component> largest = fit.components().stream().filter(c -> c.amount() > NAMED * sum).sorted(Comparator
			.comparingDouble(c -> -c.amount())).toList();
		if (largest.get(0).amount() >= DOMINANT * sum) return largest.get(0).name();
		return largest.stream().map(c -> c.name() + " " + Math.round(100 * c.amount() / sum) + " %").collect(Collectors
			.joining(" + "));
	}
}
