// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.List;

/**
 * An analytic absorption edge of step 1: steps broadened by the core hole, peaks for bound final states (pre-edge,
 * white line) and a damped fine structure that decays to the free atom's absorption, 1. All arithmetic is
 * {@link StrictMath}'s, so that the bits are the same on every machine.
 *
 * @param onset where the fine structure begins, eV
 * @param rise height of a slowly decaying excess above the edge; tuned so that the line through 15 to 225 eV above the
 *          edge, which is what Larch and Athena normalise by, meets the edge at 1
 * @param steps their weights add up to 1; two at an L edge
 */
record EdgeShape(double onset, double rise, List<Step> steps, List<Peak> peaks, List<Shell> shells) {

	/** Width in eV over which the fine structure sets in above the onset. */
	private static final double SET_IN = 8;
	/** How fast the excess decays, eV. */
	private static final double DECAY = 60;
	/** k² in 1/Å² of a photoelectron for each eV: 2m/ħ². */
	private static final double WAVE_NUMBER = 0.2625;
	/** Lorentzian share of a peak. */
	private static final double LORENTZIAN = 0.4;

	/** An arctangent step (Richtmyer, Barnes & Ramberg 1934) at an energy, of a full width in eV. */
	record Step(double weight, double energy, double width) {

		double at(final double e) {
			return weight * (0.5 + StrictMath.atan((e - energy) / (width / 2)) / Math.PI);
		}
	}

	/** A pseudo-Voigt peak at an energy, of a full width at half maximum in eV. */
	record Peak(double energy, double height, double width) {

		double at(final double e) {
			final double x = (e - energy) / (width / 2);
			return height * (LORENTZIAN / (1 + x * x) + (1 - LORENTZIAN) * StrictMath.exp(-StrictMath.log(2) * x * x));
		}
	}

	/** A coordination shell as in the EXAFS equation: amplitude, distance in Å, phase, Debye-Waller factor in Å². */
	record Shell(double amplitude, double distance, double phase, double sigma2) {

		double at(final double k) {
			return amplitude * StrictMath.sin(2 * k * distance + phase) * StrictMath.exp(-2 * sigma2 * k * k) /
				(1 + 0.15 * k * k);
		}
	}

	/** @return absorption at an energy in eV: 0 far below the edge, 1 far above */
	double at(final double e) {
		double mu = 0;
		for (final Step step : steps) mu += step.at(e);
		for (final Peak peak : peaks) mu += peak.at(e);
		final double above = Math.max(0, e - onset);
		final double k = Math.sqrt(WAVE_NUMBER * above);
		double fine = rise * StrictMath.exp(-above / DECAY);
		for (final Shell shell : shells) fine += shell.at(k);
		return mu + fine * (1 - StrictMath.exp(-above / SET_IN));
	}
}
