// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One of the best combinations of references for a spectrum.
 *
 * @param rank 1 for the lowest reduced chi-square
 * @param shifts of the references, one for each component of the fit; empty when they were not fitted
 * @param diagnostics what else tells combinations apart
 * @param probability by Hamilton's test that it is worse than the best by chance alone; 1 for the best
 * @param indistinguishableFromBest whether that is not improbable; true for the best
 */
public record RankedFit(int rank, CombinationFit fit, List<Shift> shifts, Diagnostics diagnostics, double probability,
	boolean indistinguishableFromBest)
{

	/** @return the best of these by reduced chi-square; of equals the first comes first. A free shift counts as a fraction in
	 *         Hamilton's test */
	static List<RankedFit> best(final List<ShiftedFit> fits, final int count, final Hamilton hamilton) {
		final List<ShiftedFit> sorted = fits.stream().sorted(Comparator.comparingDouble(one -> one.fit()
			.reducedChiSquare())).limit(count).toList();
		final ShiftedFit best = sorted.get(0);
		final List<RankedFit> ranked = new ArrayList<>();
		for (final ShiftedFit one : sorted) {
			final double probability = hamilton.probability(best.fit().chiSquare(), one.fit().chiSquare(), best.fit().size() +
				best.free());
			ranked.add(new RankedFit(ranked.size() + 1, one.fit(), one.shifts(), Diagnostics.of(one.design(), one.fit()),
				probability, hamilton.isIndistinguishable(probability)));
		}
		return ranked;
	}
}
