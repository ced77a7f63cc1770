// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.xanesj.stack.InputException;

/**
 * A straight calibration: energies regressed on the states, which are exact, and inverted (Eisenhart, Ann. Math. Stat.
 * 10, 162 (1939)). With n references, slope b in eV a unit of state and residual standard deviation s, a further compound
 * of state x has the error {@code t s/|b| · sqrt(1 + 1/n + (x - mean)² / sum (x_i - mean)²)} (Miller, Analyst 116, 3 (1991)),
 * t being Student's for n - 2 degrees of freedom. Two references leave no s: their own errors take its place.
 */
final class LinearStates implements StateCurve {

	private final SimpleRegression line = new SimpleRegression();
	private final double scatter;
	private final double meanState;

	/** @throws InputException when all states, or all energies, are the same */
	LinearStates(final List<CalibrationPoint> points) {
		for (final CalibrationPoint point : points) line.addData(point.state(), point.energy());
		if (!(Math.abs(line.getSlope()) > 0)) throw new InputException("The " + points.size() +
			" references of the calibration have one state or one energy.", "At least two states with different energies are needed.");
		meanState = points.stream().mapToDouble(CalibrationPoint::state).average().orElseThrow();
		final double own = Math.sqrt(points.stream().mapToDouble(p -> p.error() * p.error()).average().orElseThrow());
		final int degrees = points.size() - 2;
		scatter = degrees == 0 ? own : StudentFactor.of(degrees) * Math.sqrt(line.getMeanSquareError());
	}

	@Override
	public double state(final double energy) {
		return (energy - line.getIntercept()) / line.getSlope();
	}

	@Override
	public double slope(final double energy) {
		return 1 / line.getSlope();
	}

	@Override
	public double error(final double energy) {
		final double off = state(energy) - meanState;
		return scatter / Math.abs(line.getSlope()) * Math.sqrt(1 + 1.0 / line.getN() + off * off / line.getXSumSquares());
	}

	@Override
	public String note() {
		final String equation = String.format(Locale.ROOT, "E = %.3f eV + %.4f eV x state (%d references)", line
			.getIntercept(), line.getSlope(), line.getN());
		return line.getN() == 2 ? equation + "; two references do not tell how far compounds lie from the line: the errors " +
			"of the states are too small." : equation + String.format(Locale.ROOT, ", residual standard deviation %.3f eV.",
				Math.sqrt(line.getMeanSquareError()));
	}
}
