// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.SmallStack.ENERGIES;
import static org.xanesj.SmallStack.HEIGHT;
import static org.xanesj.SmallStack.OXIDIZED;
import static org.xanesj.SmallStack.REDUCED;
import static org.xanesj.SmallStack.WIDTH;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.SmallStack;
import org.xanesj.SmallStack.Content;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** The whole way on stacks at the limits of what it is made for, each with a truth that is known. */
class EdgeCasesTest {

	/** Without false alarms, which would be there in some of these and not in others. */
	private static final SpeciateOptions DEFAULT = SpeciateOptions.DEFAULT.with(new Certainty(CalibrationUse.AUTO,
		ErrorBars.FIT, 0));
	private static final ReferenceLibrary BOTH = SmallStack.references();
	private static final IntPredicate LEFT = p -> p % WIDTH < WIDTH / 2;
	private static final Content HALVES = p -> LEFT.test(p) ? REDUCED : OXIDIZED;
	private static final double NOISE = 0.01;

	private static Speciation run(final SpectralImage image, final Optional<Mask> mask, final ReferenceLibrary references,
		final SpeciateOptions options)
	{
		final Sample sample = new Sample(image, Optional.empty(), mask, references);
		return Speciate.run(sample, options, new LocalRunner(2, Progress.NONE));
	}

	private static Speciation halvesBy(final Spectrum... references) {
		return run(halves(ENERGIES, NOISE), Optional.empty(), ReferenceLibrary.of(List.of(references)), DEFAULT);
	}

	private static Speciation run(final SpectralImage image, final SpeciateOptions options) {
		return run(image, Optional.empty(), BOTH, options);
	}

	private static SpectralImage halves(final EnergyAxis energies, final double noise) {
		return SmallStack.of(energies, WIDTH, HEIGHT, 1, HALVES, noise);
	}

	private static SpectralImage all(final DoubleUnaryOperator content, final double noise) {
		return SmallStack.of(ENERGIES, WIDTH, HEIGHT, 1, p -> content, noise);
	}

	private static List<String> species(final Speciation result) {
		return result.results().stream().map(ClusterResult::species).sorted().toList();
	}

	private static void assertSaid(final Speciation result, final String note) {
		assertTrue(result.assumptions().stream().anyMatch(a -> a.contains(note)), result.assumptions().toString());
	}

	/** @return the mean fraction of a reference over these pixels */
	private static double fraction(final Speciation result, final String reference, final IntPredicate where) {
		final SpeciesMaps maps = result.maps().orElseThrow();
		final float[] map = maps.fractions()[maps.names().indexOf(reference)];
		return IntStream.range(0, map.length).filter(where).mapToDouble(p -> map[p]).average().orElseThrow();
	}

	/** Two clusters by their names, and the maps of both halves. */
	private static void assertHalves(final Speciation result, final double tolerance) {
		assertEquals(List.of("oxidized", "reduced"), species(result));
		for (final ClusterResult cluster : result.results()) assertEquals(WIDTH * HEIGHT / 2, cluster.pixels());
		assertEquals(1, fraction(result, "reduced", LEFT), tolerance);
		assertEquals(1, fraction(result, "oxidized", LEFT.negate()), tolerance);
	}

