// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

/**
 * The spectra of species while they are sought. With amounts given, the sum of squares is the same along all
 * coordinates of one spectrum: what is best without bounds, put to the nearest point of the cone, is the exact minimum
 * over that spectrum (the half-step of hierarchical alternating least squares, Cichocki & Phan 2009).
 */
final class SpeciesSpectra {

	/** An edge step below this part of the length of a spectrum is none. */
	private static final double FLAT = 1e-9;

	final double[][] scores;

	private final Mixtures data;
	private final int fixed;

	/** @param fixed how many of the spectra, the first ones, stay as they are */
	SpeciesSpectra(final Mixtures data, final double[][] scores, final int fixed) {
		this.data = data;
		this.scores = scores;
		this.fixed = fixed;
	}

	/**
	 * One spectrum after the other.
	 *
	 * @param amounts species x pixels; scaled with the spectra, whose edge step becomes one again
	 */
	void improve(final double[][] amounts) {
		final int k = scores.length;
		final double[][] products = new double[k][k];
		final double[][] sums = new double[k][data.scores().length];
		for (int i = 0; i < k; i++) {
			for (int j = 0; j <= i; j++) products[i][j] = products[j][i] = SubsetAmounts.dot(amounts[i], amounts[j]);
			for (int c = 0; c < sums[i].length; c++) sums[i][c] = SubsetAmounts.dot(amounts[i], data.scores()[c]);
		}
		for (int i = fixed; i < k; i++) if (products[i][i] > 0) scores[i] = best(i, products, sums[i]);
		for (int i = fixed; i < k; i++) scale(i, amounts[i]);
	}

	private double[] best(final int i, final double[][] products, final double[] sums) {
		final double[] best = sums.clone();
		for (int j = 0; j < scores.length; j++) if (j != i)
			for (int c = 0; c < best.length; c++) best[c] -= products[i][j] * scores[j][c];
		for (int c = 0; c < best.length; c++) best[c] /= products[i][i];
		final double[] inside = data.cone().project(best);
		final double length = Math.sqrt(SubsetAmounts.dot(best, best));
		return data.cone().step(inside) > FLAT * length ? inside : scores[i];
	}

	private void scale(final int i, final double[] amounts) {
		final double step = data.cone().step(scores[i]);
		scores[i] = scores[i].clone();
		for (int c = 0; c < scores[i].length; c++) scores[i][c] /= step;
		for (int p = 0; p < amounts.length; p++) amounts[p] *= step;
	}
}
