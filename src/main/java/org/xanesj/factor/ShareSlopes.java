// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.HashMap;
import java.util.Map;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * How the sum of the amounts of a species, and the misfit, answer to small changes of the spectra T. In a pixel q with
 * amounts a of the spectra that are not at zero, T T' a = T q; so with z = (T T')⁻¹ e and the rest r = q - T' a the sum
 * changes by z' dT r - a' dT (T' z), and the misfit by -2 a' dT r.
 */
final class ShareSlopes {

	private final double[][] spectra;

	/** By the set of spectra that are not at zero, as bits: the sums of what is left and of amounts over its pixels. */
	private final Map<Integer, double[][]> sums = new HashMap<>();

	private final double[][] misfit;

	ShareSlopes(final Mixtures data, final double[][] spectra, final double[][] amounts) {
		this.spectra = spectra;
		final int n = spectra.length;
		misfit = new double[n][n];
		final double[] left = new double[n];
		for (int p = 0; p < data.pixels(); p++) {
			int bits = 0;
			for (int c = 0; c < n; c++) left[c] = data.scores()[c][p];
			for (int k = 0; k < n; k++) {
				if (amounts[k][p] == 0) continue;
				bits |= 1 << k;
				for (int c = 0; c < n; c++) left[c] -= amounts[k][p] * spectra[k][c];
			}
			final double[][] sum = sums.computeIfAbsent(bits, b -> new double[2][n]);
			for (int c = 0; c < n; c++) {
				sum[0][c] += left[c];
				sum[1][c] += amounts[c][p];
				if (amounts[c][p] != 0) for (int i = 0; i < n; i++) misfit[c][i] += amounts[c][p] * left[i];
			}
		}
	}

	/**
	 * @param share factor of the slopes of the sum of amounts
	 * @param left factor of half the slopes of the misfit
	 * @param slopes species x coordinates, added to
	 */
	void add(final int species, final double share, final double left, final double[][] slopes) {
		final int n = spectra.length;
		for (int k = 0; k < n; k++) for (int c = 0; c < n; c++) slopes[k][c] -= left * misfit[k][c];
		sums.forEach((bits, sum) -> {
			if ((bits >> species & 1) == 0) return;
			final double[] z = answer(bits, species);
			final double[] along = new double[n];
			for (int k = 0; k < n; k++) for (int c = 0; c < n; c++) along[c] += z[k] * spectra[k][c];
			for (int k = 0; k < n; k++)
				for (int c = 0; c < n; c++) slopes[k][c] += share * (z[k] * sum[0][c] - sum[1][k] * along[c]);
		});
	}

	/** @return the column of the inverse of the products of the set's spectra, zero elsewhere */
	private double[] answer(final int bits, final int species) {
		final int n = spectra.length;
		final double[][] products = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) products[i][j] = (bits >> i & bits >> j & 1) != 0 ? SubsetAmounts
			.dot(spectra[i], spectra[j]) : i == j ? 1 : 0;
		final double[] unit = new double[n];
		unit[species] = 1;
		return new LUDecomposition(new Array2DRowRealMatrix(products, false), 0).getSolver().solve(
			new ArrayRealVector(unit, false)).toArray();
	}
}
