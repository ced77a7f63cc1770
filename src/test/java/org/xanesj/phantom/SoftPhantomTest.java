// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.Signal;
import org.xanesj.stack.Spectrum;

class SoftPhantomTest {

	private static final Phantom PHANTOM = SoftPhantom.make(1, 3000);
	private static final List<float[]> COUNTS = PhantomTiff.planes(PHANTOM.image());
	private static final SoftLayout LAYOUT = SoftLayout.make();

	@Test
	void valuesAreCountsOfSixteenBits() {
		assertEquals(Signal.COUNTS, PHANTOM.image().info().signal());
		assertEquals(60, COUNTS.size());
		for (final float[] plane : COUNTS) for (final float v : plane) {
			assertEquals(Math.rint(v), v);
			assertTrue(v >= 100 && v < 65536, "counts: " + v);
		}
	}

	@Test
	void besideTheFilmTheBeamIsSeen() {
		for (int e = 0; e < COUNTS.size(); e++) {
			double sum = 0;
			int n = 0;
			for (int p = 0; p < LAYOUT.organic().length; p++) {
				if (LAYOUT.organic()[p] > 0 || LAYOUT.labels()[p] > 0) continue;
				sum += COUNTS.get(e)[p];
				n++;
			}
			assertTrue(n > 1000);
			assertEquals(PHANTOM.incident()[e], sum / n, 5 * Math.sqrt(PHANTOM.incident()[e] / n));
		}
	}

	@Test
	void organicMatterAbsorbsWithoutAnEdge() {
		int n = 0;
		for (int p = 0; p < LAYOUT.organic().length; p++) {
			if (LAYOUT.organic()[p] == 0 || LAYOUT.labels()[p] > 0) continue;
			double jump = 0;
			for (int e = 0; e < 7; e++) jump += Math.log(COUNTS.get(e)[p] / PHANTOM.incident()[e]) / 7;
			for (int e = 16; e < 24; e++) jump -= Math.log(COUNTS.get(e)[p] / PHANTOM.incident()[e]) / 8;
			// The slope takes 1 % of at most 0.75; noise of 15 values of at least 1000 counts is below 0.017.
			assertEquals(0, jump, 0.1);
			n++;
		}
		assertTrue(n > 3000);
	}

	@Test
	void everyKindOfParticleIsThereAndItsFractionsAddUp() {
		final int[] pixels = new int[SoftLayout.GRADED + 1];
		for (int p = 0; p < LAYOUT.labels().length; p++) {
			pixels[LAYOUT.labels()[p]]++;
			if (LAYOUT.labels()[p] > 0) assertEquals(1, LAYOUT.fractions()[0][p] + LAYOUT.fractions()[1][p], 1e-6);
			else assertTrue(Float.isNaN(LAYOUT.fractions()[0][p]) && LAYOUT.amount()[p] == 0);
		}
		for (int label = 1; label < pixels.length; label++) assertTrue(pixels[label] > 300, "pixels of label " + label);
	}

	@Test
	void theReferencesPeakWhereIronDoes() {
		final List<Spectrum> references = PHANTOM.references().spectra();
		assertEquals(707.8, peak(references.get(0)), 0.05);
		assertEquals(709.5, peak(references.get(1)), 0.1);
		for (final Spectrum reference : references) {
			assertTrue(reference.energies().covers(SoftPhantom.ENERGIES));
			assertTrue(reference.values()[0] < 0.01, "optical density before the edge");
		}
	}

	private static double peak(final Spectrum spectrum) {
		int highest = 0;
		for (int i = 0; i < spectrum.values().length; i++)
			if (spectrum.values()[i] > spectrum.values()[highest]) highest = i;
		return spectrum.energies().at(highest);
	}
}
