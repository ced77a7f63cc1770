// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * The calibration of a library that a few good spectra, such as the means of clusters, ask for. Variable projection
 * (Golub and Pereyra, SIAM J. Numer. Anal. 10, 413 (1973)): for every trial calibration the amounts are found exactly,
 * so that only three numbers are searched, by Levenberg and Marquardt.
 *
 * @param calibration the best one
 * @param shiftError one standard error in eV
 * @param broadeningError in eV; NaN when there is no broadening
 * @param selfAbsorptionError NaN when there is none
 * @param chiSquareBefore sum of squared weighted residuals of all spectra with the library as it is
 * @param chiSquare the same with the calibration
 */
public record CalibrationFit(Calibration calibration, double shiftError, double broadeningError,
	double selfAbsorptionError, double chiSquareBefore, double chiSquare)
{

	/** Steps of the derivatives: eV, eV², 1. */
	private static final double[] STEPS = { 0.02, 0.02, 0.01 };

	/** Where the search begins: not at a bound, from which it could not tell which way to go. */
	private static final double[] START = { 0, 0.1, 0.05 };

	/** Farther than this a library is not off but wrong: eV, eV², 1. */
	private static final double[] MOST = { 5, 9, 5 };

	private static final int TRIALS = 200;

	/**
	 * @param data spectra that the references ought to explain, all on the same energies
	 * @param references normalised absorption, each on its own energies
	 * @throws InputException when there are no data, or they cannot be fitted
	 */
	public static CalibrationFit of(final List<Spectrum> data, final List<Spectrum> references,
		final FitOptions options)
	{
		if (data.isEmpty()) throw new InputException("There are no spectra to calibrate the library on.",
			"Give the mean spectra of clusters.");
		final MultivariateJacobianFunction model = point -> withDerivatives(data, references, options, point.toArray());
		final Optimum optimum = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().model(model).target(
			new double[residuals(data, references, options, START).length]).start(START).parameterValidator(
				CalibrationFit::bounded).maxEvaluations(TRIALS).maxIterations(TRIALS).checker((i, previous,
				current) -> Math.abs(
					previous.getRMS() - current.getRMS()) <= 1e-9 * previous.getRMS()).build());
		final double[] best = optimum.getPoint().toArray();
		final double[] residuals = residuals(data, references, options, best);
		final double[] errors = errors(optimum.getJacobian(), best, residuals);
		final double broadening = Math.sqrt(best[1]);
		final double[] before = residuals(data, references, options, new double[3]);
		return new CalibrationFit(calibration(best), errors[0], errors[1] / (2 * broadening), errors[2], Vectors.dot(before,
			before), Vectors.dot(residuals, residuals));
	}

	/**
	 * The variance of the Gaussian is searched rather than its width, on which nothing depends to first order at
	 * zero.
	 */
	private static Calibration calibration(final double[] point) {
		return new Calibration(point[0], Math.sqrt(point[1]), point[2]);
	}

	private static RealVector bounded(final RealVector point) {
		final double[] bounded = point.toArray();
		for (int i = 0; i < bounded.length; i++)
			bounded[i] = Math.max(i == 0 ? -MOST[i] : 0, Math.min(MOST[i], bounded[i]));
		return new ArrayRealVector(bounded, false);
	}

	private static double[] residuals(final List<Spectrum> data, final List<Spectrum> references,
		final FitOptions options, final double[] point)
	{
		final List<double[]> all = new ArrayList<>();
		final EnergyAxis energies = data.get(0).energies();
		final List<Spectrum> calibrated = calibration(point).apply(references, options.window().energies(energies));
		final Design design = Design.of(energies, calibrated, options);
		for (final Spectrum spectrum : data) all.add(design.weighted(LinearCombination.fit(spectrum, design).residual()));
		return all.stream().flatMapToDouble(Arrays::stream).toArray();
	}

	private static Pair<RealVector, RealMatrix> withDerivatives(final List<Spectrum> data,
		final List<Spectrum> references, final FitOptions options, final double[] point)
	{
		final double[] here = residuals(data, references, options, point);
		final double[][] columns = new double[point.length][];
		for (int i = 0; i < point.length; i++) {
			final double[] moved = point.clone();
			moved[i] += STEPS[i];
			columns[i] = residuals(data, references, options, moved);
			for (int e = 0; e < here.length; e++) columns[i][e] = (columns[i][e] - here[e]) / STEPS[i];
		}
		return new Pair<>(new ArrayRealVector(here, false), MatrixUtils.createRealMatrix(columns).transpose());
	}

	/** The covariance scaled by the misfit, of the numbers that are not held at zero. */
	private static double[] errors(final RealMatrix jacobian, final double[] point, final double[] residuals) {
		final int[] free = IntStream.range(0, 3).filter(i -> i == 0 || point[i] > 0).toArray();
		final RealMatrix some = jacobian.getSubMatrix(rows(residuals.length), free);
		final RealMatrix covariance = new LUDecomposition(some.transpose().multiply(some)).getSolver().getInverse();
		final double variance = Design.variance(Vectors.dot(residuals, residuals), residuals.length - free.length);
		final double[] errors = { Double.NaN, Double.NaN, Double.NaN };
		for (int i = 0; i < free.length; i++) errors[free[i]] = Math.sqrt(variance * covariance.getEntry(i, i));
		return errors;
	}

	private static int[] rows(final int count) {
		return IntStream.range(0, count).toArray();
	}
}
