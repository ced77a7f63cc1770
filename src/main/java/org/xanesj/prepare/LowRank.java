// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;
import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A linear map from a spectrum to a curve that only a few numbers describe, such as a fitted polynomial: the sum
 * over k of {@code columns[k] * (rows[k] . spectrum)}. All rows and columns are as long as the energy axis.
 */
record LowRank(double[][] columns, double[][] rows) implements Serializable {

	static final LowRank ZERO = new LowRank(new double[0][], new double[0][]);

	/**
	 * The least-squares polynomial of {@code spectrum * E^power}, divided by {@code E^power} again. Energies are scaled
	 * into -1 to 1 and the columns of the design to length 1, which keeps the problem well conditioned at any edge.
	 *
	 * @param energies in eV
	 * @param window the points that are fitted; with fewer than {@code degree + 1} the shortest solution is taken
	 */
	static LowRank polynomial(final double[] energies, final NormalizationRanges.Window window, final int degree,
		final int power)
	{
		final double[][] columns = new double[degree + 1][energies.length];
		double lo = energies[window.from()];
		double hi = energies[window.to() - 1];
		if (lo == hi) {
			lo--;
			hi++;
		}
		for (int e = 0; e < energies.length; e++) {
			final double x = (2 * energies[e] - lo - hi) / (hi - lo);
			columns[0][e] = 1;
			for (int k = 1; k <= degree; k++) columns[k][e] = columns[k - 1][e] * x;
		}
		final double[][] rows = solver(columns, window, energies.length);
		if (power != 0) for (int e = 0; e < energies.length; e++) {
			final double scale = Math.pow(energies[e], power);
			for (int k = 0; k <= degree; k++) {
				rows[k][e] *= scale;
				columns[k][e] /= scale;
			}
		}
		return new LowRank(columns, rows);
	}

	/** The pseudo-inverse of the design matrix inside the window, zero outside. */
	private static double[][] solver(final double[][] columns, final NormalizationRanges.Window window, final int n) {
		final Array2DRowRealMatrix design = new Array2DRowRealMatrix(window.size(), columns.length);
		final double[] norms = new double[columns.length];
		for (int k = 0; k < columns.length; k++) {
			for (int i = 0; i < window.size(); i++) norms[k] = Math.hypot(norms[k], columns[k][window.from() + i]);
			if (norms[k] == 0) norms[k] = 1;
			for (int i = 0; i < window.size(); i++) design.setEntry(i, k, columns[k][window.from() + i] / norms[k]);
		}
		final SingularValueDecomposition svd = new SingularValueDecomposition(design);
		final double[] singular = svd.getSingularValues();
		final double[][] rows = new double[columns.length][n];
		for (int s = 0; s < singular.length; s++) {
			if (singular[s] <= window.size() * Math.ulp(1.0) * singular[0]) continue;
			for (int k = 0; k < columns.length; k++) {
				final double weight = svd.getV().getEntry(k, s) / (singular[s] * norms[k]);
				for (int i = 0; i < window.size(); i++)
					rows[k][window.from() + i] += weight * svd.getU().getEntry(i, s);
			}
		}
		return rows;
	}

	/** @return the curve for one spectrum */
	double[] apply(final double[] spectrum) {
		final double[] curve = new double[spectrum.length];
		for (int k = 0; k < rows.length; k++) {
			final double amount = dot(rows[k], spectrum);
			for (int e = 0; e < curve.length; e++) curve[e] += amount * columns[k][e];
		}
		return curve;
	}

	/** @return this map of what is left of a spectrum when {@code background} has been subtracted */
	LowRank after(final LowRank background) {
		final double[][] changed = new double[rows.length][];
		for (int k = 0; k < rows.length; k++) changed[k] = background.adjoint(rows[k]);
		return new LowRank(columns, changed);
	}

	/** @return the functional that gives {@code functional . (spectrum - curve)} from the spectrum itself */
	double[] adjoint(final double[] functional) {
		final double[] changed = functional.clone();
		for (int j = 0; j < rows.length; j++) {
			final double amount = dot(functional, columns[j]);
			for (int e = 0; e < changed.length; e++) changed[e] -= amount * rows[j][e];
		}
		return changed;
	}

	/** @return the functional that gives the curve's value at energy {@code e} */
	double[] at(final int e) {
		final double[] functional = new double[columns[0].length];
		for (int k = 0; k < rows.length; k++)
			for (int i = 0; i < functional.length; i++) functional[i] += columns[k][e] * rows[k][i];
		return functional;
	}

	/** @return the curve minus its value at energy {@code e}, zero before it */
	LowRank bentFrom(final int e) {
		final double[][] bent = new double[columns.length][];
		for (int k = 0; k < bent.length; k++) {
			bent[k] = new double[columns[k].length];
			for (int i = e; i < bent[k].length; i++) bent[k][i] = columns[k][i] - columns[k][e];
		}
		return new LowRank(bent, rows);
	}

	LowRank plus(final LowRank other) {
		return new LowRank(joined(columns, other.columns), joined(rows, other.rows));
	}

	private static double[][] joined(final double[][] a, final double[][] b) {
		final double[][] both = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, both, a.length, b.length);
		return both;
	}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}
}
