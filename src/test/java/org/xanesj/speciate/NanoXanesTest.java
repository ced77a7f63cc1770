// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.RealData;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Calibration;
import org.xanesj.phantom.NanoXanes;
import org.xanesj.phantom.Phantom;
import org.xanesj.prepare.NormalizationMethod;

/** The whole way on a semi-synthetic stack: measured maps, energies and references, computed counts. */
class NanoXanesTest {

	private static SpeciateOptions options(final int maxSpecies, final NormalizationMethod normalization) {
		final SpeciateOptions d = SpeciateOptions.DEFAULT;
		return new SpeciateOptions(d.mode(), d.fit(), normalization, 0, 0, maxSpecies, d.constraint(), 0, 0, "", 0, 1, d
			.certainty());
	}

	private static Phantom phantom(final double counts) {
		return NanoXanes.make(RealData.at("nanoxanes-fe-k"), counts, Calibration.NONE, 1);
	}

	private static Speciation run(final Phantom phantom, final SpeciateOptions options) {
		return Speciate.run(new Sample(phantom.image(), Optional.empty(), Optional.empty(), phantom.references()), options,
			new LocalRunner(Progress.NONE));
	}

	/** Grains lie over each other: the mean of a cluster holds all four species. */
	@ParameterizedTest
	@CsvSource({ "100, 0.055", "1000, 0.020", "10000, 0.009" })
	void theFourSpeciesAreFoundAmongElevenReferences(final double counts, final double error, final TestReporter reporter) {
		final Phantom phantom = phantom(counts);
		final Speciation found = run(phantom, options(4, NormalizationMethod.AUTO));
		final PhantomScore score = PhantomScore.of(phantom, found);
		reporter.publishEntry(counts + " counts in the median edge step: " + score);
		assertEquals(phantom.trueNames(), found.found().inUse());
		assertTrue(score.error() <= error, "fractions: " + score.error());
		assertEquals(0.68, score.coverage().share(), 0.05, "coverage by one standard error");
		assertTrue(score.rand() > 0.95, "clusters: " + score.rand());
	}

	/** The library was normalised on a longer range than it is given on: on this one its steps would come out 0.7 to 1.1. */
	@Test
	void whatIsNormalizedAlreadyIsNotNormalizedAgain() {
		final Phantom phantom = phantom(10000);
		final Speciation kept = run(phantom, options(4, NormalizationMethod.AUTO));
		final Speciation again = run(phantom, options(4, NormalizationMethod.LARCH));
		assertTrue(kept.assumptions().stream().anyMatch(a -> a.startsWith("Used as they are") && a.contains("Hematite_NP")),
			kept.assumptions().toString());
		assertTrue(PhantomScore.of(phantom, kept).error() < 0.5 * PhantomScore.of(phantom, again).error());
	}

	@Test
	void tooFewSpeciesAreSaid() {
		final List<String> said = run(phantom(1000), options(3, NormalizationMethod.AUTO)).assumptions();
		assertTrue(said.stream().anyMatch(a -> a.contains("max_species=3 too low")), said.toString());
	}
}
