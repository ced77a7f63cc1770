// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.Progress;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** Mixtures of references of which each was measured a little off in energy, by known amounts. */
class ShiftedFitTest {

	private static final EnergyAxis AXIS = EdgePhantom.axis(261);
	private static final double[] OFF = { 0.3, -0.2 };
	private static final double[] TRUTH = { 0.6, 0.4 };

	/** The library, finely measured, and what it really is: computed at shifted energies, not interpolated. */
	private static final List<Spectrum> LIBRARY = List.of(EdgePhantom.reference("a", EdgePhantom.axis(521), 7118, 0.6),
		EdgePhantom.reference("b", EdgePhantom.axis(521), 7125, 0.2));
	private static final List<Spectrum> REAL = List.of(EdgePhantom.reference("a", AXIS, 7118 + OFF[0], 0.6), EdgePhantom
		.reference("b", AXIS, 7125 + OFF[1], 0.2));

	private static List<MovableReference> movable() {
		return LIBRARY.stream().map(r -> MovableReference.of(r, AXIS)).toList();
	}

	private static ShiftedFit fit(final Spectrum data, final double most, final FitOptions options) {
		return ShiftedFit.of(data, movable(), most, options);
	}

	@ParameterizedTest
	@EnumSource
	void withoutNoiseShiftsAndFractionsAreFound(final FitWay way) {
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, way.isNormalized() ? 0 : 0.4, way.isNormalized() ? 0 : -0.001, 0,
			new Random(1));
		for (final Constraint constraint : Constraint.values()) {
			final ShiftedFit found = fit(data, 1, FitOptions.DEFAULT.with(way).with(constraint));
			for (int j = 0; j < 2; j++) {
				assertEquals(OFF[j], found.shifts().get(j).eV(), 2e-3, way + " " + constraint);
				assertEquals(TRUTH[j], found.fit().components().get(j).fraction(), 1e-3);
				assertFalse(found.shifts().get(j).atBound());
			}
		}
	}

	@Test
	void eachFreeShiftIsAFittedNumber() {
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, 0.4, -0.001, 0.01, new Random(2));
		assertEquals(2 + 2 + 2, fit(data, 1, FitOptions.DEFAULT).fit().variables());
		assertEquals(1 + 2, fit(EdgePhantom.mixture(REAL, TRUTH, 0, 0, 0.01, new Random(2)), 1, FitOptions.DEFAULT.with(
			FitWay.NORMALIZED)).fit().variables());
	}

	/** Within 1 sigma in 63 to 73 of 100, at a step of 100 times the noise; so are fractions, which shifts make less sure. */
	@Test
	void errorsOfShiftsAndFractionsHold() {
		final Random random = new Random(3);
		int shifts = 0;
		int fractions = 0;
		final int measurements = 250;
		for (int i = 0; i < measurements; i++) {
			final ShiftedFit found = fit(EdgePhantom.mixture(REAL, TRUTH, 0.4, -0.001, 0.01, random), 1, FitOptions.DEFAULT);
			for (int j = 0; j < 2; j++) {
				final Shift shift = found.shifts().get(j);
				final CombinationFit.Component component = found.fit().components().get(j);
				if (Math.abs(shift.eV() - OFF[j]) <= shift.error()) shifts++;
				if (Math.abs(component.fraction() - TRUTH[j]) <= component.fractionError()) fractions++;
				assertEquals(OFF[j], shift.eV(), 5 * shift.error());
			}
		}
		final double ofShifts = 50.0 * shifts / measurements;
		final double ofFractions = 50.0 * fractions / measurements;
		assertTrue(ofShifts > 63 && ofShifts < 73, ofShifts + " % of shifts");
		assertTrue(ofFractions > 63 && ofFractions < 73, ofFractions + " % of fractions");
	}

	@Test
	void aShiftThatWouldGoFartherIsHeldAndSaid() {
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, 0.4, -0.001, 0.002, new Random(4));
		final ShiftedFit found = fit(data, 0.1, FitOptions.DEFAULT);
		assertEquals(0.1, found.shifts().get(0).eV());
		assertEquals(-0.1, found.shifts().get(1).eV());
		for (final Shift shift : found.shifts()) assertTrue(shift.atBound() && Double.isNaN(shift.error()));
		assertEquals(2 + 2, found.fit().variables());
	}

	/** A grid of shifts, each fitted exactly, has no lower misfit. */
	@Test
	void noShiftOnAGridIsBetter() {
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, 0.4, -0.001, 0.02, new Random(5));
		final double best = fit(data, 1, FitOptions.DEFAULT).fit().chiSquare();
		for (double a = -1; a <= 1; a += 0.2) for (double b = -1; b <= 1; b += 0.2)
			assertTrue(best <= LinearCombination.fit(data, List.of(movable().get(0).moved().apply(a), movable().get(1).moved()
				.apply(b)), FitOptions.DEFAULT).chiSquare() * (1 + 1e-12));
	}

	@Test
	void combinationsAreRankedByTheShiftedFits() {
		final List<MovableReference> library = new ArrayList<>(movable());
		for (int j = 0; j < 4; j++) library.add(MovableReference.of(EdgePhantom.reference("other" + j, EdgePhantom.axis(521),
			7115.5 + 3 * j, 1.2 - 0.3 * j), AXIS));
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, 0.4, -0.001, 0.001, new Random(6));
		final Hamilton hamilton = Hamilton.of(AXIS, CoreHole.of("Fe", "K", 7112));
		final RankedFit best = Combinations.fit(data, library, 0.8, 2, FitOptions.DEFAULT, hamilton, Progress.NONE).get(0);
		assertEquals(List.of("a", "b"), best.fit().components().stream().map(CombinationFit.Component::name).toList());
		assertEquals(1, best.fit().reducedChiSquare() / 1e-6, 0.4);
		final List<Spectrum> unmoved = library.stream().map(r -> r.moved().apply(0)).toList();
		assertTrue(Combinations.fit(data, unmoved, 2, FitOptions.DEFAULT, hamilton).get(0).fit()
			.reducedChiSquare() > 5e-6, "the library as it is does not fit");
		IntStream.range(0, 2).forEach(j -> assertEquals(OFF[j], best.shifts().get(j).eV(), 4 * best.shifts().get(j).error()));
	}

	@Test
	void nonsenseIsRefused() {
		final Spectrum data = EdgePhantom.mixture(REAL, TRUTH, 0.4, 0, 0, new Random(7));
		for (final double most : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) assertThrows(
			InputException.class, () -> fit(data, most, FitOptions.DEFAULT));
		assertThrows(InputException.class, () -> MovableReference.of(new Spectrum("two", EnergyAxis.of(7100,
			7120), new double[2]), AXIS));
	}
}
