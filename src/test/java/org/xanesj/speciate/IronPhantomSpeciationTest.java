// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * The whole way on the iron K phantom, with everything automatic, against its truth: medians over twenty measurements
 * of the same sample. What is promised holds from an edge step of 30 times the noise on. The figures for 10, 30 and
 * 100 are left in {@code target/phantom-table.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IronPhantomSpeciationTest {

	private static final int MEASUREMENTS = 20;

	private final Map<Integer, List<PhantomScore>> scores = new TreeMap<>();

	private List<PhantomScore> scores(final int edgeStepOverNoise) {
		return scores.computeIfAbsent(edgeStepOverNoise, ratio -> IntStream.rangeClosed(1, MEASUREMENTS).parallel().mapToObj(
			seed -> score(seed, ratio, 0)).toList());
	}

	private static PhantomScore score(final int seed, final int edgeStepOverNoise, final double shift) {
		final Phantom phantom = IronPhantom.make(seed, edgeStepOverNoise);
		final List<Spectrum> raw = phantom.references().spectra();
		final ReferenceLibrary references = ReferenceLibrary.of(IntStream.range(0, raw.size()).mapToObj(j -> shifted(raw.get(
			j), j % 2 == 0 ? shift : -shift)).toList());
		final Speciation found = Speciate.run(new Sample(phantom.image(), Optional.empty(), Optional.empty(), references),
			shift == 0 ? SpeciateOptions.DEFAULT : SpeciateOptions.DEFAULT.with(new Certainty(CalibrationUse.NONE, ErrorBars.FIT,
				0)), new LocalRunner(1, Progress.NONE));
		assertTrue(found.found().calibration().isEmpty(), "a library that is right is not calibrated");
		return PhantomScore.of(phantom, found);
	}

	private static Spectrum shifted(final Spectrum reference, final double shift) {
		return new Spectrum(reference.name(), EnergyAxis.of(Arrays.stream(reference.energies().toArray()).map(e -> e + shift)
			.toArray()), reference.values());
	}

	private static double median(final List<PhantomScore> scores, final ToDoubleFunction<PhantomScore> figure) {
		final double[] sorted = scores.stream().mapToDouble(figure).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	@Test
	void atThirtyTimesTheNoiseTheSampleIsFound(final TestReporter reporter) {
		final List<PhantomScore> found = scores(30);
		reporter.publishEntry(line(30));
		assertEquals(4, median(found, PhantomScore::components), "components");
		assertEquals(4, median(found, PhantomScore::accepted), "true references that the target test accepts");
		assertTrue(median(found, PhantomScore::overlap) >= 0.95, "mask");
		assertTrue(median(found, PhantomScore::rand) >= 0.9, "clusters");
		assertTrue(median(found, PhantomScore::decoys) <= 0.02, "decoys");
	}

	@ParameterizedTest
	@CsvSource({ "10, 0.055", "30, 0.020", "100, 0.009" })
	void fractionsAndTheirErrorsHold(final int ratio, final double error) {
		final List<PhantomScore> found = scores(ratio);
		assertTrue(median(found, PhantomScore::error) <= error, "fractions: " + median(found, PhantomScore::error));
		final double byOne = median(found, s -> s.coverage().share());
		final double byTwo = median(found, s -> s.coverage().shareByTwo());
		assertTrue(byOne >= 0.65 && byOne <= 0.71, "coverage by one standard error: " + byOne);
		assertTrue(byTwo >= 0.93 && byTwo <= 0.97, "coverage by two standard errors: " + byTwo);
	}

	@Test
	void noiseIsWhatLimitsIt(final TestReporter reporter) {
		reporter.publishEntry(line(10));
		reporter.publishEntry(line(100));
		assertTrue(median(scores(100), PhantomScore::error) < median(scores(30), PhantomScore::error));
		assertTrue(median(scores(30), PhantomScore::error) < median(scores(10), PhantomScore::error));
		assertTrue(median(scores(10), PhantomScore::overlap) > 0.9, "mask");
		assertTrue(median(scores(10), PhantomScore::error) <= 0.055);
		assertTrue(median(scores(30), PhantomScore::error) <= 0.020);
		assertTrue(median(scores(100), PhantomScore::error) <= 0.009);
	}

	/**
	 * Whether these tests would notice: every reference 2 eV off, one up and the next down, so that no calibration common
	 * to all of them could mend it, and none is tried.
	 */
	@Test
	void referencesOffByTwoElectronvoltsAreNoticed() {
		final PhantomScore off = score(1, 30, 2);
		assertEquals(0, off.accepted(), "true references that the target test accepts");
		assertTrue(off.error() > 0.025, "fractions: " + off.error());
		assertTrue(off.decoys() > 0.02, "decoys: " + off.decoys());
		assertTrue(Math.abs(off.coverage().share() - 0.68) > 0.05, "coverage: " + off.coverage());
	}

	/** @return median and worst of every figure */
	private String line(final int ratio) {
		final List<PhantomScore> found = scores(ratio);
		return String.format(Locale.ROOT, "edge step / noise %3d: mean absolute error %s, Rand index %s, components %s, " +
			"true references accepted %s, decoys %s, mask %s, coverage by one standard error %s (truth 0 %s, truth 1 %s, between %s), by " +
			"two %s (truth 0 %s, truth 1 %s, between %s), free fractions %s, of them truth 0 %s, truth 1 %s", ratio, //
			highest(found, PhantomScore::error), lowest(found, PhantomScore::rand), farthest(found, 4,
				PhantomScore::components), lowest(found, PhantomScore::accepted), highest(found, PhantomScore::decoys), lowest(
					found, PhantomScore::overlap), farthest(found, 0.68, s -> s.coverage().share()), farthest(found, 0.68, s -> s
						.ofAbsent().share()), farthest(found, 0.68, s -> s.ofWhole().share()), farthest(found, 0.68, s -> s.ofMixed()
							.share()), farthest(found, 0.95, s -> s.coverage().shareByTwo()), farthest(found, 0.95, s -> s.ofAbsent()
								.shareByTwo()), farthest(found, 0.95, s -> s.ofWhole().shareByTwo()), farthest(found, 0.95, s -> s
									.ofMixed().shareByTwo()), highest(found, s -> s.coverage().free()), highest(found, s -> s.ofAbsent()
										.free()), highest(found, s -> s.ofWhole().free()));
	}

	private static String lowest(final List<PhantomScore> scores, final ToDoubleFunction<PhantomScore> figure) {
		return text(median(scores, figure), scores.stream().mapToDouble(figure).min().orElseThrow());
	}

	private static String highest(final List<PhantomScore> scores, final ToDoubleFunction<PhantomScore> figure) {
		return text(median(scores, figure), scores.stream().mapToDouble(figure).max().orElseThrow());
	}

	private static String farthest(final List<PhantomScore> scores, final double from,
		final ToDoubleFunction<PhantomScore> figure)
	{
		final double worst = scores.stream().mapToDouble(figure).reduce(from, (a, b) -> Math.abs(a - from) > Math.abs(b -
			from) ? a : b);
		return text(median(scores, figure), worst);
	}

	private static String text(final double median, final double worst) {
		return String.format(Locale.ROOT, "%.4g [%.4g]", median, worst);
	}

	@AfterAll
	void leaveTheTable() throws IOException {
		Files.createDirectories(Path.of("target"));
		final String table = "median [worst] of " + MEASUREMENTS + " measurements\n" + String.join("\n", scores.keySet()
			.stream().map(this::line).toList()) + "\n";
		Files.writeString(Path.of("target/phantom-table.txt"), table);
	}
}
