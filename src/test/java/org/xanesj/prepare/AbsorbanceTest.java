// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

class AbsorbanceTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(700, 710, 720);
	private static final double[] I0 = { 1000, 1100, 1300 };

	/** 30 x 20 pixels: absorption 0.01 a pixel at 700 eV, twice and thrice that at 710 and 720; none in the first 30. */
	private static SpectralImage counts() {
		return Stacks.of(AXIS, 30, 20, 1, Signal.COUNTS, p -> e -> I0[e] * Math.exp(-(p < 30 ? 0 : 0.01 * p * (e + 1))));
	}

	@Test
	void countsOfAKnownThicknessGiveItBack() {
		// on other energies: linear between 690 and 710, so 1000 at 700
		final Spectrum measured = new Spectrum("i0", EnergyAxis.of(690, 710, 730), new double[] { 900, 1100, 1500 });
		final Absorbance absorbance = Absorbance.of(counts(), IncidentIntensity.of(measured), Stacks.RUNNER);
		assertEquals(Signal.ABSORPTION, absorbance.image().info().signal());
		assertEquals("Absorption is -ln(I/I0); I0 is the spectrum i0.", absorbance.image().info().notes().get(0));
		for (int p = 0; p < 600; p++) for (int e = 0; e < 3; e++)
			assertEquals(p < 30 ? 0 : 0.01 * p * (e + 1), Stacks.value(absorbance.image(), p, e), 2e-6);
		assertEquals(0, absorbance.deadPixels());
	}

	@Test
	void aRegionWithoutSampleGivesI0() {
		final IncidentIntensity incident = IncidentIntensity.ofRegion(counts(), Mask.of(600, p -> p < 25), Stacks.RUNNER);
		assertArrayEquals(I0, incident.spectrum().values(), 1e-4);
		assertEquals("I0 is the mean of 25 pixels of the region.", incident.note());
	}

	@Test
	void theBrightestTwentiethGivesI0() {
		final IncidentIntensity incident = IncidentIntensity.ofBrightest(counts(), Mask.all(600), Stacks.RUNNER);
		assertArrayEquals(I0, incident.spectrum().values(), 1e-4);
		assertEquals("I0 is the mean of the 30 pixels with the highest mean counts.", incident.note());
	}

	@Test
	void stuckPixelsAreNotTheBrightest() {
		final SpectralImage stuck = Stacks.of(AXIS, 6, 100, 1, Signal.COUNTS, p -> e -> p < 40 ? 65535 : 100 + e);
		final IncidentIntensity incident = IncidentIntensity.ofBrightest(stuck, FinitePixels.of(stuck, Stacks.RUNNER).mask(),
			Stacks.RUNNER);
		assertArrayEquals(new double[] { 100, 101, 102 }, incident.spectrum().values(), 1e-3);
	}

	@Test
	void atLeastTwentyPixelsAreBrightest() {
		final SpectralImage small = Stacks.of(AXIS, 6, 5, 1, Signal.COUNTS, p -> e -> p == 4 ? Double.NaN : 100 + p);
		// the twenty from pixel 10 on: 110 to 129
		assertArrayEquals(new double[] { 119.5, 119.5, 119.5 }, IncidentIntensity.ofBrightest(small, Mask.all(30), Stacks.RUNNER)
			.spectrum().values(), 1e-12);
		final SpectralImage tiny = Stacks.of(AXIS, 3, 3, 1, Signal.COUNTS, p -> e -> p == 4 ? Double.NaN : 100);
		assertEquals("I0 is the mean of the 8 pixels with the highest mean counts.", IncidentIntensity.ofBrightest(tiny,
			Mask.all(9), Stacks.RUNNER).note());
	}

	@Test
	void deadCountsBecomeNaNAndAreCounted() {
		final SpectralImage counts = Stacks.of(AXIS, 4, 2, 1, Signal.COUNTS, p -> e -> p == 1 ? 0 : p == 5 && e == 2 ? -3
			: p == 6 && e == 0 ? Double.NaN : 50);
		final Absorbance absorbance = Absorbance.of(counts, IncidentIntensity.of(new Spectrum("i0", AXIS, I0)),
			Stacks.RUNNER);
		assertEquals(5, absorbance.deadValues());
		assertEquals(3, absorbance.deadPixels());
		for (int p = 0; p < 8; p++) for (int e = 0; e < 3; e++)
			assertEquals(p == 1 || p == 5 && e == 2 || p == 6 && e == 0, Float.isNaN(Stacks.value(absorbance.image(), p, e)));
		assertEquals("5 counts in 3 pixels were zero, negative or not finite and are NaN in the absorption.", absorbance
			.image().info().notes().get(1));
	}

	@ParameterizedTest
	@CsvSource({ "701,720", "700,719", "600,650" })
	void anI0ThatDoesNotReachOverIsRefused(final double from, final double to) {
		final IncidentIntensity incident = IncidentIntensity.of(new Spectrum("short.xsp", EnergyAxis.of(from, to),
			new double[] { 5, 5 }));
		final InputException thrown = assertThrows(InputException.class, () -> Absorbance.of(counts(), incident,
			Stacks.RUNNER));
		assertTrue(thrown.getMessage().startsWith("short.xsp: I0 reaches from"));
	}

	@Test
	void anI0OfZeroIsRefused() {
		assertThrows(InputException.class, () -> IncidentIntensity.of(new Spectrum("i0", AXIS, new double[] { 1, 0, 1 })));
		assertThrows(InputException.class, () -> IncidentIntensity.ofRegion(counts(), Mask.of(600, p -> false),
			Stacks.RUNNER));
	}
}
