// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvalues of a symmetric matrix, largest first, with their orthonormal vectors. The sign of a vector is fixed so
 * that its largest component is positive: results do not change sides from run to run.
 *
 * @param values c of them, none below 0
 * @param vectors c rows of c components
 */
record Eigen(double[] values, double[][] vectors) {

	static Eigen of(final double[][] symmetric) {
		final double shift = trace(symmetric);
		final EigenDecomposition eigen = new EigenDecomposition(shifted(symmetric, shift));
		final double[] raw = Arrays.stream(eigen.getRealEigenvalues()).map(v -> v - shift).toArray();
		final int[] order = IntStream.range(0, raw.length).boxed().sorted(Comparator.comparingDouble(i -> -raw[i]))
			.mapToInt(Integer::intValue).toArray();
		final double[] values = Arrays.stream(order).mapToDouble(i -> Math.max(0, raw[i])).toArray();
		final double[][] vectors = new double[raw.length][];
		for (int k = 0; k < vectors.length; k++) vectors[k] = oriented(eigen.getEigenvector(order[k]).toArray());
		return new Eigen(values, vectors);
	}

	private static double trace(final double[][] matrix) {
		double trace = 0;
		for (int i = 0; i < matrix.length; i++) trace += matrix[i][i];
		return trace;
	}

	/**
	 * Adds to all eigenvalues: among many that are nearly 0 (fewer spectra than energies) the iteration of the library may
	 * find no end, and an error of rounding relative to the largest is made in any case.
	 */
	private static Array2DRowRealMatrix shifted(final double[][] matrix, final double shift) {
		final Array2DRowRealMatrix shifted = new Array2DRowRealMatrix(matrix);
		for (int i = 0; i < matrix.length; i++) shifted.addToEntry(i, i, shift);
		return shifted;
	}

	private static double[] oriented(final double[] vector) {
		double largest = 0;
		for (final double v : vector) if (Math.abs(v) > Math.abs(largest) * (1 + 1e-9)) largest = v;
		if (largest < 0) for (int i = 0; i < vector.length; i++) vector[i] = -vector[i];
		return vector;
	}
}
