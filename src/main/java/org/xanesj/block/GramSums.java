// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a Gram matrix is summed up in: the lower triangle of the products of spectra that were each given a 1 at their
 * end, so that the last row of products is the sum of the spectra and their number.
 *
 * Spectra are turned so that the values of a pixel lie side by side and widened to doubles, a few at a time that stay
 * in the cache next to the core. Then four of them at once are added to a row of products, over all columns: a loop that
 * the compiler turns into vector instructions, which it does not with a scalar product. Products of single precision are
 * exact in double precision: noise far below the signal keeps its eigenvalues.
 */
final class GramSums implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Pixels that are turned at a time, a multiple of four: 32 kB of doubles at 250 energies. */
	private static final int TILE = 16;

	private final double[][] triangle;

	/** @param energies n of them */
	GramSums(final int energies) {
		triangle = new double[energies + 1][];
		for (int i = 0; i <= energies; i++) triangle[i] = new double[i + 1];
	}

	/** @return the sums over the spectra of one block */
	static GramSums of(final PixelBlock block) {
		final GramSums sums = new GramSums(block.energies());
		final double[][] spectra = new double[TILE][block.energies() + 1];
		for (int first = 0; first < block.size(); first += TILE) {
			final int count = Math.min(TILE, block.size() - first);
			turn(block, first, count, spectra);
			for (int i = 0; i < sums.triangle.length; i++)
				for (int p = 0; p < count; p += 4)
					add(sums.triangle[i], i, spectra[p], spectra[p + 1], spectra[p + 2], spectra[p + 3]);
		}
		return sums;
	}

	/** Spectra beyond the last pixel are left empty and add nothing. */
	private static void turn(final PixelBlock block, final int first, final int count, final double[][] spectra) {
		final int n = block.energies();
		for (int p = count; p < TILE; p++) Arrays.fill(spectra[p], 0);
		int e = 0;
		for (; e + 3 < n; e += 4) {
			final float[] a = block.row(e), b = block.row(e + 1), c = block.row(e + 2), d = block.row(e + 3);
			for (int p = 0; p < count; p++) {
				final double[] spectrum = spectra[p];
				spectrum[e] = a[first + p];
				spectrum[e + 1] = b[first + p];
				spectrum[e + 2] = c[first + p];
				spectrum[e + 3] = d[first + p];
			}
		}
		for (; e < n; e++) for (int p = 0; p < count; p++) spectra[p][e] = block.row(e)[first + p];
		for (int p = 0; p < count; p++) spectra[p][n] = 1;
	}

	/** Adds the products of value {@code i} of four spectra with all values up to it. */
	private static void add(final double[] row, final int i, final double[] a, final double[] b, final double[] c,
		final double[] d)
	{
		final double ai = a[i], bi = b[i], ci = c[i], di = d[i];
		for (int j = 0; j < row.length; j++) row[j] += ai * a[j] + bi * b[j] + (ci * c[j] + di * d[j]);
	}

	/** Adds other sums to these. */
	void add(final GramSums other) {
		for (int i = 0; i < triangle.length; i++) {
			final double[] row = triangle[i];
			final double[] more = other.triangle[i];
			for (int j = 0; j < row.length; j++) row[j] += more[j];
		}
	}

	/** @return the Gram matrix of what was added */
	Gram gram() {
		final int n = triangle.length - 1;
		final double[][] products = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j <= i; j++) products[i][j] = products[j][i] = triangle[i][j];
		return new Gram(products, Arrays.copyOf(triangle[n], n), (long) triangle[n][n]);
	}
}
