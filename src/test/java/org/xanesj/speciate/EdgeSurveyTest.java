// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.RealData;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.edge.EdgeAnalysis;
import org.xanesj.edge.EdgeMaps;
import org.xanesj.edge.EdgeMethod;
import org.xanesj.edge.EdgeNumbers;
import org.xanesj.edge.Quantity;
import org.xanesj.edge.StateCalibration;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/** Edges of whole stacks, with the noise that these show. */
class EdgeSurveyTest {

	private static final int WIDTH = 40, HEIGHT = 30;
	private static final EnergyAxis EVERY_EV = SmallStack.every(7070, 1, 121);
	private static final double SHIFT = 0.1, NOISE = 1 / 30.0;

	private static SpectralImage halves(final double noise) {
		return SmallStack.of(EVERY_EV, WIDTH, HEIGHT, 1, p -> p % WIDTH < WIDTH / 2 ? e -> SmallStack.mu(e, 7122.3,
			0.4) : e -> SmallStack.mu(e, 7122.3 + SHIFT, 0.4), noise);
	}

	private static EdgeSurvey survey(final SpectralImage image, final EdgeMethod method, final Mask mask) {
		return EdgeSurvey.of(new Sample(image, Optional.empty(), Optional.of(mask), ReferenceLibrary.of(List.of())), "",
			EdgeAnalysis.Options.DEFAULT.with(method).withLevels(0.15, 0.9), Normalization.Options.AUTOMATIC, runner(2));
	}

	private static LocalRunner runner(final int threads) {
		return new LocalRunner(threads, Progress.NONE);
	}

	private static Mask all(final SpectralImage image) {
		return Mask.all(image.size());
	}

	/** At an edge step of 30 times the noise, in 600 pixels on each side. */
	@ParameterizedTest
	@EnumSource(EdgeMethod.class)
	void aTenthOfAnEvBetweenTwoHalvesIsFound(final EdgeMethod method) {
		final SpectralImage image = halves(NOISE);
		final EdgeMaps maps = survey(image, method, all(image)).maps(runner(2));
		final SummaryStatistics left = new SummaryStatistics(), right = new SummaryStatistics();
		for (int p = 0; p < image.size(); p++) if (Float.isFinite(maps.values()[0][p])) (p % WIDTH < WIDTH / 2 ? left : right)
			.addValue(maps.values()[0][p]);
		assertTrue(left.getN() > 590 && right.getN() > 590, left.getN() + " and " + right.getN() + " pixels");
		final double error = Math.sqrt(left.getVariance() / left.getN() + right.getVariance() / right.getN());
		final double shift = right.getMean() - left.getMean();
		assertEquals(SHIFT, shift, 2.5 * error, method.toString());
		assertTrue(shift > 3 * error, method + ": " + shift + " ± " + error);
		assertTrue(maps.detectionLimit(0) > SHIFT && maps.detectionLimit(0) < 1, "no single pixel shows it: " + maps
			.detectionLimit(0));
	}

	@ParameterizedTest
	@EnumSource(EdgeMethod.class)
	void theErrorsOfPixelsHoldWithTheNoiseThatIsFound(final EdgeMethod method) {
		final SpectralImage image = halves(NOISE);
		final EdgeSurvey survey = survey(image, method, all(image));
		final EdgeMaps maps = survey.maps(runner(2));
		final double[] nothing = new double[EVERY_EV.size()];
		Arrays.fill(nothing, 1e-7);
		final EdgeNumbers[] truth = new EdgeNumbers[2];
		for (int half = 0; half < 2; half++) {
			final double e0 = 7122.3 + half * SHIFT;
			truth[half] = survey.analysis().of(Arrays.stream(EVERY_EV.toArray()).map(e -> SmallStack.mu(e, e0, 0.4) + SmallStack
				.matrix(e)).toArray(), nothing);
		}
		int within = 0, count = 0;
		for (int p = 0; p < image.size(); p++) {
			if (Float.isNaN(maps.errors()[0][p])) continue;
			count++;
			if (Math.abs(maps.values()[0][p] - truth[p % WIDTH < WIDTH / 2 ? 0 : 1].values()[0]) <= maps.errors()[0][p]) within++;
		}
		final double percent = 100.0 * within / count;
		assertTrue(percent > 63 && percent < 74, method + ": " + percent + " %");
	}

	@Test
	void theMeanOfARegionHasTheErrorOfItsPixelsOverTheRootOfTheirNumber() {
		final SpectralImage image = halves(NOISE);
		final EdgeSurvey survey = survey(image, EdgeMethod.HALF_HEIGHT, all(image));
		final EdgeMaps maps = survey.maps(runner(2));
		final Mask left = Mask.of(image.size(), p -> p % WIDTH < WIDTH / 2);
		final EdgeSurvey.Region region = survey.region("left", left, runner(2));
		assertEquals(600, region.pixels());
		final double pixel = Math.sqrt(left.and(p -> Float.isFinite(maps.errors()[0][(int) p])).count() == 0 ? Double.NaN
			: meanSquare(maps.errors()[0], left));
		assertEquals(1, region.numbers().errors()[0] * Math.sqrt(600) / pixel, 0.1);
	}

	private static double meanSquare(final float[] errors, final Mask mask) {
		double sum = 0;
		int n = 0;
		for (int p = 0; p < errors.length; p++) if (mask.contains(p) && Float.isFinite(errors[p])) {
			sum += errors[p] * errors[p];
			n++;
		}
		return sum / n;
	}

