// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.PlaneSpectra;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.speciate.GroupingOptions.Criterion;
import org.xanesj.speciate.GroupingOptions.Method;
import org.xanesj.speciate.SpaceOptions.First;
import org.xanesj.speciate.SpaceOptions.Of;
import org.xanesj.speciate.SpaceOptions.Variant;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

class ClusterMapTest {

	private static final LocalRunner RUNNER = new LocalRunner(2, Progress.NONE);
	private static final Phantom IRON = IronPhantom.make(1, 30);
	private static final FitBasis WHOLE = iron(Optional.empty());
	private static final FitBasis PURE = iron(Optional.of(IRON.pure()));

	/** A third species, between the two of the small stack. */
	private static final DoubleUnaryOperator STRANGER = e -> SmallStack.mu(e, 7122.5, 0.1);
	private static final int WIDTH = 60;

	private static GroupingOptions with(final Method method, final int clusters, final double falseAlarm) {
		return new GroupingOptions(method, Criterion.AUTO, clusters, falseAlarm, 0, 0, 1);
	}

	private static SpaceOptions by(final Of of) {
		return new SpaceOptions(of, Variant.XANESJ, 0, First.KEEP, NormalizationMethod.AUTO);
	}

	private static FitBasis basis(final SpectralImage image, final Optional<Mask> mask, final ReferenceLibrary references) {
		return FitBasis.of(new Sample(image, Optional.empty(), mask, references), SpeciateOptions.DEFAULT, RUNNER);
	}

	private static FitBasis iron(final Optional<Mask> mask) {
		return basis(IRON.image(), mask, ReferenceLibrary.of(List.of()));
	}

	private static ClusterMap map(final FitBasis basis, final SpaceOptions by, final GroupingOptions options) {
		return ClusterMap.of(basis, by, options, RUNNER);
	}

	/** Halves of two species, the edge step 50 times the noise; a few pixels of a third one in the corner. */
	private static SpectralImage small(final int strangers, final int depth) {
		return SmallStack.of(SmallStack.ENERGIES, WIDTH, WIDTH, depth, p -> p < strangers ? STRANGER : p % WIDTH < WIDTH / 2
			? SmallStack.REDUCED : SmallStack.OXIDIZED, 0.02);
	}

	private static double rand(final ClusterMap map) {
		final int[] grains = IRON.pure().offsets(0, map.labels().length);
		return AdjustedRandIndex.of(IntStream.of(grains).map(p -> IRON.labels()[p]).toArray(), IntStream.of(grains).map(p -> map
			.labels()[p]).toArray());
	}

	private static double none(final ClusterMap map) {
		return map.classes().stream().filter(ClusterClass::isNone).mapToDouble(ClusterClass::fractionOfArea).sum();
	}

	@Test
	void withoutATestKMeansIsThatOfTheMainJob() {
		final FitBasis basis = WHOLE;
		final ClusterMap map = map(basis, SpaceOptions.DEFAULT, with(Method.K_MEANS, 0, 0));
		final SpectralClusters main = SpectralClusters.of(basis.ground(), 0, 1, RUNNER);
		assertArrayEquals(main.labels(basis.ground(), RUNNER).values(), map.labels());
		for (int c = 0; c < main.count(); c++) assertArrayEquals(main.means().get(c).values(), map.classes().get(c).mean()
			.values(), 1e-9);
		assertEquals(main.number().orElseThrow().suggested(), map.criteria().orElseThrow().byNoise().suggested());
	}

	/** Bounds; docs/numbers/clusters.md has what was measured. */
	@ParameterizedTest
	@CsvSource({ "K_MEANS, 9", "GAUSSIAN_MIXTURE, 9", "DENSITY, 0" })
	void pureGrainsAreToldApart(final Method method, final int clusters) {
		final ClusterMap map = map(WHOLE, SpaceOptions.DEFAULT, with(method, clusters, 0.001));
		assertTrue(rand(map) > 0.95, method + ": " + rand(map));
		assertTrue(none(map) < 0.05, "no cluster: " + none(map));
	}

	/** Where all pixels are of four species, noise alone takes them away from their clusters. */
	@ParameterizedTest
	@CsvSource({ "K_MEANS, 0.01", "K_MEANS, 0.05", "GAUSSIAN_MIXTURE, 0.01", "GAUSSIAN_MIXTURE, 0.05" })
	void soManyPixelsThatBelongAreCalledStrangersAsWasAsked(final Method method, final double falseAlarm) {
		final ClusterMap map = map(PURE, SpaceOptions.DEFAULT, with(method, 4, falseAlarm));
		assertEquals(falseAlarm, none(map), 0.5 * falseAlarm);
	}

	@ParameterizedTest
	@EnumSource(Method.class)
	void aFewPixelsOfAnotherSpeciesFitNoCluster(final Method method) {
		final int strangers = 8;
		final ClusterMap map = map(basis(small(strangers, 1), Optional.of(Mask.all(WIDTH * WIDTH)), ReferenceLibrary.of(List
			.of())), SpaceOptions.DEFAULT, method == Method.DENSITY ? new GroupingOptions(method, Criterion.AUTO, 0, 0, 0, strangers +
				1, 1) : with(method, 2, 0.001));
		final int last = map.classes().size();
		assertTrue(map.classes().get(last - 1).isNone());
		for (int p = 0; p < strangers; p++) assertEquals(last, map.labels()[p], "pixel " + p);
		assertEquals(0, none(map), 0.03);
	}

