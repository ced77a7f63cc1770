// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class CalibrationFitTest {

	private static final EnergyAxis FINE = EdgePhantom.axis(521);
	private static final List<Spectrum> LIBRARY = EdgePhantom.references(FINE, 3);

	private static List<Spectrum> measured(final Calibration truth, final double sigma, final Random random) {
		final List<Spectrum> references = truth.apply(LIBRARY, AXIS);
		return List.of(EdgePhantom.mixture(references, new double[] { 0.7, 0.3, 0 }, 0.3, -0.001, sigma, random),
			EdgePhantom
			.mixture(references, new double[] { 0.2, 0.2, 0.6 }, 0.1, 0.001, sigma, random));
	}

	private static CalibrationFit fit(final List<Spectrum> data, final List<Spectrum> references, final FitOptions options) {
		return CalibrationFit.of(data.stream().map(spectrum -> new CalibrationTarget(spectrum, references, options)).toList(),
			EnumSet.allOf(Parameter.class));
	}

	private static double chiSquare(final List<Spectrum> data, final Calibration calibration) {
		return data.stream().mapToDouble(spectrum -> new CalibrationTarget(spectrum, LIBRARY, FitOptions.DEFAULT).fit(
			calibration).chiSquare()).sum();
	}

	@Test
	void whatTheLibraryIsOffByIsFound() {
		final Calibration truth = new Calibration(0.3, 0.8, 0.2);
		final List<Spectrum> data = measured(truth, 0, new Random(1));
		final CalibrationFit fit = fit(data, LIBRARY, FitOptions.DEFAULT);
		assertEquals(0.3, fit.calibration().shift(), 1e-3);
		assertEquals(0.8, fit.calibration().broadening(), 5e-3);
		assertEquals(0.2, fit.calibration().selfAbsorption(), 5e-3);
		assertEquals(chiSquare(data, fit.calibration()), fit.chiSquare(), 1e-12);
		assertTrue(fit.chiSquare() < 1e-4 * chiSquare(data, Calibration.NONE));
		assertEquals(2 * (AXIS.size() - 2) - 5 - 3, fit.degreesOfFreedom(), "less lines, amounts and calibration");
	}

	@Test
	void itsErrorsHoldInThePresenceOfNoise() {
		final Calibration truth = new Calibration(-0.4, 1.2, 0.3);
		final Random random = new Random(2);
		int within = 0;
		for (int i = 0; i < 40; i++) {
			final CalibrationFit fit = fit(measured(truth, 0.003, random), LIBRARY, FitOptions.DEFAULT);
			if (Math.abs(fit.calibration().shift() + 0.4) <= fit.error(Parameter.SHIFT)) within++;
			if (Math.abs(fit.calibration().broadening() - 1.2) <= fit.error(Parameter.BROADENING)) within++;
			if (Math.abs(fit.calibration().selfAbsorption() - 0.3) <= fit.error(Parameter.SELF_ABSORPTION)) within++;
		}
		assertTrue(within > 0.55 * 120 && within < 0.81 * 120, within + " of 120");
	}

	@Test
	void aLibraryThatIsRightStaysAsItIs() {
		final CalibrationFit fit = fit(measured(Calibration.NONE, 0.002, new Random(3)), LIBRARY,
			FitOptions.DEFAULT);
		assertEquals(0, fit.calibration().shift(), 4 * fit.error(Parameter.SHIFT));
		assertTrue(fit.calibration().broadening() < 0.5);
		assertTrue(fit.calibration().selfAbsorption() < 0.05);
	}

	/** Of a straight line nothing remains to be broadened; an edge is shifted as a whole. */
	@Test
	void calibrationsByHand() {
		final Spectrum line = new Spectrum("line", EnergyAxis.of(1, 1000), new double[] { 0, 999 });
		assertEquals(499 - 7, new Calibration(7, 2, 0).apply(List.of(line), EnergyAxis.of(500)).get(0).values()[0], 1e-9);
		final Spectrum half = new Spectrum("half", EnergyAxis.of(1, 1000), new double[] { 0.5, 0.5 });
		assertEquals(0.5 * 1.4 / 1.2, new Calibration(0, 1, 0.4).apply(List.of(half),
			EnergyAxis.of(500)).get(0).values()[0],
			1e-12);
	}

	@Test
	void aReferenceThatIsTooShortIsNamed() {
		final List<Spectrum> tooShort = List.of(EdgePhantom.reference("short", EnergyAxis.of(7100, 7110, 7120), 7118, 0));
		final List<Spectrum> data = measured(Calibration.NONE, 0, new Random(4));
		final InputException e = assertThrows(InputException.class, () -> fit(data, tooShort,
			FitOptions.DEFAULT));
		assertTrue(e.getMessage().startsWith("short reaches"), e.getMessage());
	}

	@Test
	void aWindowIsEnough() {
		final Calibration truth = new Calibration(0.3, 0.8, 0.2);
		final CalibrationFit fit = fit(measured(truth, 0, new Random(1)), LIBRARY, FitOptions.DEFAULT.with(
			FitWindow.between(AXIS, 7095, 7180)));
		assertEquals(0.3, fit.calibration().shift(), 1e-3);
	}

	@Test
	void whatIsNotSearchedStaysZero() {
		final List<CalibrationTarget> targets = measured(new Calibration(0.3, 0, 0), 0.002, new Random(5)).stream().map(
			spectrum -> new CalibrationTarget(spectrum, LIBRARY, FitOptions.DEFAULT)).toList();
		final CalibrationFit fit = CalibrationFit.of(targets, EnumSet.of(Parameter.SHIFT));
		assertEquals(0.3, fit.calibration().shift(), 4 * fit.error(Parameter.SHIFT));
		assertEquals(0, fit.calibration().broadening());
		assertTrue(Double.isNaN(fit.error(Parameter.BROADENING)));
		assertTrue(fit.isAbove(3, Parameter.SHIFT));
		assertFalse(fit.isAbove(3, Parameter.BROADENING));
	}

	/** Here noise of 1 is assumed where there is 0.002: known to be so, it makes errors larger. */
	@Test
	void errorsAreNotLessThanKnownNoiseMakesThem() {
		final CalibrationFit fit = fit(measured(new Calibration(0.3, 0.8, 0.2), 0.002, new Random(6)), LIBRARY,
			FitOptions.DEFAULT);
		assertEquals(500, fit.withKnownNoise().error(Parameter.SHIFT) / fit.error(Parameter.SHIFT), 60);
	}

	/** A Gaussian on a parabola adds its variance times half the curvature, wherever the points lie. */
	@Test
	void pointsFarApartDoNotBroaden() {
		final double[] energies = IntStream.rangeClosed(0, 200).mapToDouble(i -> 900 + i).toArray();
		final Spectrum parabola = new Spectrum("parabola", EnergyAxis.of(energies), Arrays.stream(energies).map(e -> (e - 1000) *
			(e - 1000)).toArray());
		assertEquals(0.49, new Calibration(0, 0.7, 0).apply(List.of(parabola), EnergyAxis.of(1000)).get(0).values()[0], 1e-3);
	}

	@Test
	void withoutDataThereIsNoCalibration() {
		assertThrows(InputException.class, () -> fit(List.of(), LIBRARY, FitOptions.DEFAULT));
	}
}
