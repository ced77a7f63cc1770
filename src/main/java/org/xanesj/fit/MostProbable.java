// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The amounts of some references, of any sign, and the calibration that are most probable together, and how they may
 * vary: Gauss and Newton's steps in a model that is linear in either, each with the noise that the one before has left.
 */
final class MostProbable {

	private static final int ROUNDS = 12;

	/** The calibration has settled when it moves by less than this part of what the prior allows. */
	private static final double SETTLED = 1e-2;

	/** Rounding is not noise: residuals are not less than this part of the data. */
	private static final double ROUNDING = 1e-12;

	/** Degrees of freedom, up to which the variance of Student's distribution does not exist. */
	private static final double FEWEST = 2;

	private final Tangent tangent;
	private final int[] members;

	private double[] amounts;
	private double[] moved;
	private double squares;
	private double noise;
	private double freedom;
	private Cholesky normal;

	/** The noise with which {@link #normal} was made. */
	private double assumed;

	MostProbable(final Tangent tangent, final int[] members) {
		this.tangent = tangent;
		this.members = members;
		moved = new double[tangent.precisions.length];
		freedom = tangent.points - members.length;
		if (tangent.points - members.length - tangent.precisions.length <= FEWEST) return;
		fit(references(), 0);
		for (int round = 0; round < ROUNDS && tangent.precisions.length > 0 && exists(); round++) {
			final double[] before = moved;
			fit(Stream.of(references(), derivatives()).flatMap(Stream::of).toArray(double[][]::new), tangent.precisions.length);
			if (isSettled(before)) return;
		}
	}

	private boolean isSettled(final double[] before) {
		for (int p = 0; p < moved.length; p++)
			if (Math.abs(moved[p] - before[p]) * Math.sqrt(tangent.precisions[p]) > SETTLED) return false;
		return true;
	}

	/** @return the columns of the members as they are now calibrated */
	private double[][] references() {
		final double[][] references = new double[members.length][];
		for (int j = 0; j < references.length; j++) {
			references[j] = tangent.columns[0][members[j]].clone();
			for (int p = 0; p < moved.length; p++) Vectors.add(references[j], moved[p], tangent.columns[p + 1][members[j]]);
		}
		return references;
	}

	/** @return how the sum of the members changes with the calibration */
	private double[][] derivatives() {
		final double[][] derivatives = new double[moved.length][tangent.target.length];
		for (int p = 0; p < moved.length; p++) for (int j = 0; j < members.length; j++)
			Vectors.add(derivatives[p], amounts[j], tangent.columns[p + 1][members[j]]);
		return derivatives;
	}

	/** @param doubted how many of the columns, the last, are derivatives */
	private void fit(final double[][] columns, final int doubted) {
		final int m = members.length;
		final double[] target = tangent.target.clone();
		for (int p = 0; p < doubted; p++) Vectors.add(target, moved[p], columns[m + p]);
		final double[][] matrix = new double[columns.length][columns.length];
		final double[] right = new double[columns.length];
		for (int i = 0; i < columns.length; i++) {
			right[i] = Vectors.dot(columns[i], target);
			for (int j = 0; j <= i; j++) matrix[i][j] = matrix[j][i] = Vectors.dot(columns[i], columns[j]);
		}
		assumed = noise;
		for (int p = 0; p < doubted; p++) {
			matrix[m + p][m + p] += noise * tangent.precisions[p];
			right[m + p] += noise * tangent.precisions[p] * tangent.expected[p];
		}
		normal = new Cholesky(matrix);
		if (!normal.isDefinite()) return;
		final double[] solution = normal.solve(right);
		amounts = Arrays.copyOf(solution, m);
		if (doubted > 0) moved = Arrays.copyOfRange(solution, m, solution.length);
		judge(doubted);
	}

	private void judge(final int doubted) {
		final double[] residual = Vectors.residual(references(), amounts, tangent.target);
		squares = Vectors.dot(residual, residual) + tangent.outside;
		final double least = ROUNDING * ROUNDING * (Vectors.dot(tangent.target, tangent.target) + tangent.outside);
		squares = Math.max(squares, Math.max(least, Double.MIN_NORMAL));
		freedom = tangent.points - members.length - doubted;
		final double[][] inverse = normal.inverse();
		for (int p = 0; p < doubted; p++)
			freedom += assumed * tangent.precisions[p] * inverse[members.length + p][members.length + p];
		noise = squares / freedom;
	}

	/** @return whether there is one: not when columns make each other up, or points are too few */
	boolean exists() {
		return normal != null && normal.isDefinite();
	}

	double[] amounts() {
		return amounts;
	}

	double[] moved() {
		return moved;
	}

	/** @return the sum of squared weighted residuals */
	double squares() {
		return squares;
	}

	/** @return by what the variance of Student's distribution exceeds that of the Gaussian */
	double spread() {
		return freedom / (freedom - FEWEST);
	}

	/** @return the covariance of the numbers {@code from} to {@code to}: first amounts, then the calibration */
	double[][] covariance(final int from, final int to) {
		final double[][] inverse = normal.inverse();
		final double[][] covariance = new double[to - from][to - from];
		for (int i = from; i < to; i++) for (int j = from; j < to; j++) covariance[i - from][j - from] = noise * inverse[i][j];
		return covariance;
	}

	double[] movedVariance() {
		final double[][] covariance = covariance(members.length, members.length + moved.length);
		final double[] variance = new double[moved.length];
		for (int p = 0; p < variance.length; p++) variance[p] = spread() * covariance[p][p];
		return variance;
	}

	/**
	 * @return the logarithm of what the calibration's prior and the widths of the peak add to the evidence, with
	 *         |AᵀA|^(−1/2) of amounts and calibration together
	 */
	double logCalibration() {
		double log = -normal.logDeterminant() / 2;
		for (int p = 0; p < moved.length; p++) {
			final double off = moved[p] - tangent.expected[p];
			log += 0.5 * Math.log(assumed * tangent.precisions[p]) - 0.5 * tangent.precisions[p] * off * off;
		}
		return log;
	}
}
