// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import org.xanesj.stack.InputException;

/**
 * Spectra of mixtures in few numbers: their scores on as many components as there are species, which is all of them but
 * noise. Whitened, so that noise has a standard deviation of one along every coordinate.
 *
 * @param scores n coordinates x pixels
 * @param total sum of squares of the whole spectra, what the scores leave out included
 * @param cone what the scores of a species may be
 */
public record Mixtures(double[][] scores, double total, SpectraCone cone) {

	/** @throws InputException when there are fewer pixels than coordinates, or more of these than species are told apart */
	public Mixtures {
		if (scores.length > SubsetAmounts.MOST_SPECIES) throw new InputException(scores.length +
			" components are more than are told apart as species.", "Ask for at most " + SubsetAmounts.MOST_SPECIES +
				" (components): so many above the noise are drift or misalignment.");
		if (scores.length == 0 || scores[0].length < scores.length) throw new InputException((scores.length == 0 ? 0
			: scores[0].length) + " pixels cannot be taken apart into " + scores.length + " species.",
			"Use a larger mask, or fewer components.");
	}

	int pixels() {
		return scores[0].length;
	}

	/** @return sum of squares of the scores */
	double inside() {
		double sum = 0;
		for (final double[] score : scores) sum += SubsetAmounts.dot(score, score);
		return sum;
	}

	/** @return the scores of a species that looks like the sum of these pixels: inside the cone, of edge step one */
	double[] species(final int... pixels) {
		final double[] sum = new double[scores.length];
		for (final int p : pixels) for (int c = 0; c < sum.length; c++) sum[c] += scores[c][p];
		final double[] inside = cone.project(sum);
		final double step = cone.step(inside);
		if (!(step > 0)) throw new InputException("The purest pixels have no edge of their own.",
			"Use mask=auto, or fewer components.");
		for (int c = 0; c < inside.length; c++) inside[c] /= step;
		return inside;
	}
}
