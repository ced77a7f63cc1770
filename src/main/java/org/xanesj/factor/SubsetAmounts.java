// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * How much of a few spectra every pixel holds, none below zero, and at a price for each that it holds at all. Every set
 * of spectra is tried, least squares without bounds in each; of those without a negative amount the one with the least
 * misfit plus price is taken. At a price of 0 that is non-negative least squares, exactly: its minimum is the
 * unbounded one of the spectra that are not held at zero.
 *
 * @param values species x pixels
 * @param misfit sum of squares that is left in all pixels
 * @param objective the same with the price of every amount that is not zero
 * @param held how many amounts are zero
 */
record SubsetAmounts(double[][] values, double misfit, double objective, long held) {

	/** Two to the power of this is how many sets are tried in every pixel. */
	static final int MOST_SPECIES = 10;

	/** A set whose determinant is this part of the product of its diagonal makes itself up. */
	private static final double SINGULAR = 1e-12;

	/** Spectra of a set and the inverse of the matrix of their products, row by row. */
	private record Set(int[] species, double[] inverse) {}

	/**
	 * @param scores n coordinates x pixels
	 * @param spectra species x n coordinates, at most 10
	 * @param price of an amount that is not zero, in squares of the noise
	 */
	static SubsetAmounts of(final double[][] scores, final double[][] spectra, final double price) {
		final int k = spectra.length;
		final int pixels = scores[0].length;
		final Set[] sets = IntStream.range(1, 1 << k).mapToObj(bits -> set(bits, spectra)).filter(set -> set != null).toArray(
			Set[]::new);
		final double[][] values = new double[k][pixels];
		final double[] b = new double[k];
		double misfit = 0;
		long free = 0;
		for (int p = 0; p < pixels; p++) {
			double squares = 0;
			for (final double[] score : scores) squares += score[p] * score[p];
			for (int j = 0; j < k; j++) b[j] = dot(spectra[j], scores, p);
			final Set best = best(sets, b, price);
			if (best != null) {
				squares -= gain(best, b);
				free += best.species.length;
				for (int i = 0; i < best.species.length; i++) values[best.species[i]][p] = amount(best, i, b);
			}
			misfit += Math.max(0, squares);
		}
		return new SubsetAmounts(values, misfit, misfit + price * free, (long) k * pixels - free);
	}

	/** @return in how many pixels each species is the only one */
	long[] alone() {
		final long[] alone = new long[values.length];
		for (int p = 0; p < values[0].length; p++) {
			int last = -1;
			int count = 0;
			for (int k = 0; k < values.length; k++) if (values[k][p] > 0) {
				last = k;
				count++;
			}
			if (count == 1) alone[last]++;
		}
		return alone;
	}

	private static Set set(final int bits, final double[][] spectra) {
		final int[] species = IntStream.range(0, spectra.length).filter(j -> (bits >> j & 1) != 0).toArray();
		final int m = species.length;
		final double[][] products = new double[m][m];
		double diagonal = 1;
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < m; j++) products[i][j] = dot(spectra[species[i]], spectra[species[j]]);
			diagonal *= products[i][i];
		}
		final LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(products, false), 0);
		if (!(lu.getDeterminant() > SINGULAR * diagonal)) return null;
		final DecompositionSolver solver = lu.getSolver();
		final double[][] inverse = solver.getInverse().getData();
		final double[] flat = new double[m * m];
		for (int i = 0; i < m; i++) System.arraycopy(inverse[i], 0, flat, i * m, m);
		return new Set(species, flat);
	}

	/** @return null when nothing at all is best */
	private static Set best(final Set[] sets, final double[] b, final double price) {
		Set best = null;
		double most = 0;
		for (final Set set : sets) {
			final double gain = gain(set, b) - price * set.species.length;
			if (gain > most) {
				most = gain;
				best = set;
			}
		}
		return best;
	}

	/** @return by how much these spectra lower the sum of squares; nothing when one would be negative */
	private static double gain(final Set set, final double[] b) {
		double gain = 0;
		for (int i = 0; i < set.species.length; i++) {
			final double amount = amount(set, i, b);
			if (!(amount > 0)) return Double.NEGATIVE_INFINITY;
			gain += amount * b[set.species[i]];
		}
		return gain;
	}

	private static double amount(final Set set, final int i, final double[] b) {
		final int m = set.species.length;
		double amount = 0;
		for (int j = 0; j < m; j++) amount += set.inverse[i * m + j] * b[set.species[j]];
		return amount;
	}

	private static double dot(final double[] spectrum, final double[][] scores, final int pixel) {
		double sum = 0;
		for (int c = 0; c < spectrum.length; c++) sum += spectrum[c] * scores[c][pixel];
		return sum;
	}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}
}
