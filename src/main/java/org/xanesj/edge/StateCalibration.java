// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Comparator;
import java.util.List;

import org.xanesj.stack.InputException;

/**
 * Makes oxidation states of energies by references of known states. Nothing is extrapolated: an energy that lies beyond
 * those of the references by more than {@link #BEYOND} of its own standard errors has no state.
 *
 * <pre>
 * StateCalibration calibration = StateCalibration.of("linear", points);
 * calibration.of(7123.4, 0.05).state();
 * </pre>
 */
public final class StateCalibration {

	/** Noise carries half the pixels of an end member beyond it: to leave them out would bias what is left. */
	public static final double BEYOND = 2;

	private final List<CalibrationPoint> points;
	private final StateCurve curve;

	/**
	 * @param state NaN beyond the references
	 * @param error one standard error: of the measured energy, of the curve, and of compounds about the curve
	 * @param fromNoise the part of it from the measured energy: what differs between pixels by chance
	 */
	public record Prediction(double state, double error, double fromNoise) {

		static final Prediction NONE = new Prediction(Double.NaN, Double.NaN, Double.NaN);
	}

	private StateCalibration(final List<CalibrationPoint> points, final StateCurve curve) {
		this.points = points;
		this.curve = curve;
	}

	/**
	 * @param kind {@code linear} or {@code spline}
	 * @throws InputException when there is no such kind, or the references give no curve
	 */
	public static StateCalibration of(final String kind, final List<CalibrationPoint> references) {
		if (references.size() < 2) throw new InputException("The calibration has " + references.size() +
			(references.size() == 1 ? " usable reference." : " usable references."), "At least two of different states are needed.");
		final List<CalibrationPoint> points = references.stream().sorted(Comparator.comparingDouble(
			CalibrationPoint::energy)).toList();
		switch (kind) {
			case "linear": return new StateCalibration(points, new LinearStates(points));
			case "spline": return new StateCalibration(points, new SplineStates(points));
			default: throw new InputException("curve=" + kind + " is not known.", "Use linear or spline.");
		}
	}

	/** @return the references, by rising energy */
	public List<CalibrationPoint> points() {
		return points;
	}

	/** @return the lowest energy of a reference in eV */
	public double lowest() {
		return points.get(0).energy();
	}

	/** @return the highest */
	public double highest() {
		return points.get(points.size() - 1).energy();
	}

	/**
	 * @param energy in eV
	 * @param error one standard error of it in eV
	 */
	public Prediction of(final double energy, final double error) {
		final double margin = BEYOND * error;
		if (!(energy >= lowest() - margin && energy <= highest() + margin)) return Prediction.NONE;
		final double fromNoise = Math.abs(curve.slope(energy)) * error;
		return new Prediction(curve.state(energy), Math.hypot(curve.error(energy), fromNoise), fromNoise);
	}

	/** @return what the curve is, in one sentence */
	public String note() {
		return "Calibration: " + curve.note();
	}
}
