// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

/**
 * What one sample is made of.
 *
 * @param name of the sample
 * @param fractions one for each species; NaN for none
 * @param errors one standard error for each; NaN where there is none to tell
 */
public record FractionBar(String name, double[] fractions, double[] errors) {

	/** @throws IllegalArgumentException when there is not one error for each fraction */
	public FractionBar {
		if (errors.length != fractions.length) throw new IllegalArgumentException(name + ": " + fractions.length +
			" fractions, " + errors.length + " errors");
	}

	boolean has(final int species) {
		return fractions[species] != 0 && !Double.isNaN(fractions[species]);
	}

	/** @return where each species begins and ends, those below zero to the left of it */
	double[][] ends() {
		final double[][] ends = new double[fractions.length][2];
		double right = 0;
		double left = 0;
		for (int j = 0; j < ends.length; j++) {
			if (!has(j)) continue;
			ends[j][0] = fractions[j] > 0 ? right : left;
			ends[j][1] = ends[j][0] + fractions[j];
			if (fractions[j] > 0) right = ends[j][1];
			else left = ends[j][1];
		}
		return ends;
	}
}
