// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;
import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.xanesj.stack.EnergyAxis;

/**
 * Takes a free straight line {@code b0 + b1·E} out of spectra before anything else is done with them: the matrix of
 * a sample absorbs, but is no species. Spectra are divided by the noise at each energy and expressed in an
 * orthonormal basis of what is perpendicular to the line, so that white noise stays white and a spectrum of n
 * energies becomes n - 2 numbers without redundant ones.
 */
public final class LineProjection implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double[] weights;
	private final double[][] line;
	private final double[][] complement;

	private LineProjection(final double[] weights, final double[][] line, final double[][] complement) {
		this.weights = weights;
		this.line = line;
		this.complement = complement;
	}

	/**
	 * @param energies n of them, at least 3
	 * @param sigma standard deviation of the noise at each energy, in any common unit
	 */
	public static LineProjection of(final EnergyAxis energies, final double[] sigma) {
		final int n = energies.size();
		if (n < 3) throw new IllegalArgumentException("A line cannot be taken out of " + n + " energies.");
		final double middle = 0.5 * (energies.first() + energies.last());
		final double[] weights = new double[n];
		final double[][] columns = new double[n][2];
		for (int e = 0; e < n; e++) {
			weights[e] = 1 / sigma[e];
			columns[e][0] = weights[e];
			columns[e][1] = (energies.at(e) - middle) * weights[e];
		}
		final RealMatrix q = new QRDecomposition(new Array2DRowRealMatrix(columns, false)).getQT();
		final double[][] rows = q.getData();
		return new LineProjection(weights, new double[][] { rows[0], rows[1] }, Arrays.copyOfRange(rows, 2, n));
	}

	/** @return n, the number of energies */
	public int energies() {
		return weights.length;
	}

	/** @return n - 2 */
	public int size() {
		return complement.length;
	}

	/** @return what spectra are multiplied with at each energy, one over the noise */
	public double[] weights() {
		return weights.clone();
	}

	/** @return two orthonormal vectors of n weighted energies that span the line */
	public double[][] line() {
		return new double[][] { line[0].clone(), line[1].clone() };
	}

	/** @return the n - 2 coordinates of a spectrum of n values without its line */
	public double[] apply(final double[] spectrum) {
		final double[] projected = new double[complement.length];
		for (int i = 0; i < projected.length; i++)
			for (int e = 0; e < weights.length; e++) projected[i] += complement[i][e] * weights[e] * spectrum[e];
		return projected;
	}

	/** @return the vector of n weighted energies that n - 2 coordinates stand for */
	public double[] expand(final double[] coordinates) {
		final double[] weighted = new double[weights.length];
		for (int i = 0; i < coordinates.length; i++)
			for (int e = 0; e < weighted.length; e++) weighted[e] += complement[i][e] * coordinates[i];
		return weighted;
	}

	/** @return the Gram matrix (n x n) of spectra as that of their projections (n - 2 x n - 2) */
	public double[][] project(final double[][] gram) {
		final int n = weights.length;
		final int c = complement.length;
		final double[][] half = new double[c][n];
		for (int i = 0; i < c; i++) for (int e = 0; e < n; e++) {
			final double w = complement[i][e] * weights[e];
			for (int f = 0; f < n; f++) half[i][f] += w * gram[e][f];
		}
		final double[][] projected = new double[c][c];
		for (int i = 0; i < c; i++) for (int j = 0; j <= i; j++) {
			double sum = 0;
			for (int f = 0; f < n; f++) sum += half[i][f] * weights[f] * complement[j][f];
			projected[i][j] = projected[j][i] = sum;
		}
		return projected;
	}
}
