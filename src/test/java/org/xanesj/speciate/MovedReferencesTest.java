// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RankedFit;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** From a stack to shifts: the library's two references lie 0.3 eV too high and 0.2 eV too low, as files had them. */
class MovedReferencesTest {

	private static final EnergyAxis FINE = SmallStack.every(7060, 0.8, 180);
	private static final ReferenceLibrary LIBRARY = ReferenceLibrary.of(List.of(finely("reduced", 7120.3, 0.2), finely(
		"oxidized", 7125.8, 0.9)));

	private static Spectrum finely(final String name, final double e0, final double white) {
		final EnergyAxis axis = SmallStack.every(7000, 0.25, 1601);
		final double[] values = new double[axis.size()];
		for (int e = 0; e < values.length; e++) values[e] = SmallStack.mu(axis.at(e), e0, white);
		return new Spectrum(name, axis, values);
	}

	@ParameterizedTest
	@EnumSource
	void shiftsOfTheMeanAreFound(final FitWay way) {
		final SpectralImage stack = SmallStack.of(FINE, 12, 10, 1, p -> e -> 0.6 * SmallStack.REDUCED.applyAsDouble(e) + 0.4 *
			SmallStack.OXIDIZED.applyAsDouble(e), 0.01);
		final LocalRunner runner = new LocalRunner(1, Progress.NONE);
		final FitBasis basis = FitBasis.of(new Sample(stack, Optional.empty(), Optional.empty(), LIBRARY),
			SpeciateOptions.DEFAULT.with(way), runner);
		final List<RankedFit> fits = basis.fitting().fit(basis.ground().edge().mean(), basis.ground().edge().mask().count(),
			basis.fitting().movable(LIBRARY), 1);
		final RankedFit best = fits.get(0);
		final double share = way.isNormalized() ? shareOfSteps(basis.ground().edge().e0()) : 0.6;
		assertEquals(2, best.fit().size());
		for (int j = 0; j < 2; j++) {
			final boolean reduced = best.fit().components().get(j).name().equals("reduced");
			assertEquals(reduced ? -0.3 : 0.2, best.shifts().get(j).eV(), 3 * best.shifts().get(j).error() + 0.01);
			assertEquals(reduced ? share : 1 - share, best.fit().components().get(j).fraction(), 3 * best.fit().components().get(j)
				.fractionError() + 0.005);
			assertTrue(best.shifts().get(j).error() < 0.1);
		}
	}

	/** Normalised by one E0 and range, the two have not the same step, and fractions are shares of it. */
	private static double shareOfSteps(final double e0) {
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, FINE, e0,
			Normalization.Options.AUTOMATIC);
		final double reduced = 0.6 * operator.edgeStep(Arrays.stream(FINE.toArray()).map(SmallStack.REDUCED).toArray());
		final double oxidized = 0.4 * operator.edgeStep(Arrays.stream(FINE.toArray()).map(SmallStack.OXIDIZED).toArray());
		return reduced / (reduced + oxidized);
	}

	@Test
	void referencesThatMakeEachOtherUpAreSaid() {
		final SpectralImage stack = SmallStack.of(FINE, 12, 10, 1, p -> SmallStack.REDUCED, 0.01);
		final ReferenceLibrary alike = ReferenceLibrary.of(List.of(finely("one", 7120, 0.3), finely("two", 7120.4, 0.34), finely(
			"other", 7126, 0.9)));
		final List<String> notes = FitBasis.of(new Sample(stack, Optional.empty(), Optional.empty(), alike),
			SpeciateOptions.DEFAULT, new LocalRunner(1, Progress.NONE)).notes();
		final String said = notes.stream().filter(note -> note.contains("inflates the variance")).findFirst().orElseThrow();
		assertTrue(said.startsWith("1 of 3 pairs of references are nearly alike: one and two ("), said);
		assertTrue(said.contains("Of all 3 references together, 2 can largely be made up of the others (condition number "),
			said);
	}
}
