// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.InputException;

class StateCalibrationTest {

	private static CalibrationPoint point(final double state, final double energy) {
		return new CalibrationPoint("state " + state, state, energy, 0.02);
	}

	private static List<CalibrationPoint> manganese() {
		return List.of(point(2, 6547.1), point(2, 6547.5), point(3, 6550.4), point(3, 6551.0), point(4, 6553.9));
	}

	@Test
	void aLineGivesItsStates() {
		final StateCalibration calibration = StateCalibration.of("linear", List.of(point(0, 100), point(2, 107), point(3,
			110.5)));
		assertEquals(1, calibration.of(103.5, 0.07).state(), 1e-9);
		assertEquals(0.02, calibration.of(103.5, 0.07).fromNoise(), 1e-9);
		assertEquals(0.02, calibration.of(103.5, 0.07).error(), 1e-9, "the references lie on the line exactly");
	}

	/** numpy.polyfit of energies over states, and the formula of Miller with scipy.stats.t.ppf(norm.cdf(1), 3) = 1.19689. */
	@Test
	void aLineThroughScatteredReferences() {
		final StateCalibration calibration = StateCalibration.of("linear", manganese());
		final StateCalibration.Prediction found = calibration.of(6549.9, 0.1);
		assertEquals(2.7758620690, found.state(), 1e-6);
		assertEquals(0.1227680825, found.error(), 1e-5);
	}

	/** scipy.interpolate.PchipInterpolator([6547.3, 6550.7, 6553.9], [2, 3, 4]) and its derivative. */
	@ParameterizedTest
	@CsvSource({ "6547.3, 2.0000000000, 0.2846479501", "6548.1, 2.2295677187, 0.2892456437",
		"6549.5, 2.6399391357, 0.2969205228", "6550.7, 3.0000000000, 0.3031230863", "6552.2, 3.4614511885, 0.3120431552",
		"6553.9, 4.0000000000, 0.3214126560" })
	void aSplineIsThatOfScipy(final double energy, final double state, final double slope) {
		final StateCalibration.Prediction found = StateCalibration.of("spline", manganese()).of(energy, 0.1);
		assertEquals(state, found.state(), 1e-8);
		assertEquals(slope * 0.1, found.fromNoise(), 1e-8);
	}

	/** scipy.interpolate.PchipInterpolator([0, 1, 3, 4, 10], [0, 1, 1.2, 4, 5]). */
	@ParameterizedTest
	@CsvSource({ "0.3, 0.3945000000", "2, 1.0961538462", "3.5, 2.5770587621", "7, 4.7991858887", "9.5, 4.9955603925" })
	void anUnevenSplineIsThatOfScipy(final double x, final double y) {
		assertEquals(y, new MonotoneCubic(new double[] { 0, 1, 3, 4, 10 }, new double[] { 0, 1, 1.2, 4, 5 }).value(x), 1e-9);
	}

	@Test
	void energiesMayFallWithTheState() {
		final List<CalibrationPoint> falling = List.of(point(0, 110), point(1, 106), point(2, 100));
		assertEquals(1, StateCalibration.of("spline", falling).of(106, 0.01).state(), 1e-9);
		assertTrue(StateCalibration.of("linear", falling).of(103, 0.01).state() > 1.2);
	}

	@Test
	void nothingIsExtrapolated() {
		final StateCalibration calibration = StateCalibration.of("linear", manganese());
		assertTrue(Double.isNaN(calibration.of(6546.8, 0.1).state()), "three errors below the lowest reference");
		assertTrue(Double.isFinite(calibration.of(6546.95, 0.1).state()), "one and a half");
		assertTrue(Double.isNaN(calibration.of(6554.2, 0.1).state()));
		assertTrue(Double.isNaN(calibration.of(Double.NaN, 0.1).state()));
	}

	/** Compounds scatter about a line of 4.5 eV a unit by 0.25 eV; a few are references, another is measured with noise. Four references leave two degrees of freedom, and errors on the safe side. */
	@ParameterizedTest
	@CsvSource({ "linear, 4", "linear, 7", "spline, 8" })
	void theErrorsOfStatesHold(final String curve, final int references) {
		final Random random = new Random(19);
		int within = 0;
		final int trials = 4000;
		for (int i = 0; i < trials; i++) {
			final List<CalibrationPoint> points = new ArrayList<>();
			for (int r = 0; r < references; r++) points.add(point(2 + r % 4 * 0.5, 7118 + (2 + r % 4 * 0.5) * 4.5 + 0.25 * random
				.nextGaussian()));
			final double truth = 2.2 + random.nextDouble();
			final double energy = 7118 + truth * 4.5 + 0.25 * random.nextGaussian() + 0.3 * random.nextGaussian();
			final StateCalibration.Prediction found = StateCalibration.of(curve, points).of(energy, 0.3);
			if (Math.abs(found.state() - truth) <= found.error()) within++;
		}
		final double percent = 100.0 * within / trials;
		assertTrue(percent > 66.5 && percent < 74, curve + ": " + percent + " %");
	}

	@Test
	void whatGivesNoCurveIsRefused() {
		assertTrue(refusal("linear", List.of(point(2, 100))).startsWith("The calibration has 1 usable reference."));
		assertTrue(refusal("linear", List.of(point(2, 100), point(2, 101))).contains("one state"));
		assertTrue(refusal("spline", List.of(point(2, 100), point(3, 104), point(4, 103))).contains(
			"state 3.0 lies at 104.000 eV and state 4.0 at 103.000 eV"));
		assertTrue(refusal("cubic", manganese()).startsWith("curve=cubic is not known."));
		assertTrue(StateCalibration.of("linear", List.of(point(2, 100), point(3, 104))).note().contains("too small"));
	}

	private static String refusal(final String curve, final List<CalibrationPoint> points) {
		return assertThrows(InputException.class, () -> StateCalibration.of(curve, points)).getMessage();
	}
}
