// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.xanesj.RealData;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.io.MaskFile;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.io.SpectrumFile;
import org.xanesj.io.StackFormats;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * A measured stack at the iron L edges: one reduced grain, oxidised ones, and a field that absorbs but holds no iron;
 * with the experimenters' own mask and end members.
 */
class StxmGrainsTest {

	private static final int WIDTH = 125;

	private final SpectralImage stack = open("71214078.hdr");
	private final Spectrum incident = SpectrumFile.read(file("i0.xsp"));
	private final ReferenceLibrary endMembers = ReferenceFiles.open(file("oxidized.t")).and(ReferenceFiles.open(file(
		"reduced.t")));

	private static Path file(final String name) {
		return RealData.at("stxm-fe-l/stack/" + name);
	}

	private static SpectralImage open(final String name) {
		return StackFormats.of(file(name)).orElseThrow().open(file(name));
	}

	private Speciation speciate(final Optional<Mask> mask, final SpeciateOptions options) {
		return Speciate.run(new Sample(stack, Optional.of(incident), mask, endMembers), options, new LocalRunner(
			Progress.NONE));
	}

	/** Both ends included. */
	private static int[] box(final int left, final int right, final int top, final int bottom) {
		return IntStream.rangeClosed(top, bottom).flatMap(y -> IntStream.rangeClosed(left, right).map(x -> x + WIDTH * y))
			.toArray();
	}

	private static double share(final Speciation found, final int[] pixels, final int label) {
		return IntStream.of(pixels).filter(p -> found.labels()[p] == label).count() /
			(double) pixels.length;
	}

	/** The mean over those pixels that are mapped, which must be most. */
	private static double mean(final Speciation found, final String species, final int[] pixels) {
		final SpeciesMaps maps = found.maps().orElseThrow();
		final float[] map = maps.fractions()[maps.names().indexOf(species)];
		final double[] mapped = IntStream.of(pixels).mapToDouble(p -> map[p]).filter(Double::isFinite).toArray();
		assertTrue(mapped.length > 0.5 * pixels.length, mapped.length + " of " + pixels.length + " pixels are mapped");
		return IntStream.range(0, mapped.length).mapToDouble(i -> mapped[i]).average().orElseThrow();
	}

	private static String speciesAt(final Speciation found, final int x, final int y) {
		return found.results().get(found.labels()[x + WIDTH * y] - 1).species();
	}

	@Test
	void theReducedGrainAndTheOxidisedOnesAreMapped() {
		final Speciation found = speciate(Optional.empty(), SpeciateOptions.DEFAULT);
		assertTrue(mean(found, "reduced", box(6, 14, 1, 9)) > 0.7);
		assertTrue(mean(found, "oxidized", box(55, 80, 15, 30)) > 0.7);
		assertTrue(mean(found, "oxidized", box(105, 124, 0, 20)) > 0.7);
		assertTrue(speciesAt(found, 10, 5).startsWith("reduced"), speciesAt(found, 10, 5));
		assertTrue(speciesAt(found, 70, 22).startsWith("oxidized"), speciesAt(found, 70, 22));
		assertTrue(speciesAt(found, 120, 5).startsWith("oxidized"), speciesAt(found, 120, 5));
	}

	@Test
	void theFieldWithoutIronIsBackground(final TestReporter reporter) {
		final Speciation found = speciate(Optional.empty(), SpeciateOptions.DEFAULT);
		final Mask ours = found.ground().edge().mask();
		final Mask theirs = MaskFile.read(file("mask_file.msk"), WIDTH, stack.height());
		final long both = ours.and(theirs::contains).count();
		final double overlap = both / (double) (ours.count() + theirs.count() - both);
		reporter.publishEntry(String.format(Locale.ROOT, "mask: %d pixels, the experimenters' %d, both %d: intersection " +
			"over union %.3f", ours.count(), theirs.count(), both, overlap));
		assertTrue(overlap >= 0.6, "intersection over union: " + overlap);
		final int[] beside = IntStream.range(0, (int) ours.size()).filter(p -> !theirs.contains(p)).toArray();
		assertTrue(share(found, beside, 0) > 0.8, "background beside the experimenters' mask");
		assertTrue(share(found, box(0, 89, 95, 124), 0) > 0.95, "background in the lower left field");
	}

	/** Nothing is decided for the user here: two end members and a line in every pixel, weighed by the noise. */
	@Test
	void amountsAreThoseOfAnIndependentLeastSquaresInEveryPixel() {
		final Speciation found = speciate(Optional.of(Mask.all(stack.size())), SpeciateOptions.DEFAULT.with(
			NormalizationMethod.NONE).with(Constraint.NON_NEGATIVE).with(Certainty.PLAIN));
		assertEquals(stack.size(), found.ground().edge().mask().count());
		assertEquals(stack.energies(), found.ground().axis());
		final SpeciesMaps maps = found.maps().orElseThrow();
		assertEquals(List.of("oxidized", "reduced"), maps.names());
		final TwoSpeciesLeastSquares independent = new TwoSpeciesLeastSquares(stack.energies(), endMembers.spectra().get(0),
			endMembers.spectra().get(1), found.ground().noise().sigma());
		int atZero = 0;
		for (int p = 0; p < stack.size(); p++) {
			final double[] expected = independent.amounts(absorption(p));
			for (int j = 0; j < 2; j++) {
				assertEquals(expected[j], maps.fractions()[j][p], 1e-4, "pixel " + p + " " + maps.names().get(j));
				if (expected[j] == 0) atZero++;
			}
		}
		assertTrue(atZero > 1000, "the bound is put to the test: " + atZero);
	}

	private double[] absorption(final int pixel) {
		final double[] absorption = incident.on(stack.energies()).values();
		for (int e = 0; e < absorption.length; e++)
			absorption[e] = Math.log(absorption[e] / stack.pixels().getAt(pixel % WIDTH, pixel / WIDTH, e).get());
		return absorption;
	}
}
