// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.xanesj.block.PixelBlock;
import org.xanesj.fit.Design;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.Spectrum;

class LargePhantomTest {

	private static final int SIDE = 100;

	private final LargePhantom phantom = LargePhantom.of(SIDE, SIDE, LargePhantom.ENERGIES_150, 1);

	@Test
	void theSameSeedGivesTheSameBits() {
		final CRC32 sum = new CRC32();
		final ByteBuffer bytes = ByteBuffer.allocate(4 * SIDE * SIDE);
		for (final float[] plane : phantom.planes()) {
			bytes.clear().asFloatBuffer().put(plane);
			sum.update(bytes);
		}
		assertEquals("14a3bad5", Long.toHexString(sum.getValue()));
	}

	@Test
	void theEnergiesAreAsManyAsTheirNamesSay() {
		assertEquals(150, LargePhantom.ENERGIES_150.size());
		assertEquals(200, LargePhantom.ENERGIES_200.size());
	}

	@Test
	void everyPixelHoldsIronOfTheSpeciesInTheSample() {
		final int species = 6;
		final double[][] spectra = phantom.spectra(species);
		final List<Spectrum> references = IntStream.range(0, species).mapToObj(s -> new Spectrum(LargePhantom.names(
			species).get(s), LargePhantom.ENERGIES_150, spectra[s])).toList();
		final SpeciesMaps maps = new PixelFit(Design.of(LargePhantom.ENERGIES_150, references, FitOptions.DEFAULT)).apply(
			PixelBlock.of(phantom.planes().toArray(float[][]::new), SIDE * SIDE));
		double decoys = 0;
		for (int p = 0; p < SIDE * SIDE; p++) {
			final float step = maps.edgeStep()[p];
			assertTrue(step > 0.15 && step < 0.9, "edge step " + step);
			decoys += maps.fractions()[4][p] + maps.fractions()[5][p];
		}
		assertTrue(decoys / SIDE / SIDE < 0.05, "decoys " + decoys / SIDE / SIDE);
	}
}
