// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;
import java.util.Optional;

import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.Posterior;
import org.xanesj.fit.RankedFit;
import org.xanesj.stack.Spectrum;

/**
 * A cluster and what its mean spectrum is made of; or, behind all clusters, the pixels that no references explain.
 *
 * @param number from 1, by falling size before pixels that are not explained were taken out
 * @param pixels how many belong to it
 * @param fractionOfArea its share of the mask
 * @param spectrum the mean that was fitted, at all energies of the stack: absorption, or normalised in the classic way
 * @param fits best first; empty without references
 * @param posterior what is believed of its composition, when there were references and measured absorption was fitted
 * @param species its name in the legend
 */
public record ClusterResult(int number, long pixels, double fractionOfArea, Spectrum spectrum, List<RankedFit> fits,
	Optional<Posterior> posterior, String species)
{

	/** @return how much of a reference a pixel has in the best fit, in the data's units */
	double amount(final String reference) {
		return best().stream().flatMap(fit -> fit.components().stream()).filter(c -> c.name().equals(reference)).mapToDouble(
			CombinationFit.Component::amount).filter(Double::isFinite).sum();
	}

	/** @return the same called unknown: of what no combination explains, no average over combinations is believed either */
	ClusterResult unknown() {
		return new ClusterResult(number, pixels, fractionOfArea, spectrum, fits, Optional.empty(), Species.UNKNOWN);
	}

	/** @return the best fit, when there were references */
	public Optional<CombinationFit> best() {
		return fits.stream().findFirst().map(RankedFit::fit);
	}
}
