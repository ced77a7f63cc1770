// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Eigenvalues 100, 10, 1 of a matrix of 3 energies and 5 spectra, every number worked by hand from Malinowski's formulas. */
class IndicatorsTest {

	private static final List<Indicators> ROWS = Indicators.of(new double[] { 100, 10, 1 }, 5);

	@Test
	void realErrorIsWhatTheOtherEigenvaluesLeave() {
		assertEquals(Math.sqrt(11.0 / 10), ROWS.get(0).re(), 1e-14);
		assertEquals(Math.sqrt(1.0 / 5), ROWS.get(1).re(), 1e-14);
		assertTrue(Double.isNaN(ROWS.get(2).re()));
	}

	@Test
	void imbeddedErrorAndIndicatorFunctionFollowFromIt() {
		assertEquals(Math.sqrt(1.1 / 3), ROWS.get(0).ie(), 1e-14);
		assertEquals(Math.sqrt(0.2 * 2 / 3), ROWS.get(1).ie(), 1e-14);
		assertEquals(Math.sqrt(1.1) / 4, ROWS.get(0).ind(), 1e-14);
		assertEquals(Math.sqrt(0.2), ROWS.get(1).ind(), 1e-14);
	}

	@Test
	void reducedEigenvaluesAreDividedByTheirDegreesOfFreedom() {
		assertEquals(100.0 / 15, ROWS.get(0).rev(), 1e-14);
		assertEquals(10.0 / 8, ROWS.get(1).rev(), 1e-14);
		assertEquals(1.0 / 3, ROWS.get(2).rev(), 1e-14);
	}

	@Test
	void fisherRatiosAndTheirProbabilitiesAreThoseOfOneAndTwoDegrees() {
		assertEquals(11.0 / 15 * 100 / 11, ROWS.get(0).f(), 1e-12);
		assertEquals(3.0 / 8 * 10, ROWS.get(1).f(), 1e-12);
		// closed forms: P(F(1,2) > f) = 1 - sqrt(f/(f+2)), P(F(1,1) > f) = 1 - 2/pi atan(sqrt f)
		final double f = 100.0 / 15;
		assertEquals(1 - Math.sqrt(f / (f + 2)), ROWS.get(0).p(), 1e-9);
		assertEquals(1 - 2 / Math.PI * Math.atan(Math.sqrt(3.75)), ROWS.get(1).p(), 1e-9);
	}

	@Test
	void varianceFractionsAddUpToOne() {
		assertEquals(1, ROWS.stream().mapToDouble(Indicators::varianceFraction).sum(), 1e-14);
		assertEquals(100.0 / 111, ROWS.get(0).varianceFraction(), 1e-14);
	}
}
