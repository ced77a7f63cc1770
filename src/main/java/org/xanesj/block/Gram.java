// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;
import java.util.Arrays;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * The Gram matrix of the spectra of an image: the sum over pixels of the products of each two energies, with the sum
 * of the spectra. All of factor analysis follows from it; the pixels are read once.
 *
 * @param products energies x energies, symmetric
 * @param sums of all spectra, one for each energy
 * @param pixels how many there were
 */
public record Gram(double[][] products, double[] sums, long pixels) implements Serializable {

	/** @param energies indices of the energies to look at */
	public static Gram of(final SpectralImage image, final Mask mask, final int[] energies, final Runner runner) {
		return runner.reduce("Covariance", image, mask, block -> of(block.select(energies)), Gram::plus);
	}

	/** @return the Gram matrix of the spectra of one block */
	public static Gram of(final PixelBlock block) {
		final int n = block.energies();
		final double[][] products = new double[n][n];
		final double[] sums = new double[n];
		for (int i = 0; i < n; i++) {
			final float[] a = block.row(i);
			for (int p = 0; p < block.size(); p++) sums[i] += a[p];
			for (int j = 0; j <= i; j++) products[i][j] = products[j][i] = dot(a, block.row(j), block.size());
		}
		return new Gram(products, sums, block.size());
	}

	/** Four running sums: one would wait for the adder at every term. */
	private static double dot(final float[] a, final float[] b, final int size) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int p = 0;
		for (; p + 3 < size; p += 4) {
			s0 += (double) a[p] * b[p];
			s1 += (double) a[p + 1] * b[p + 1];
			s2 += (double) a[p + 2] * b[p + 2];
			s3 += (double) a[p + 3] * b[p + 3];
		}
		for (; p < size; p++) s0 += (double) a[p] * b[p];
		return s0 + s1 + (s2 + s3);
	}

	/** @return the mean spectrum */
	public double[] mean() {
		return Arrays.stream(sums).map(s -> s / pixels).toArray();
	}

	/** @return the matrix of these and the other pixels */
	public Gram plus(final Gram other) {
		final int n = sums.length;
		final double[][] products = new double[n][n];
		final double[] sums = new double[n];
		for (int i = 0; i < n; i++) {
			sums[i] = this.sums[i] + other.sums[i];
			for (int j = 0; j < n; j++) products[i][j] = this.products[i][j] + other.products[i][j];
		}
		return new Gram(products, sums, pixels + other.pixels);
	}
}
