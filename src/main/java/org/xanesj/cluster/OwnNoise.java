// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.io.Serializable;
import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.xanesj.block.LineProjection;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.EnergyAxis;

/**
 * Whether a pixel's spectrum is one spectrum times an amplitude, a straight line, and noise. The misfit T, a sum of
 * squares, is held against the pixel's own noise, which is found from how much each energy's misfit differs from the
 * straight line between its two neighbours (Gasser, Sroka and Jennen-Steinmetz, Biometrika 73, 625 (1986)): another
 * spectrum is smooth there, noise is not. S is the sum of squares of these differences, each divided by what
 * independent noise makes of it. Both are quadratic forms of the same noise, and the probability that T/S exceeds x is
 * that a weighted sum of squares is positive, with weights {@code 1 - x·m} and m the eigenvalues of S.
 */
public final class OwnNoise implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Less of a spectrum than this, without its line, is rounding. */
	private static final double NOTHING = 1e-9;

	private final double[] weights;

	/** Orthonormal vectors of weighted energies: the line, and the spectrum unless it is a line itself. */
	private final double[][] fitted;

	/** For each energy but the first and last, what the three energies around it are multiplied by. */
	private final double[][] differences;

	/** Eigenvalues of S among what is left beside the fit. */
	private final double[] eigenvalues;

	/**
	 * @param spectrum absorption at the energies, n of them
	 * @param energies of the spectrum, at least 5
	 * @param projection made for these energies, with the noise at each relative to the others
	 */
	public OwnNoise(final double[] spectrum, final EnergyAxis energies, final LineProjection projection) {
		weights = projection.weights();
		fitted = fitted(spectrum, projection);
		differences = differences(energies, weights);
		eigenvalues = eigenvalues();
	}

	private static double[][] fitted(final double[] spectrum, final LineProjection projection) {
		final double[] direction = projection.expand(projection.apply(spectrum));
		final double norm = Math.sqrt(Arrays.stream(direction).map(v -> v * v).sum());
		double whole = 0;
		for (int e = 0; e < spectrum.length; e++) whole += Math.pow(spectrum[e] * projection.weights()[e], 2);
		final double[][] line = projection.line();
		if (norm <= NOTHING * Math.sqrt(whole)) return line;
		return new double[][] { line[0], line[1], Arrays.stream(direction).map(v -> v / norm).toArray() };
	}

	private static double[][] differences(final EnergyAxis energies, final double[] weights) {
		final double[][] differences = new double[energies.size() - 2][];
		for (int i = 0; i < differences.length; i++) {
			final double below = (energies.at(i + 2) - energies.at(i + 1)) / (energies.at(i + 2) - energies.at(i));
			final double[] of = { -below / weights[i], 1 / weights[i + 1], (below - 1) / weights[i + 2] };
			final double norm = Math.sqrt(of[0] * of[0] + of[1] * of[1] + of[2] * of[2]);
			differences[i] = new double[] { of[0] / norm, of[1] / norm, of[2] / norm };
		}
		return differences;
	}

	private double[] eigenvalues() {
		final int n = weights.length;
		final double[][] rows = new double[n - 2][n];
		for (int i = 0; i < rows.length; i++) {
			for (int j = 0; j < 3; j++) rows[i][i + j] = differences[i][j];
			for (final double[] q : fitted) {
				final double along = difference(i, q);
				for (int e = 0; e < n; e++) rows[i][e] -= along * q[e];
			}
		}
		final RealMatrix matrix = new Array2DRowRealMatrix(rows, false);
		final RealMatrix squares = matrix.transpose().multiply(matrix);
		// without this the library's iteration may find no end among eigenvalues that are 0
		for (int e = 0; e < n; e++) squares.addToEntry(e, e, 1);
		final double[] values = new EigenDecomposition(squares).getRealEigenvalues();
		Arrays.sort(values);
		// what is fitted has no share in either sum
		return Arrays.stream(values).skip(fitted.length).map(v -> Math.max(0, v - 1)).toArray();
	}

	private double difference(final int i, final double[] values) {
		return differences[i][0] * values[i] + differences[i][1] * values[i + 1] + differences[i][2] * values[i + 2];
	}

	/**
	 * @param block the spectra at the energies
	 * @return T/S of one pixel; NaN when it has neither misfit nor noise
	 */
	public double ratio(final PixelBlock block, final int pixel) {
		final double[] left = new double[weights.length];
		for (int e = 0; e < left.length; e++) left[e] = block.row(e)[pixel] * weights[e];
		for (final double[] q : fitted) {
			double along = 0;
			for (int e = 0; e < left.length; e++) along += q[e] * left[e];
			for (int e = 0; e < left.length; e++) left[e] -= along * q[e];
		}
		double misfit = 0;
		for (final double value : left) misfit += value * value;
		double noise = 0;
		for (int i = 0; i < differences.length; i++) {
			final double difference = difference(i, left);
			noise += difference * difference;
		}
		return misfit / noise;
	}

	/** @return the probability that T/S exceeds {@code ratio} where there is nothing but noise */
	public double probability(final double ratio) {
		return SignOfQuadraticForm.positive(Arrays.stream(eigenvalues).map(m -> 1 - ratio * m).toArray());
	}

	/**
	 * @param probability between 0 and 1
	 * @return the T/S that is exceeded with this probability; infinite when there is none
	 */
	public double limit(final double probability) {
		double low = 0;
		double high = 1;
		while (probability(high) > probability) {
			low = high;
			high *= 2;
			if (Double.isInfinite(high)) return high;
		}
		while (high - low > 1e-9 * high) {
			final double middle = 0.5 * (low + high);
			if (probability(middle) > probability) low = middle;
			else high = middle;
		}
		return high;
	}
}