	@Test
	void theAnswerDoesNotDependOnThreads() {
		final SpectralImage image = halves(NOISE);
		final EdgeSurvey survey = survey(image, EdgeMethod.DERIVATIVE, all(image));
		final EdgeMaps one = survey.maps(runner(1)), four = survey.maps(runner(4));
		for (int q = 0; q < one.quantities().size(); q++) {
			assertArrayEquals(one.values()[q], four.values()[q]);
			assertArrayEquals(one.errors()[q], four.errors()[q]);
		}
	}

	@Test
	void pixelsWithoutTheElementHaveNoEdge() {
		final SpectralImage image = SmallStack.of(EVERY_EV, WIDTH, HEIGHT, 1, p -> p % WIDTH < WIDTH / 2 ? e -> 0
			: e -> SmallStack.mu(e, 7122, 0.4), NOISE);
		final EdgeMaps maps = survey(image, EdgeMethod.DERIVATIVE, all(image)).maps(runner(2));
		for (int p = 0; p < image.size(); p++) assertEquals(p % WIDTH < WIDTH / 2, Float.isNaN(maps.values()[0][p]), "pixel " +
			p);
	}

	/**
	 * Semi-synthetic: each column of the image is a measured iron reference, each row has other noise, a two hundredth of
	 * the edge step. Centroids of Fe(II) and Fe(III) lie 1.4 eV apart (Wilke et al., Am. Mineral. 86, 714 (2001)).
	 */
	@Test
	void measuredFerrousReferencesLieBelowFerricOnes() {
		final Map<String, Double> states = new LinkedHashMap<>();
		for (final String name : List.of("Siderite FeXANES ITFA2", "Fo80_NHM FeEXAFS", "Almandine_Waychunas FeXANES",
			"Hypersthene FeXANES powder avg")) states.put(name, 2.0);
		for (final String name : List.of("Goethite FeXANES", "Hematite FeXANES", "Ferrihydrite 2L_Kim FeXANES",
			"Andradite FeXANES", "Esseneite FeXANES powder avg")) states.put(name, 3.0);
		final ReferenceLibrary library = ReferenceFiles.open(RealData.at("references-fe-k"));
		final SpectralImage image = columns(library, List.copyOf(states.keySet()), 12, 0.005);
		for (final EdgeMethod method : EdgeMethod.values()) {
			final EdgeSurvey survey = survey(image, method, all(image));
			final EdgeMaps maps = survey.maps(runner(2));
			final double[] ferrous = column(maps.values()[0], 0, 4, image.width()), ferric = column(maps.values()[0], 4, 9, image
				.width());
			assertTrue(Arrays.stream(ferrous).max().orElseThrow() < Arrays.stream(ferric).min().orElseThrow(), method + ": " + Arrays
				.toString(ferrous) + Arrays.toString(ferric));
			final double apart = Arrays.stream(ferric).average().orElseThrow() - Arrays.stream(ferrous).average().orElseThrow();
			assertTrue(apart > 2.5 && apart < 5.5, method + ": " + apart + " eV apart");
			final StateReferences measured = StateReferences.of(survey, library, states, 0);
			assertEquals(states.size(), measured.points().size(), measured.notes().toString());
			final StateCalibration calibration = StateCalibration.of("linear", measured.points());
			assertEquals(2.5, calibration.of((calibration.lowest() + calibration.highest()) / 2, 0.1).state(), 0.25, method
				.toString());
		}
		final EdgeSurvey survey = survey(columns(library, List.of("Fo80_NHM FeEXAFS", "Almandine_Waychunas FeXANES",
			"Esseneite FeXANES powder avg", "Ferrihydrite 2L_Kim FeXANES"), 12, 0.0005), EdgeMethod.HALF_HEIGHT, Mask.all(4 * 12));
		final EdgeMaps maps = survey.maps(runner(2));
		final float[] centroids = maps.values()[maps.quantities().indexOf(Quantity.PRE_EDGE_CENTROID)];
		final double apart = Arrays.stream(column(centroids, 2, 4, 4)).average().orElseThrow() - Arrays.stream(column(centroids,
			0, 2, 4)).average().orElseThrow();
		assertEquals(1.4, apart, 0.3, "centroids " + Arrays.toString(column(centroids, 0, 4, 4)));
	}

	/** @return the means over the rows of some columns */
	private static double[] column(final float[] map, final int from, final int to, final int width) {
		final double[] means = new double[to - from];
		for (int x = from; x < to; x++) {
			final SummaryStatistics rows = new SummaryStatistics();
			for (int p = x; p < map.length; p += width) if (Float.isFinite(map[p])) rows.addValue(map[p]);
			means[x - from] = rows.getMean();
		}
		return means;
	}

	private static SpectralImage columns(final ReferenceLibrary library, final List<String> names, final int rows,
		final double noise)
	{
		final List<Double> energies = new ArrayList<>();
		for (double e = 7068; e < 7100; e += 4) energies.add(e);
		for (double e = 7100; e < 7140; e += 0.5) energies.add(e);
		for (double e = 7140; e < 7260; e += 4) energies.add(e);
		final EnergyAxis axis = EnergyAxis.of(energies.stream().mapToDouble(Double::doubleValue).toArray());
		final Random random = new Random(6);
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < axis.size(); e++) planes.add(new float[names.size() * rows]);
		for (int x = 0; x < names.size(); x++) {
			final String name = names.get(x);
			final Spectrum reference = library.spectra().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().on(
				axis);
			final double step = NormalizationOperator.of(NormalizationMethod.LARCH, axis, 7122, Normalization.Options.AUTOMATIC)
				.edgeStep(reference.values());
			for (int e = 0; e < axis.size(); e++) for (int y = 0; y < rows; y++) planes.get(e)[x + y * names
				.size()] = (float) (reference.values()[e] / step + noise * random.nextGaussian());
		}
		return SpectralImage.ofPlanes(planes, names.size(), rows, 1, axis, StackInfo.named("references"));
	}
}
