// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;

/**
 * Scalar products of the spectra of a block with a few vectors: scores, amplitudes, residuals. Four energies at a time
 * are widened to doubles and then serve all vectors while they are in the cache: with the conversion inside, a loop is
 * not turned into vector instructions by the compilers of Java 17.
 */
public final class Projector implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double[][] vectors;

	/** @param vectors k of them, one value for each energy; weights of the energies are part of them */
	public Projector(final double[]... vectors) {
		this.vectors = vectors;
	}

	/** @return k x pixels */
	public double[][] apply(final PixelBlock block) {
		final double[][] scores = new double[vectors.length][block.size()];
		final double[][] wide = new double[4][block.size()];
		int e = 0;
		for (; e + 3 < block.energies(); e += 4) {
			for (int i = 0; i < 4; i++) widen(block.row(e + i), wide[i]);
			for (int k = 0; k < scores.length; k++) add(scores[k], vectors[k], e, wide[0], wide[1], wide[2], wide[3]);
		}
		for (; e < block.energies(); e++) {
			widen(block.row(e), wide[0]);
			for (int k = 0; k < scores.length; k++) add(scores[k], vectors[k][e], wide[0]);
		}
		return scores;
	}

	private static void widen(final float[] row, final double[] wide) {
		for (int p = 0; p < wide.length; p++) wide[p] = row[p];
	}

	private static void add(final double[] sums, final double weight, final double[] values) {
		for (int p = 0; p < sums.length; p++) sums[p] += weight * values[p];
	}

	private static void add(final double[] sums, final double[] v, final int e, final double[] a, final double[] b,
		final double[] c, final double[] d)
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
		final double[] wide = new double[block.size()];
		for (int e = 0; e < weights.length; e++) {
			widen(block.row(e), wide);
			addSquares(sums, weights[e] * weights[e], wide);
		}
		return sums;
	}

	private static void addSquares(final double[] sums, final double weight, final double[] values) {
		for (int p = 0; p < sums.length; p++) sums[p] += weight * values[p] * values[p];
	}
}
