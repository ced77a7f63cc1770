// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class SpectrumTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7110, 7112, 7120);
	private static final Spectrum SPECTRUM = new Spectrum("goethite", AXIS, new double[] { 0, 1, 5, 1 });

	@Test
	void valuesBetweenEnergiesLieOnStraightLines() {
		assertArrayEquals(new double[] { 0.5, 3, 5, 3, 1 }, SPECTRUM.on(EnergyAxis.of(7105, 7111, 7112, 7116, 7120))
			.values(), 1e-12);
	}

	@Test
	void aSpectrumThatDoesNotReachSaysHowFarItDoes() {
		final InputException e = assertThrows(InputException.class, () -> SPECTRUM.on(EnergyAxis.of(7105, 7121)));
		assertTrue(e.getMessage().startsWith("goethite reaches from 7100.00 eV to 7120.00 eV and is needed from 7105.00 eV"), e
			.getMessage());
	}

	@Test
	void energiesAreFoundAsLarchFindsThem() {
		assertEquals(1, AXIS.atOrBelow(7111.9));
		assertEquals(2, AXIS.atOrBelow(7112));
		assertEquals(0, AXIS.atOrBelow(7000));
		assertEquals(3, AXIS.atOrBelow(9000));
		assertEquals(2, AXIS.nearest(7111.1));
		assertEquals(1, AXIS.nearest(7111));
		assertEquals(3, AXIS.nearest(9000));
	}

	@Test
	void axesAreStrictlyIncreasingAndPositive() {
		assertThrows(InputException.class, () -> EnergyAxis.of(7100, 7100));
		assertThrows(InputException.class, () -> EnergyAxis.of(-1, 7100));
		assertThrows(InputException.class, () -> EnergyAxis.of(Double.NaN));
		assertThrows(InputException.class, () -> EnergyAxis.of());
	}

	@Test
	void labelsHoldEveryDigit() {
		assertEquals("7112.00 eV", EnergyAxis.label(7112));
		assertEquals("7112.25 eV", EnergyAxis.label(7112.25));
		assertEquals("7112.123 eV", EnergyAxis.label(7112.123));
	}

	@Test
	void namesInALibraryAreUniqueAndWhatIsLeftOutIsNamed() {
		final ReferenceLibrary library = ReferenceLibrary.of(List.of(SPECTRUM, SPECTRUM, SPECTRUM.named("goethite (2)")));
		assertEquals(List.of("goethite", "goethite (2)", "goethite (2) (2)"), library.spectra().stream().map(Spectrum::name)
			.toList());
		final ReferenceLibrary some = library.without(s -> s.name().equals("goethite") ? "it is short." : null);
		assertEquals(2, some.spectra().size());
		assertEquals(List.of(new ReferenceLibrary.LeftOut("goethite", "it is short.")), some.leftOut());
	}
}
