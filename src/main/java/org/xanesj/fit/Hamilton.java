// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Hamilton's test of whether one fit is better than another by more than chance (Hamilton, Acta Cryst. 18, 502
 * (1965); for combinations of spectra Downward et al., AIP Conf. Proc. 882, 129 (2007)): the probability of a worse
 * fit by chance is I_x((n − m)/2, 1/2), the regularised incomplete beta function, with x the ratio of the sums of
 * squares, n the independent points and m the free fractions of the better fit.
 *
 * @param independentPoints n: points closer together than the core hole is wide do not tell independent things
 * @param significance below this probability the other fit counts as worse
 */
public record Hamilton(double independentPoints, double significance) implements Serializable {

	/** The significance that is usual. */
	public static final double USUAL = 0.05;

	/** @throws InputException when n is not positive or the significance is not between 0 and 1 */
	public Hamilton {
		if (!(independentPoints > 0)) throw new InputException("There are " + independentPoints + " independent points.",
			"Give a positive number for Hamilton's test.");
		if (!(significance > 0 && significance < 1)) throw new InputException("The significance is " + significance + ".",
			"Give one between 0 and 1, such as 0.05.");
	}

	/**
	 * @param window the energies that are fitted, as {@link FitWindow#energies} gives them
	 * @return the test with n the smaller of the points in the window and its width over that of the core hole
	 */
	public static Hamilton of(final EnergyAxis window, final CoreHole coreHole) {
		final double resolved = (window.last() - window.first()) / coreHole.width();
		return new Hamilton(resolved > 0 ? Math.min(window.size(), resolved) : window.size(), USUAL);
	}

	/**
	 * @param best sum of squares of the better fit
	 * @param other sum of squares of the other
	 * @param freeFractions how many fractions of the better fit are not held at zero
	 * @return how probable the difference is by chance: 1 when the other is no worse, or too few points tell
	 */
	public double probability(final double best, final double other, final int freeFractions) {
		final double half = (independentPoints - freeFractions) / 2;
		if (half <= 0 || !(best < other)) return 1;
		return Beta.regularizedBeta(best / other, half, 0.5);
	}

	/**
	 * @param freeFractions of the better fit
	 * @return the ratio of the sums of squares, better over other, from which on the other cannot be told from the better:
	 *         0 when too few points tell
	 */
	public double criticalRatio(final int freeFractions) {
		final double half = (independentPoints - freeFractions) / 2;
		if (half <= 0) return 0;
		return new BetaDistribution(null, half, 0.5).inverseCumulativeProbability(significance);
	}

	/** @return whether a fit of this probability cannot be told from the best */
	public boolean isIndistinguishable(final double probability) {
		return probability >= significance;
	}
}