	@ParameterizedTest
	@EnumSource(Method.class)
	void theSameSeedGivesTheSameLabelsOnAnyNumberOfThreads(final Method method) {
		final GroupingOptions options = with(method, method == Method.DENSITY ? 0 : 5, 0.001);
		final ClusterMap one = ClusterMap.of(WHOLE, SpaceOptions.DEFAULT, options, new LocalRunner(1, Progress.NONE));
		for (final int threads : new int[] { 2, 3 }) {
			final ClusterMap other = ClusterMap.of(WHOLE, SpaceOptions.DEFAULT, options, new LocalRunner(threads, Progress.NONE));
			assertArrayEquals(one.labels(), other.labels());
			for (int c = 0; c < one.classes().size(); c++) assertArrayEquals(one.classes().get(c).sd(), other.classes().get(c)
				.sd());
		}
	}

	@ParameterizedTest
	@EnumSource(Method.class)
	void aVolumeThatIsReadPieceByPieceHasTheSameClusters(final Method method) {
		final SpectralImage volume = small(0, 3);
		final int clusters = method == Method.DENSITY ? 0 : 2;
		final ClusterMap inMemory = map(basis(volume, Optional.empty(), ReferenceLibrary.of(List.of())), SpaceOptions.DEFAULT,
			with(method, clusters, 0.001));
		final ClusterMap lazy = ClusterMap.of(basis(PlaneSpectra.lazy(volume, 7, 2), Optional.empty(), ReferenceLibrary.of(List
			.of())), SpaceOptions.DEFAULT, with(method, clusters, 0.001), new SendingRunner());
		assertArrayEquals(inMemory.labels(), lazy.labels());
		assertEquals(3 * WIDTH * WIDTH, inMemory.labels().length);
	}

	@ParameterizedTest
	@CsvSource({ "SPECTRA, K_MEANS", "FRACTIONS, K_MEANS", "FRACTIONS, GAUSSIAN_MIXTURE" })
	void pixelsAreGroupedBySpectraAndByFractions(final Of of, final Method method) {
		final ClusterMap map = ClusterMap.of(basis(small(0, 1), Optional.empty(), SmallStack.references()), by(of), with(method,
			2, 0.001), new SendingRunner());
		final int[] labels = map.labels();
		for (int p = 0; p < labels.length; p++) if (labels[p] == 1 || labels[p] == 2) assertEquals(labels[p % WIDTH < WIDTH /
			2 ? 20 * WIDTH + 1 : 20 * WIDTH + WIDTH - 2], labels[p], "pixel " + p);
		assertEquals(2, Arrays.stream(labels).filter(l -> l == 1 || l == 2).distinct().count());
		assertTrue(none(map) < 0.01, "no cluster: " + none(map));
	}

	@Test
	void numbersByAllCriteriaStandSideBySide() {
		final ClusterMap map = map(basis(small(0, 1), Optional.empty(), ReferenceLibrary.of(List.of())), SpaceOptions.DEFAULT,
			GroupingOptions.DEFAULT);
		assertEquals(2, map.criteria().orElseThrow().byNoise().suggested());
		assertEquals(2, map.criteria().orElseThrow().bySilhouette());
		assertEquals(2, map.criteria().orElseThrow().byBic());
		assertTrue(map.notes().contains("Number of clusters: by noise 2, by silhouette 2, by BIC 2; from 1 to 10 were tried."),
			map.notes().toString());
	}

	@Test
	void whatDoesNotGoTogetherIsRefused() {
		assertThrows(InputException.class, () -> with(Method.DENSITY, 3, 0));
		assertThrows(InputException.class, () -> with(Method.K_MEANS, 3, 0.7));
		assertThrows(InputException.class, () -> new GroupingOptions(Method.K_MEANS, Criterion.AUTO, 0, 0, 0.1, 0, 1));
		assertThrows(InputException.class, () -> new SpaceOptions(Of.SPECTRA, Variant.MANTIS, 0, First.KEEP,
			NormalizationMethod.AUTO));
		assertThrows(InputException.class, () -> new SpaceOptions(Of.SCORES, Variant.XANESJ, 1, First.KEEP,
			NormalizationMethod.AUTO));
		final FitBasis basis = basis(small(0, 1), Optional.empty(), ReferenceLibrary.of(List.of()));
		assertThrows(InputException.class, () -> map(basis, by(Of.FRACTIONS), GroupingOptions.DEFAULT));
		assertThrows(InputException.class, () -> map(basis, by(Of.SPECTRA), with(Method.GAUSSIAN_MIXTURE, 2, 0)));
		assertThrows(InputException.class, () -> map(basis, by(Of.SPECTRA), new GroupingOptions(Method.K_MEANS,
			Criterion.BIC, 0, 0, 0, 0, 1)));
	}
}
