// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;

/** Scalar products of the spectra of a block with a few vectors: scores, amplitudes, residuals. */
public final class Projector implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double[][] vectors;

	/** @param vectors k of them, one value for each energy; weights of the energies are part of them */
	public Projector(final double[]... vectors) {
		this.vectors = vectors;
	}

	/** @return k x pixels */
	public double[][] apply(final PixelBlock block) {
		final double[][] scores = new double[vectors.length][];
		for (int k = 0; k < scores.length; k++) scores[k] = product(vectors[k], block);
		return scores;
	}

	private static double[] product(final double[] vector, final PixelBlock block) {
		final double[] sums = new double[block.size()];
		int e = 0;
		for (; e + 3 < vector.length; e += 4) add(sums, vector, e, block.row(e), block.row(e + 1), block.row(e + 2), block
			.row(e + 3));
		for (; e < vector.length; e++) {
			final float[] row = block.row(e);
			for (int p = 0; p < sums.length; p++) sums[p] += vector[e] * row[p];
		}
		return sums;
	}

	/** Four energies at once into one output: what the compiler turns into vector instructions. */
	private static void add(final double[] sums, final double[] v, final int e, final float[] a, final float[] b,
		final float[] c, final float[] d)
	{
		final double va = v[e], vb = v[e + 1], vc = v[e + 2], vd = v[e + 3];
		for (int p = 0; p < sums.length; p++) sums[p] += va * a[p] + vb * b[p] + (vc * c[p] + vd * d[p]);
	}

	/**
	 * @param weights of the energies
	 * @return the weighted sum of squares of each pixel's spectrum
	 */
	public static double[] squares(final PixelBlock block, final double[] weights) {
		final double[] sums = new double[block.size()];
		for (int e = 0; e < weights.length; e++) {
			final double w = weights[e] * weights[e];
			final float[] row = block.row(e);
			for (int p = 0; p < sums.length; p++) sums[p] += w * row[p] * row[p];
		}
		return sums;
	}
}
