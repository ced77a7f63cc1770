// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * The calibration of a library that a few good spectra, such as the means of clusters, ask for. Variable projection
 * (Golub and Pereyra, SIAM J. Numer. Anal. 10, 413 (1973)): for every trial calibration the amounts are found exactly,
 * so that only three numbers are searched, by Levenberg and Marquardt.
 *
 * @param calibration the best one
 * @param errors one standard error of each parameter, scaled by the misfit; those that were not searched or are held at
 *          zero have none
 * @param chiSquare sum of squared weighted residuals of all spectra with the calibration
 * @param degreesOfFreedom of that sum: points less all that was fitted
 */
public record CalibrationFit(Calibration calibration, Map<Parameter, Double> errors, double chiSquare,
	int degreesOfFreedom)
{

	/** Of each parameter, as it is searched: the step of its derivative; eV, eV², 1. */
	private static final double[] STEPS = { 0.02, 0.02, 0.01 };

	/** Where the search begins: not at a bound, from which it could not tell which way to go. */
	private static final double[] START = { 0, 0.1, 0.05 };

	/** Farther than this a library is not off but wrong: eV, eV², 1. */
	private static final double[] MOST = { 5, 9, 5 };

	private static final int TRIALS = 200;

	public CalibrationFit {
		errors = Map.copyOf(errors);
	}

	/**
	 * @param targets spectra that their references ought to explain, all fitted at the same energies
	 * @param searched parameters; the others are zero
	 * @throws InputException when there are no targets, or they cannot be fitted
	 */
	public static CalibrationFit of(final List<CalibrationTarget> targets, final Set<Parameter> searched) {
		if (targets.isEmpty()) throw new InputException("There are no spectra to calibrate the library on.",
			"Give the mean spectra of clusters.");
		final int[] free = new TreeSet<>(searched).stream().mapToInt(Parameter::ordinal).toArray();
		if (free.length == 0) return withErrors(targets, free, new double[0], MatrixUtils.createRealMatrix(1, 1));
		final double[] start = Arrays.stream(free).mapToDouble(i -> START[i]).toArray();
		final Optimum optimum = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().model(
			point -> withDerivatives(targets, free, point.toArray())).target(new double[residuals(targets, free, start).length])
			.start(start).parameterValidator(point -> bounded(free, point)).maxEvaluations(TRIALS).maxIterations(TRIALS).checker((i,
				previous, current) -> Math.abs(previous.getRMS() - current.getRMS()) <= 1e-9 * previous.getRMS()).build());
		return withErrors(targets, free, optimum.getPoint().toArray(), optimum.getJacobian());
	}

	/** @return the same where the noise is known and not just its shape: errors are not less than it makes them */
	public CalibrationFit withKnownNoise() {
		final double factor = Math.max(1, 1 / Math.sqrt(Design.variance(chiSquare, degreesOfFreedom)));
		final Map<Parameter, Double> larger = new EnumMap<>(Parameter.class);
		errors.forEach((parameter, error) -> larger.put(parameter, error * factor));
		return new CalibrationFit(calibration, larger, chiSquare, degreesOfFreedom);
	}

	/** @return one standard error of a parameter; NaN when it has none */
	public double error(final Parameter parameter) {
		return errors.getOrDefault(parameter, Double.NaN);
	}

	/**
	 * @return whether a parameter differs from zero by more than so many standard errors; the variance of the broadening
	 *         rather than its width, whose relative error is half as large
	 */
	public boolean isAbove(final double times, final Parameter parameter) {
		final double errors = parameter == Parameter.BROADENING ? 2 * times : times;
		return Math.abs(calibration.value(parameter)) > errors * error(parameter);
	}

	/** @return whether a parameter ran to the end of its range: then the library is not off but wrong */
	public boolean isAtLimit() {
		return Math.abs(calibration.shift()) >= MOST[0] || calibration.broadening() * calibration.broadening() >= MOST[1] ||
			calibration.selfAbsorption() >= MOST[2];
	}

	/**
	 * The variance of the Gaussian is searched rather than its width, on which nothing depends to first order at
	 * zero.
	 */
	private static Calibration calibration(final int[] free, final double[] point) {
		final double[] all = new double[3];
		for (int i = 0; i < free.length; i++) all[free[i]] = point[i];
		return new Calibration(all[0], Math.sqrt(all[1]), all[2]);
	}

	private static RealVector bounded(final int[] free, final RealVector point) {
		final double[] bounded = point.toArray();
		for (int i = 0; i < bounded.length; i++) {
			final double most = MOST[free[i]];
			bounded[i] = Math.max(free[i] == 0 ? -most : 0, Math.min(most, bounded[i]));
		}
		return new ArrayRealVector(bounded, false);
	}

	private static double[] residuals(final List<CalibrationTarget> targets, final int[] free, final double[] point) {
		final Calibration calibration = calibration(free, point);
		final Map<Spectrum, Spectrum> calibrated = new IdentityHashMap<>();
		return targets.stream().flatMapToDouble(target -> Arrays.stream(target.residuals(reference -> calibrated
			.computeIfAbsent(reference, r -> calibration.apply(r, target.energies()))))).toArray();
	}

	private static Pair<RealVector, RealMatrix> withDerivatives(final List<CalibrationTarget> targets, final int[] free,
		final double[] point)
	{
		final double[] here = residuals(targets, free, point);
		final double[][] columns = new double[point.length][];
		for (int i = 0; i < point.length; i++) {
			final double step = STEPS[free[i]];
			final double[] moved = point.clone();
			moved[i] += step;
			columns[i] = residuals(targets, free, moved);
			for (int e = 0; e < here.length; e++) columns[i][e] = (columns[i][e] - here[e]) / step;
		}
		return new Pair<>(new ArrayRealVector(here, false), MatrixUtils.createRealMatrix(columns).transpose());
	}

	/** The covariance scaled by the misfit, of the numbers that are not held at zero. */
	private static CalibrationFit withErrors(final List<CalibrationTarget> targets, final int[] free, final double[] point,
		final RealMatrix jacobian)
	{
		final Calibration calibration = calibration(free, point);
		final double[] residuals = residuals(targets, free, point);
		final double chiSquare = Vectors.dot(residuals, residuals);
		final int degrees = targets.stream().mapToInt(t -> t.fit(calibration).degreesOfFreedom()).sum() - free.length;
		final int[] inside = IntStream.range(0, free.length).filter(i -> free[i] == 0 || point[i] > 0).toArray();
		final Map<Parameter, Double> errors = new EnumMap<>(Parameter.class);
		if (inside.length == 0) return new CalibrationFit(calibration, errors, chiSquare, degrees);
		final RealMatrix some = jacobian.getSubMatrix(IntStream.range(0, residuals.length).toArray(), inside);
		final RealMatrix covariance = inverse(some.transpose().multiply(some));
		for (int i = 0; i < inside.length; i++) {
			final double error = Math.sqrt(Design.variance(chiSquare, degrees) * covariance.getEntry(i, i));
			final Parameter parameter = Parameter.values()[free[inside[i]]];
			errors.put(parameter, parameter == Parameter.BROADENING ? error / (2 * calibration.broadening()) : error);
		}
		return new CalibrationFit(calibration, errors, chiSquare, degrees);
	}

	/** Where nothing depends on a number its error is infinite. */
	private static RealMatrix inverse(final RealMatrix normal) {
		try {
			return new LUDecomposition(normal).getSolver().getInverse();
		}
		catch (final SingularMatrixException e) {
			return MatrixUtils.createRealIdentityMatrix(normal.getRowDimension()).scalarMultiply(Double.POSITIVE_INFINITY);
		}
	}
}