	/** Six energies suffice for two components and a line; more is better. */
	@ParameterizedTest
	@CsvSource({ "6, '7090,7105,7118,7123,7128,7150'", "7, '7090,7105,7118,7123,7128,7135,7150'",
		"8, '7090,7105,7118,7123,7128,7135,7150,7175'" })
	void fewEnergies(final int count, final String list) {
		final EnergyAxis energies = EnergyAxis.of(Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble)
			.toArray());
		assertEquals(count, energies.size());
		assertHalves(run(halves(energies, NOISE), DEFAULT), 0.02);
	}

	/** Five leave three coordinates without the line: one component and its noise. Pixels still tell species apart. */
	@Test
	void fiveEnergies() {
		final Speciation result = run(halves(EnergyAxis.of(7090, 7115, 7123, 7128, 7150), NOISE), DEFAULT);
		assertSaid(result, "At least 1 component stands above the noise");
		assertSaid(result, "these energies and pixels tell no more apart");
		assertEquals(List.of("oxidized 51 % + reduced 49 %"), species(result));
		assertTrue(fraction(result, "reduced", LEFT) > 0.9);
		assertTrue(fraction(result, "oxidized", LEFT.negate()) > 0.9);
	}

	@Test
	void oneColumn() {
		final Speciation result = run(SmallStack.of(ENERGIES, 1, 60, 1, p -> p < 30 ? REDUCED : OXIDIZED, NOISE), DEFAULT);
		assertEquals(List.of("oxidized", "reduced"), species(result));
		assertEquals(1, fraction(result, "reduced", p -> p < 30), 0.01);
		assertEquals(1, fraction(result, "oxidized", p -> p >= 30), 0.01);
	}

	@Test
	void onePixel() {
		final Speciation result = run(SmallStack.of(ENERGIES, 1, 1, 1, p -> REDUCED, NOISE), Optional.of(Mask.all(1)), BOTH,
			DEFAULT);
		assertEquals(List.of("reduced"), species(result));
		assertSaid(result, "reduced chi-squares mean nothing");
		assertEquals(List.of("undecided", "undecided"), result.targets().stream().map(t -> t.verdict()).toList());
	}

	@Test
	void oneSpecies() {
		final Speciation result = run(all(REDUCED, NOISE), DEFAULT);
		assertEquals(List.of("reduced"), species(result));
		assertEquals(1, result.ground().components());
		assertEquals(List.of("reduced"), result.maps().orElseThrow().names());
	}

	@Test
	void twoSpecies() {
		assertHalves(run(halves(ENERGIES, NOISE), DEFAULT), 0.01);
	}

	/** Rounding is no noise and no component. */
	@Test
	void noNoise() {
		final Speciation two = run(halves(ENERGIES, 0), DEFAULT);
		assertHalves(two, 1e-3);
		assertEquals(2, two.ground().components());
		assertSaid(two, "within the precision of the stack's numbers");
		assertFalse(Arrays.stream(two.ground().noise().sigma()).anyMatch(s -> !(s > 0)));
		final Speciation one = run(all(REDUCED, 0), DEFAULT);
		assertEquals(1, one.ground().components());
		assertEquals(List.of("reduced"), species(one));
	}

	@Test
	void aVolume() {
		final int plane = WIDTH * HEIGHT;
		final Speciation result = run(SmallStack.of(ENERGIES, WIDTH, HEIGHT, 3, p -> p < plane ? REDUCED : OXIDIZED, NOISE),
			DEFAULT);
		assertEquals(List.of("oxidized", "reduced"), species(result));
		assertEquals(List.of(2L * plane, (long) plane), result.results().stream().map(ClusterResult::pixels).toList());
		assertEquals(1, fraction(result, "reduced", p -> p < plane), 0.01);
		assertEquals(1, fraction(result, "oxidized", p -> p >= plane), 0.01);
	}

	@Test
	void onlyMatrix() {
		final SpectralImage matrix = all(e -> 0, NOISE);
		assertTrue(assertThrows(InputException.class, () -> run(matrix, DEFAULT)).getMessage().contains(
			"no pixel shows an edge"));
		final Speciation forced = run(matrix, Optional.of(Mask.all(matrix.size())), BOTH, DEFAULT);
		assertSaid(forced, "No component stands above the noise: there may be no edge in these pixels");
		assertSaid(forced, "1 cluster: nothing stands above the noise.");
		assertEquals(List.of(Species.UNKNOWN), species(forced));
		assertEquals(Optional.empty(), forced.maps());
	}

	/** What the only reference does not explain is unknown, not named by it. */
	@Test
	void oneReference() {
		final Speciation result = halvesBy(SmallStack.reference("oxidized", OXIDIZED));
		assertEquals(List.of("oxidized", Species.UNKNOWN), species(result));
	}

	@Test
	void theSameReferenceTwice() {
		final Speciation result = halvesBy(SmallStack.reference("oxidized", OXIDIZED), SmallStack.reference("reduced",
			REDUCED), SmallStack.reference("again", e -> 2 * REDUCED.applyAsDouble(e) + 0.3));
		assertSaid(result, "The references reduced and again are alike from 7105.00 eV to 7180.00 eV: " +
			"fits cannot tell them apart, and which is named is chance.");
		assertEquals(2, result.results().size());
		assertEquals(1, fraction(result, "oxidized", LEFT.negate()), 0.01);
	}

	@Test
	void differentReferencesAreNotAlike() {
		assertFalse(run(halves(ENERGIES, NOISE), DEFAULT).assumptions().stream().anyMatch(a -> a.contains("alike")));
	}

	@ParameterizedTest
	@EnumSource(NormalizationMethod.class)
	void everyNormalizationOfReferencesGivesTheSameShares(final NormalizationMethod method) {
		assertHalves(run(halves(ENERGIES, NOISE), DEFAULT.with(method)), 0.01);
	}

	@ParameterizedTest
	@EnumSource(value = NormalizationMethod.class, names = { "AUTO", "LARCH", "PRE_EDGE", "AREA" })
	void theClassicWay(final NormalizationMethod method) {
		assertHalves(run(halves(ENERGIES, NOISE), DEFAULT.with(FitWay.NORMALIZED).with(method)), 0.02);
	}

	@Test
	void theClassicWayWithoutNormalizationIsAdvisedAgainst() {
		final SpectralImage brief = halves(SmallStack.every(7100, 1.5, 35), NOISE);
		final String advice = "fit=normalized without a normalisation fits the absorption as it is";
		final Speciation result = run(brief, DEFAULT.with(FitWay.NORMALIZED));
		assertSaid(result, advice);
		assertEquals(List.of(Species.UNKNOWN, Species.UNKNOWN), species(result));
		assertHalves(run(brief, DEFAULT), 0.01);
		assertHalves(run(brief, DEFAULT.with(FitWay.NORMALIZED).with(NormalizationMethod.PRE_EDGE)), 0.02);
	}

	/** Off: amounts, here the edge step 1 in units of references of edge step 1 by their own pre-edge line. */
	@Test
	void amountsInsteadOfShares() {
		final Speciation result = run(halves(ENERGIES, NOISE), DEFAULT.with(Constraint.NON_NEGATIVE).with(
			NormalizationMethod.NONE));
		assertHalves(result, 0.01);
		final Speciation thin = run(SmallStack.of(ENERGIES, WIDTH, HEIGHT, 1, p -> e -> 0.5 * HALVES.at(p).applyAsDouble(e),
			NOISE), DEFAULT.with(Constraint.NON_NEGATIVE).with(NormalizationMethod.NONE));
		assertEquals(0.5, fraction(thin, "reduced", LEFT), 0.01);
		assertEquals(0.5, fraction(thin, "oxidized", LEFT.negate()), 0.01);
	}

	/** A drift that differs from pixel to pixel is a component, but neither a cluster nor a species. */
	@Test
	void drift() {
		final Content drifting = p -> e -> HALVES.at(p).applyAsDouble(e) + 0.3 * Math.sin(0.05 * p) * Math.sin((e - 7080) /
			30);
		final Speciation result = run(SmallStack.of(ENERGIES, WIDTH, HEIGHT, 1, drifting, NOISE), DEFAULT);
		assertEquals(3, result.ground().components());
		assertHalves(result, 0.05);
	}

	/** Two energies before the edge: no pre-edge line, which the default way does not need. */
	@Test
	void hardlyAPreEdge() {
		final SpectralImage late = halves(SmallStack.every(7117, 2, 40), NOISE);
		assertHalves(run(late, DEFAULT), 0.01);
		assertSaid(run(late, DEFAULT.with(FitWay.NORMALIZED)), "The pre-edge range holds too few energies for a line");
	}

	@Test
	void noReferences() {
		final Speciation result = run(halves(ENERGIES, NOISE), Optional.empty(), ReferenceLibrary.of(List.of()), DEFAULT);
		assertEquals(List.of("cluster 1", "cluster 2"), species(result));
		assertSaid(result, "No references: clusters are not named and nothing is fitted.");
		assertEquals(Optional.empty(), result.maps());
	}

	/** Beside the free line its amount would be chance, and the cluster be called by it. */
	@Test
	void aReferenceWithoutAnEdgeIsLeftOut() {
		final Spectrum line = SmallStack.reference("line", e -> 1 + 0.001 * (e - 7000));
		final Speciation result = halvesBy(SmallStack.reference("oxidized", OXIDIZED), SmallStack.reference("reduced",
			REDUCED), line);
		assertHalves(result, 0.01);
		assertSaid(result, "The reference line was left out: it is a straight line from 7105.00 eV to 7180.00 eV: it has " +
			"no edge there.");
		assertTrue(assertThrows(InputException.class, () -> halvesBy(line)).getMessage().startsWith(
			"None of the 1 references can be used: line: it is a straight line"));
	}

	@Test
	void countsTakenForAbsorptionAreSuspected() {
		final String suspicion = "if the values of the stack are transmitted counts, use mode=transmission";
		final SpectralImage counts = SmallStack.of(ENERGIES, WIDTH, HEIGHT, 1, p -> e -> 1e3 * Math.exp(-HALVES.at(p)
			.applyAsDouble(e)), 3);
		assertSaid(run(counts, with(Mode.ABSORPTION)), suspicion);
		assertTrue(assertThrows(InputException.class, () -> run(counts, DEFAULT)).getMessage().contains(
			"fall at the edge, as transmitted counts do."));
		assertFalse(run(halves(ENERGIES, NOISE), DEFAULT).assumptions().stream().anyMatch(a -> a.contains(suspicion)));
	}

	private static SpeciateOptions with(final Mode mode) {
		return new SpeciateOptions(mode, DEFAULT.fit(), DEFAULT.normalization(), 0, 0, 3, DEFAULT.constraint(), 0, 0, "", 0, 1, DEFAULT
			.certainty());
	}

	@Test
	void moreClustersThanThereAreSpectra() {
		final Speciation result = run(halves(ENERGIES, 0), DEFAULT.withClusters(5, 1));
		assertHalves(result, 1e-3);
		assertSaid(result, "2 clusters: 5 were asked for, but no more spectra differ.");
	}

	/** A reference on other energies, ten times thicker and on a slope. */
	@Test
	void referencesOnScalesOfTheirOwn() {
		final Spectrum thick = SmallStack.reference("reduced", e -> 10 * REDUCED.applyAsDouble(e) + 3 - 0.01 * (e - 7112));
		assertHalves(halvesBy(thick, SmallStack.reference("oxidized", OXIDIZED)), 0.01);
	}
}
