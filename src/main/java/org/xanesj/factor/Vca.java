// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.SplittableRandom;

/**
 * The purest pixels by vertex component analysis (Nascimento & Bioucas-Dias, IEEE Trans. Geosci. Remote Sens. 43, 898
 * (2005)): pixels of equal edge step lie in a simplex whose corners are the species; seen along any direction the
 * outermost pixel is a corner. Directions are random, each perpendicular to the pixels that were found before.
 */
final class Vca {

	private Vca() {}

	/**
	 * @param scores n coordinates x pixels
	 * @param step takes scores to the edge step, by which pixels are divided: the projective projection of the paper
	 * @param known scores of corners that are known already; may be none
	 * @param count how many more, at most n with those
	 * @return their indices
	 */
	static int[] pixels(final double[][] scores, final double[] step, final double[][] known, final int count,
		final long seed)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] directions = unitSteps(scores, step);
		final double[][] basis = basis(known, count);
		final int[] found = new int[count];
		for (int k = 0; k < count; k++) {
			final double[] along = perpendicular(random(step.length, random), basis, known.length + k);
			double most = -1;
			for (int p = 0; p < scores[0].length; p++) {
				double sum = 0;
				for (int c = 0; c < along.length; c++) sum += along[c] * directions[c][p];
				if (Math.abs(sum) > most) {
					most = Math.abs(sum);
					found[k] = p;
				}
			}
			basis[known.length + k] = unit(perpendicular(column(directions, found[k]), basis, known.length + k));
		}
		return found;
	}

	/** @return orthonormal vectors that span the known ones, and room for some more */
	static double[][] basis(final double[][] known, final int more) {
		final double[][] basis = new double[known.length + more][];
		for (int k = 0; k < known.length; k++) basis[k] = unit(perpendicular(known[k], basis, k));
		return basis;
	}

	/** @return the scores divided by the edge step; zero in pixels that have none */
	static double[][] unitSteps(final double[][] scores, final double[] step) {
		final double[][] unit = new double[scores.length][scores[0].length];
		for (int p = 0; p < scores[0].length; p++) {
			double height = 0;
			for (int c = 0; c < step.length; c++) height += step[c] * scores[c][p];
			if (height > 0) for (int c = 0; c < step.length; c++) unit[c][p] = scores[c][p] / height;
		}
		return unit;
	}

	static double[] column(final double[][] matrix, final int p) {
		final double[] column = new double[matrix.length];
		for (int c = 0; c < column.length; c++) column[c] = matrix[c][p];
		return column;
	}

	/** @return a vector without its parts along the first k of an orthonormal basis */
	static double[] perpendicular(final double[] vector, final double[][] basis, final int k) {
		final double[] rest = vector.clone();
		for (int i = 0; i < k; i++) {
			final double along = SubsetAmounts.dot(rest, basis[i]);
			for (int c = 0; c < rest.length; c++) rest[c] -= along * basis[i][c];
		}
		return rest;
	}

	static double[] unit(final double[] vector) {
		final double length = Math.sqrt(SubsetAmounts.dot(vector, vector));
		final double[] unit = vector.clone();
		if (length > 0) for (int c = 0; c < unit.length; c++) unit[c] /= length;
		return unit;
	}

	/** @return Gaussian numbers by Box & Muller: all directions are alike */
	private static double[] random(final int n, final SplittableRandom random) {
		final double[] vector = new double[n];
		for (int c = 0; c < n; c++)
			vector[c] = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
		return vector;
	}
}
