// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IronPhantomTest {

	private static final int SIZE = IronLayout.WIDTH * IronLayout.HEIGHT;
	private static final IronLayout LAYOUT = IronLayout.make();

	private static long count(final IntPredicate label) {
		return Arrays.stream(LAYOUT.labels()).filter(label).count();
	}

	@Test
	void energiesAreIrregularAndReachFarEnough() {
		assertEquals(70, IronPhantom.ENERGIES.size());
		assertEquals(7080, IronPhantom.ENERGIES.first());
		assertEquals(7200, IronPhantom.ENERGIES.last());
		for (int i = 1; i < 70; i++) {
			final double e = IronPhantom.ENERGIES.at(i);
			if (e > 7108 && e <= 7135) assertTrue(e - IronPhantom.ENERGIES.at(i - 1) <= 1, "step before " + e);
		}
	}

	@Test
	void theSampleHoldsWhatIsClaimed() {
		final double sample = count(l -> l > 0);
		assertEquals(0.35, 1 - sample / SIZE, 0.01);
		assertEquals(0.60, count(l -> l >= 1 && l <= IronSpecies.PRESENT) / sample, 0.03);
		assertEquals(0.15, count(l -> l == IronLayout.GRADIENT) / sample, 0.02);
		for (int label = 1; label <= IronLayout.GRADIENT; label++) {
			final int wanted = label;
			assertTrue(count(l -> l == wanted) > 300, "pixels of label " + label);
		}
	}

	@Test
	void fractionsAddUpToOneInTheSampleAndAreNaNElsewhere() {
		for (int p = 0; p < SIZE; p++) {
			float sum = 0;
			for (final float[] fraction : LAYOUT.fractions()) sum += fraction[p];
			if (LAYOUT.labels()[p] == 0) assertTrue(Float.isNaN(sum));
			else assertEquals(1, sum, 1e-6);
		}
	}

	@Test
	void edgeStepsVaryAndTheMatrixHasNothingToDoWithThem() {
		final int[] inside = IntStream.range(0, SIZE).filter(p -> LAYOUT.labels()[p] > 0).toArray();
		final double[] step = Arrays.stream(inside).mapToDouble(p -> LAYOUT.edgeStep()[p]).toArray();
		assertEquals(0.25, Arrays.stream(step).average().orElseThrow(), 1e-6);
		assertEquals(0.15, Arrays.stream(step).min().orElseThrow(), 0.03);
		assertEquals(0.35, Arrays.stream(step).max().orElseThrow(), 0.05);
		final double[] matrix = Arrays.stream(inside).mapToDouble(p -> LAYOUT.matrix()[p]).toArray();
		assertEquals(0, new PearsonsCorrelation().correlation(step, matrix), 0.3);
		for (final float[] fraction : LAYOUT.fractions())
			assertEquals(0, new PearsonsCorrelation().correlation(Arrays.stream(inside).mapToDouble(p -> fraction[p])
				.toArray(), matrix), 0.3);
		assertEquals(0.2 * 0.25, IntStream.range(0, SIZE).mapToDouble(p -> LAYOUT.matrix()[p]).min().orElseThrow(), 1e-6);
		assertEquals(3 * 0.25, IntStream.range(0, SIZE).mapToDouble(p -> LAYOUT.matrix()[p]).max().orElseThrow(), 1e-6);
		assertTrue(IntStream.range(0, SIZE).filter(p -> LAYOUT.labels()[p] == 0).mapToDouble(p -> LAYOUT.matrix()[p]).max()
			.orElseThrow() > 0.5, "the matrix lies beside the sample too");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 10, 30, 100 })
	void theNoiseIsTheOneAskedFor(final double wanted) {
		final Phantom phantom = IronPhantom.make(4, wanted);
		final double mean = Arrays.stream(IronPhantom.ENERGIES.toArray()).average().orElseThrow();
		final int nearest = IronPhantom.ENERGIES.nearest(mean);
		final double[] truth = IronPhantom.absorption(LAYOUT, IronPhantom.ENERGIES.at(nearest));
		final double[] ratios = new double[(int) phantom.sample().count()];
		double chi2 = 0;
		for (int p = 0, n = 0; p < SIZE; p++) {
			if (!phantom.sample().contains(p)) continue;
			final double photons = phantom.incident()[nearest] * Math.exp(-truth[p]);
			final double difference = phantom.image().pixels().getAt(p % IronLayout.WIDTH, p / IronLayout.WIDTH, nearest)
				.get() - truth[p];
			chi2 += difference * difference * photons;
			ratios[n++] = phantom.edgeStep()[p] * Math.sqrt(photons);
		}
		Arrays.sort(ratios);
		// The nearest energy of the scan is not quite the mean one: the ratio differs by as much as the absorption does.
		assertEquals(wanted, ratios[ratios.length / 2], 0.01 * wanted);
		// Five standard errors of a mean square of as many normal numbers.
		assertEquals(1, chi2 / ratios.length, 5 * Math.sqrt(2.0 / ratios.length));
	}

	@Test
	void theSeedChangesTheNoiseAndNothingElse() {
		final Phantom a = IronPhantom.make(1, 30);
		final Phantom other = IronPhantom.make(2, 30);
		final List<float[]> planes = PhantomTiff.planes(a.image());
		final List<float[]> same = PhantomTiff.planes(IronPhantom.make(1, 30).image());
		for (int e = 0; e < planes.size(); e++) assertArrayEquals(planes.get(e), same.get(e), 0);
		assertNotEquals(planes.get(40)[77], PhantomTiff.planes(other.image()).get(40)[77]);
		assertArrayEquals(a.labels(), other.labels());
	}

	@Test
	void deadPixelsAreZeroAndNoSample() {
		final Phantom phantom = IronPhantom.makeWithDeadPixels(1, 30);
		int inSample = 0;
		for (final int[] xy : IronPhantom.DEAD) {
			for (int e = 0; e < 70; e++) assertEquals(0, phantom.image().pixels().getAt(xy[0], xy[1], e).get());
			final int p = xy[0] + IronLayout.WIDTH * xy[1];
			assertTrue(!phantom.sample().contains(p));
			if (phantom.labels()[p] != 0) inSample++;
		}
		assertEquals(4, inSample);
		assertEquals(count(l -> l > 0) - 4, phantom.sample().count());
	}

	@Test
	void theReferencesInTheSampleComeFirst() {
		final Phantom phantom = IronPhantom.make(1, 30);
		assertEquals(10, phantom.references().spectra().size());
		for (int s = 0; s < IronSpecies.PRESENT; s++)
			assertEquals(phantom.trueNames().get(s), phantom.references().spectra().get(s).name());
		assertTrue(phantom.references().spectra().stream().allMatch(r -> r.energies().covers(IronPhantom.ENERGIES)));
	}
}
