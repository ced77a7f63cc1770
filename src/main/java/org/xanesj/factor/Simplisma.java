// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

/**
 * The purest pixels by SIMPLISMA (Windig & Guilment, Anal. Chem. 63, 1425 (1991)), pixels taking the part of the paper's
 * variables: purity is the standard deviation of a pixel's spectrum over its mean, damped by an offset where the mean is
 * small, times a determinant that falls to zero for what looks like the pixels found before. The determinant of the
 * scaled vectors of found pixels and one more is that of the found ones times the square of what is perpendicular to
 * them, which is how it is worked out here; the common factor changes no order.
 */
final class Simplisma {

	/** The offset, as a part of the largest mean: the paper uses 0.01 to 0.2, more for noisy data. */
	private static final double OFFSET = 0.1;

	private Simplisma() {}

	/**
	 * @param spectra energies x pixels, without their pre-edge line and of equal edge step; noise reduced as scores do
	 * @param known spectra of species that are known already; may be none
	 * @param count how many more, at most as many as there are energies with those
	 * @return their indices
	 */
	static int[] pixels(final double[][] spectra, final double[][] known, final int count) {
		final int n = spectra.length;
		final int pixels = spectra[0].length;
		final double[] mean = new double[pixels];
		final double[] deviation = new double[pixels];
		double largest = 0;
		for (int p = 0; p < pixels; p++) {
			double sum = 0;
			double squares = 0;
			for (final double[] row : spectra) {
				sum += row[p];
				squares += row[p] * row[p];
			}
			mean[p] = sum / n;
			deviation[p] = Math.sqrt(Math.max(0, squares / n - mean[p] * mean[p]));
			largest = Math.max(largest, mean[p]);
		}
		final double offset = OFFSET * largest;
		final double[][] basis = Vca.basis(known, count);
		final int[] found = new int[count];
		for (int k = 0; k < count; k++) {
			double most = -1;
			for (int p = 0; p < pixels; p++) {
				final double purity = deviation[p] / (Math.max(0, mean[p]) + offset);
				final double[] rest = Vca.perpendicular(Vca.column(spectra, p), basis, known.length + k);
				final double length = mean[p] * mean[p] + (deviation[p] + offset) * (deviation[p] + offset);
				final double weighted = purity * SubsetAmounts.dot(rest, rest) / (n * length);
				if (weighted > most) {
					most = weighted;
					found[k] = p;
				}
			}
			basis[known.length + k] = Vca.unit(Vca.perpendicular(Vca.column(spectra, found[k]), basis, known.length + k));
		}
		return found;
	}
}
