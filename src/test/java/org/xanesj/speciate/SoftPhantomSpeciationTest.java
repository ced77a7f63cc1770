// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.phantom.Phantom;
import org.xanesj.phantom.SoftPhantom;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Transmitted counts at the iron L edges: what is found is held against what photons allow, pixel by pixel. A tenth
 * more than that is granted, because one noise level for all pixels takes the place of each pixel's own.
 */
class SoftPhantomSpeciationTest {

	private static final double PHOTONS = 3000;

	/** So far above its noise iron is found for certain: the mask begins at ten standard errors of the mean edge. */
	private static final double CERTAIN = 20;

	private static final double GRANTED = 1.1;

	private static Speciation speciate(final Phantom phantom, final Optional<Spectrum> incident) {
		return Speciate.run(new Sample(phantom.image(), incident, Optional.empty(), phantom.references()),
			SpeciateOptions.DEFAULT, new LocalRunner(Progress.NONE));
	}

	private static Optional<Spectrum> incident(final Phantom phantom, final String kind) {
		final Spectrum i0 = new Spectrum("i0", phantom.image().energies(), phantom.incident());
		return kind.equals("brightest") ? Optional.empty() : Optional.of(i0);
	}

	/** The expected counts are taken from the measured ones, which many photons make good enough for a weight. */
	private static PhotonLimit limit(final Phantom phantom, final int pixel) {
		final int width = phantom.image().width();
		return PhotonLimit.of(phantom, pixel, IntStream.range(0, phantom.incident().length).mapToDouble(e -> phantom.image()
			.pixels().getAt(pixel % width, pixel / width, e).get()).toArray());
	}

	private static IntStream pixels(final Mask mask) {
		return IntStream.range(0, (int) mask.size()).filter(mask::contains);
	}

	@ParameterizedTest
	@CsvSource({ "1, measured", "2, measured", "3, measured", "1, brightest", "2, brightest", "3, brightest" })
	void twoSpeciesAreFoundAndOrganicMatterIsBackground(final long seed, final String kind) {
		final Phantom phantom = SoftPhantom.make(seed, PHOTONS);
		final Speciation found = speciate(phantom, incident(phantom, kind));
		assertEquals(Mode.TRANSMISSION, found.options().mode());
		assertEquals(NormalizationMethod.NONE, found.options().normalization());
		assertEquals(Set.copyOf(phantom.trueNames()), Set.copyOf(found.maps().orElseThrow().names()));
		final PhantomScore score = PhantomScore.of(phantom, found);
		assertEquals(2, score.components());
		assertEquals(2, score.accepted());
		assertTrue(score.rand() >= 0.9, "clusters of the pure particles: " + score.rand());

		final Mask mask = found.ground().edge().mask();
		assertEquals(0, pixels(mask).filter(p -> !phantom.sample().contains(p)).count(), "pixels without iron in the mask");
		final int[] certain = pixels(phantom.sample()).filter(p -> phantom.edgeStep()[p] > CERTAIN * limit(phantom, p)
			.amount()).toArray();
		assertTrue(certain.length > 0.9 * phantom.sample().count(), "iron far above its noise: " + certain.length);
		assertEquals(0, IntStream.of(certain).filter(p -> !mask.contains(p)).count(), "pixels with iron beside the mask");
	}

	@ParameterizedTest
	@CsvSource({ "1, measured", "2, measured", "3, measured", "1, brightest", "2, brightest", "3, brightest" })
	void mapsAreAsGoodAsPhotonsAllow(final long seed, final String kind, final TestReporter reporter) {
		final Phantom phantom = SoftPhantom.make(seed, PHOTONS);
		final Speciation found = speciate(phantom, incident(phantom, kind));
		final SpeciesMaps maps = found.maps().orElseThrow();
		final float[] ferrous = maps.fractions()[maps.names().indexOf(phantom.trueNames().get(0))];
		final float[] truth = phantom.fractions()[0];
		final int[] iron = pixels(found.ground().edge().mask().and(phantom.sample()::contains)).toArray();
		final double amounts = Arrays.stream(iron).mapToDouble(p -> Math.abs(maps.edgeStep()[p] - phantom.edgeStep()[p]))
			.sum() / Arrays.stream(iron).mapToDouble(p -> PhotonLimit.MEAN_ABSOLUTE * limit(phantom, p).amount()).sum();
		// a pure pixel's error is halved by its bound: only mixtures are judged
		final int[] mixed = Arrays.stream(iron).filter(p -> truth[p] > 0 && truth[p] < 1).toArray();
		final double fractions = Arrays.stream(mixed).mapToDouble(p -> Math.abs(ferrous[p] - truth[p])).sum() / Arrays.stream(
			mixed).mapToDouble(p -> PhotonLimit.MEAN_ABSOLUTE * limit(phantom, p).fraction()).sum();
		final double coverage = PhantomScore.of(phantom, found).coverage().share();
		reporter.publishEntry(String.format(Locale.ROOT,
			"I0 %s: errors over what photons allow: amounts %.3f, fractions %.3f; coverage %.3f", kind, amounts, fractions,
			coverage));
		assertTrue(amounts < GRANTED, "error of amounts over what photons allow: " + amounts);
		assertTrue(fractions < GRANTED, "error of fractions over what photons allow: " + fractions);
		assertEquals(0.68, coverage, 0.05, "coverage by one standard error");
	}

	@Test
	void countsThatNobodyCallsSoAreRefusedAndNotTakenForAbsorption() {
		final Phantom phantom = SoftPhantom.make(1, 3000);
		final SpectralImage unnamed = phantom.image().with(phantom.image().info().with(Signal.UNKNOWN));
		final Sample sample = new Sample(unnamed, Optional.empty(), Optional.empty(), phantom.references());
		final InputException e = assertThrows(InputException.class, () -> Speciate.run(sample, SpeciateOptions.DEFAULT,
			new LocalRunner(2, Progress.NONE)));
		assertTrue(e.getMessage().matches("(?s).*: its values, about \\d{3,4}, fall at the edge, as transmitted counts do\\.\nUse " +
			"mode=transmission or give an I0.*"), e.getMessage());
	}
}
