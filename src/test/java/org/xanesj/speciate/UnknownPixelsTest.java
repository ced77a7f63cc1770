// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.LibraryOffset;
import org.xanesj.phantom.Phantom;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * Species that are not in the library, on the iron K phantom without one of its true references. The figures are left in
 * {@code target/unknown-table.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownPixelsTest {

	private final List<String> lines = new ArrayList<>();
	private final Runner runner = new LocalRunner(Progress.NONE);

	private static SpeciateOptions falseAlarm(final double rate) {
		return SpeciateOptions.DEFAULT.with(new Certainty(CalibrationUse.AUTO, ErrorBars.FIT, rate));
	}

	private static Sample without(final int species, final Phantom phantom) {
		final List<Spectrum> some = new ArrayList<>(phantom.references().spectra());
		some.remove(species);
		return new Sample(phantom.image(), Optional.empty(), Optional.empty(), ReferenceLibrary.of(some));
	}

	/** @return the area under the ROC curve of the test's statistic for these pixels against those that hold nothing hidden */
	private double area(final Phantom phantom, final int hidden, final IntPredicate positive) {
		final FitBasis basis = FitBasis.of(without(hidden, phantom), SpeciateOptions.DEFAULT, runner);
		final Unexplained test = Unexplained.of(basis.ground(), basis.fitting(), basis.references().spectra(),
			SpeciateOptions.DEFAULT, runner).test().orElseThrow();
		final double[] deviations = new double[phantom.labels().length];
		test.eachPlane(runner, plane -> System.arraycopy(test.test().deviations(plane.misfit(), phantom.image().width()), 0,
			deviations, (int) plane.first(), deviations.length));
		final float[] share = phantom.fractions()[hidden];
		final int[] pixels = IntStream.range(0, deviations.length).filter(p -> !Double.isNaN(deviations[p]) && (share[p] == 0 ||
			positive.test(p))).toArray();
		return RocArea.of(IntStream.of(pixels).mapToDouble(p -> deviations[p]).toArray(), IntStream.of(pixels).mapToObj(
			p -> share[p] > 0).toList());
	}

	@Test
	void aSpeciesThatFillsMostOfAPixelStandsOut() {
		for (final int ratio : new int[] { 10, 30, 100 }) {
			final Phantom phantom = IronPhantom.make(1, ratio);
			for (int hidden = 0; hidden < 4; hidden++) {
				final float[] share = phantom.fractions()[hidden];
				final double area = area(phantom, hidden, p -> share[p] > 0.6);
				lines.add(String.format(Locale.ROOT, "edge step / noise %3d, %s hidden: area under the ROC curve %.4f", ratio,
					phantom.trueNames().get(hidden), area));
				if (ratio >= 30) assertTrue(area >= 0.97, lines.get(lines.size() - 1));
			}
		}
	}

	/** A fifth of a pixel cannot always be seen: this is reported as it is. */
	@Test
	void aFifthOfAPixel() {
		for (final int ratio : new int[] { 10, 30, 100 }) for (int hidden = 0; hidden < 4; hidden++) {
			final Phantom phantom = IronPhantom.makeDiluted(1, ratio, hidden, 0.2);
			final float[] share = phantom.fractions()[hidden];
			final double area = area(phantom, hidden, p -> share[p] > 0.19);
			lines.add(String.format(Locale.ROOT, "edge step / noise %3d, a fifth %s hidden: area under the ROC curve %.4f",
				ratio, phantom.trueNames().get(hidden), area));
			if (ratio == 100) assertTrue(area >= 0.8, lines.get(lines.size() - 1));
		}
	}

	@Test
	void falseAlarmsAreAsManyAsWereChosen() {
		for (final LibraryOffset offset : List.of(LibraryOffset.NONE, new LibraryOffset(0.3, 0.6, 0.2)))
			for (final int ratio : new int[] { 10, 30, 100 }) {
				final double[] rates = { 0.01, 0.05 };
				final double[] found = new double[2];
				for (int seed = 1; seed <= 2; seed++) addFalseAlarms(IronPhantom.make(seed, ratio, offset), rates, found);
				for (int i = 0; i < 2; i++) {
					lines.add(String.format(Locale.ROOT, "edge step / noise %3d, %s: false alarms %.4f of %.2f", ratio, offset.equals(
						LibraryOffset.NONE) ? "exact library" : "calibrated library", found[i] / 2, rates[i]));
					assertEquals(1, found[i] / 2 / rates[i], 0.4, lines.get(lines.size() - 1));
				}
			}
	}

	private void addFalseAlarms(final Phantom phantom, final double[] rates, final double[] found) {
		final FitBasis basis = FitBasis.of(new Sample(phantom.image(), Optional.empty(), Optional.empty(), phantom
			.references()), SpeciateOptions.DEFAULT, runner);
		final List<Spectrum> references = LibraryCalibration.of(basis.fitting(), SpectralClusters.of(basis.ground(), 8, 1,
			runner), basis.references(), basis.ground().axis(), CalibrationUse.AUTO).references().spectra();
		for (int i = 0; i < rates.length; i++) {
			final Mask pixels = Unexplained.of(basis.ground(), basis.fitting(), references, falseAlarm(rates[i]), runner).test()
				.orElseThrow().pixels(runner);
			found[i] += (double) pixels.count() / basis.ground().edge().mask().count();
		}
	}

	@Test
	void aSpeciesThatMakesAClusterOfItsOwn() {
		final Phantom phantom = IronPhantom.make(2, 30);
		final Speciation found = Speciate.run(without(0, phantom), SpeciateOptions.DEFAULT, runner);
		final boolean[] unknown = new boolean[found.results().size() + 1];
		for (final ClusterResult r : found.results()) unknown[r.number()] = r.species().equals(Species.UNKNOWN);
		final int[] hidden = IntStream.range(0, phantom.labels().length).filter(p -> phantom.labels()[p] == 1 && found
			.labels()[p] > 0).toArray();
		final double share = IntStream.of(hidden).filter(p -> unknown[found.labels()[p]]).count() / (double) hidden.length;
		lines.add(String.format(Locale.ROOT, "edge step / noise  30, %s hidden: %.4f of its pixels are called unknown", phantom
			.trueNames().get(0), share));
		assertTrue(share >= 0.95, "found: " + share);
		final int[] others = IntStream.range(0, phantom.labels().length).filter(p -> phantom.labels()[p] > 0 && phantom
			.labels()[p] <= 4 && phantom.labels()[p] != 1 && found.labels()[p] > 0).toArray();
		final double called = IntStream.of(others).filter(p -> unknown[found.labels()[p]]).count() / (double) others.length;
		assertTrue(called < 0.08, "grains of others: " + called);
	}

	/** Tables and maps speak of the same pixels. */
	@Test
	void labelsSizesAndMeansAgree() {
		final Phantom phantom = IronPhantom.make(2, 30);
		final Speciation found = Speciate.run(without(1, phantom), falseAlarm(0.01), new LocalRunner(1, Progress.NONE));
		final int label = found.found().clusters().count() + 1;
		assertEquals(label, found.results().size());
		for (final ClusterResult r : found.results()) {
			final Mask pixels = Mask.of(found.labels().length, p -> found.labels()[(int) p] == r.number());
			assertEquals(pixels.count(), r.pixels());
			assertArrayEquals(MeanSpectrum.of(phantom.image(), pixels, runner).mean().values(), r.spectrum().values(), 1e-5);
		}
		final Speciation again = Speciate.run(without(1, phantom), falseAlarm(0.01), new LocalRunner(3, Progress.NONE));
		assertArrayEquals(found.labels(), again.labels());
		assertEquals(Species.UNKNOWN, found.results().get(label - 1).species());
		assertTrue(found.results().get(label - 1).pixels() > 0);
	}

	@AfterAll
	void leaveTheTable() throws IOException {
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target/unknown-table.txt"), String.join("\n", lines.stream().sorted().toList()) + "\n");
	}
}
