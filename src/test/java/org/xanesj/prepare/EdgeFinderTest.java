// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.prepare.Normalization.Options;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class EdgeFinderTest {

	/** What Larch's {@code find_e0} (source of August 2026) prints. */
	@ParameterizedTest
	@CsvSource({ "long,7112.5", "noisefree-fine,11919.8", "medium,7112.5", "few-below,7113.5", "soft,708.0",
		"soft-wide,708.0", "sparse73,7122.111111111111", "twenty,7120.0", "fourteen,7110.0", "early,7111.5",
		"falling,7121.5", "glitch-first,7112.5", "glitch-middle,7112.5" })
	void e0IsThePointThatLarchFinds(final String name, final double e0) {
		assertEquals(e0, EdgeFinder.e0(EdgeModel.named(name)));
	}

	@Test
	void tooShortForLarchGivesTheSteepestInnerPoint() {
		final EnergyAxis axis = EnergyAxis.of(700, 701, 702, 704, 706, 707);
		assertEquals(704, EdgeFinder.e0(new Spectrum("short", axis, new double[] { 0, 0, 0.1, 2, 4.5, 4.6 })));
		assertEquals(700, EdgeFinder.e0(new Spectrum("one", EnergyAxis.of(700), new double[] { 3 })));
	}

	@Test
	void aValueThatIsNotFiniteIsRefusedByName() {
		final Spectrum edge = EdgeModel.named("medium");
		final double[] values = edge.values().clone();
		values[0] = Double.POSITIVE_INFINITY;
		final InputException thrown = assertThrows(InputException.class, () -> EdgeFinder.e0(edge.with(values)));
		assertTrue(thrown.getMessage().startsWith("medium: the value at 7052.00 eV is Infinity."));
	}

	@Test
	void aSpectrumIsNormalisedByAnyMethod() {
		final Spectrum edge = EdgeModel.named("medium");
		final NormalizedSpectrum larch = Normalization.of(edge, Options.AUTOMATIC);
		assertArrayEquals(larch.norm().values(), Normalization.of(edge, NormalizationMethod.AUTO, Options.AUTOMATIC)
			.values());
		assertArrayEquals(edge.values(), Normalization.of(edge, NormalizationMethod.NONE, Options.AUTOMATIC).values());
		final InputException thrown = assertThrows(InputException.class, () -> Normalization.of(edge,
			NormalizationMethod.LARCH, Options.AUTOMATIC.withE0(7300)));
		assertTrue(thrown.getMessage().startsWith("medium: E0 7300.00 eV is not within its energies"));
	}
}
