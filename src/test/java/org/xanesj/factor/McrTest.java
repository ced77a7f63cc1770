// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.Progress;
import org.xanesj.stack.InputException;

/** Species from mixtures whose species are known. */
class McrTest {

	/** Spectra at six energies, edge step the mean of the last two. */
	private static final double[][] SPECIES = { { 0, .1, .9, 1.6, 1.1, .9 }, { 0, .6, 1.1, 1.0, .9, 1.1 }, { .05, .2, .3,
		.8, 1.2, .8 } };

	private static final int[] PURE = { 17, 140, 301 };

	/** Spectra as their own scores in the space that they span: coordinates are those of an orthonormal basis. */
	private static final double[][] BASIS = basis();
	private static final double[][] TRUTH = List.of(SPECIES).stream().map(s -> IntStream.range(0, 3).mapToDouble(
		c -> SubsetAmounts.dot(BASIS[c], s)).toArray()).toArray(double[][]::new);

	private static double[][] basis() {
		final double[][] basis = new double[3][];
		for (int k = 0; k < 3; k++) basis[k] = Vca.unit(Vca.perpendicular(SPECIES[k], basis, k));
		return basis;
	}

	private static SpectraCone cone() {
		final double[][] values = new double[6][3];
		final double[] step = new double[3];
		for (int e = 0; e < 6; e++) for (int c = 0; c < 3; c++) values[e][c] = BASIS[c][e];
		for (int c = 0; c < 3; c++) step[c] = 0.5 * (values[4][c] + values[5][c]);
		return SpectraCone.of(values, step, new double[6]);
	}

	/** 400 pixels of different thickness, of which three hold one species alone. */
	private static Mixtures mixtures(final double noise) {
		final Random random = new Random(3);
		final double[][] scores = new double[3][400];
		double total = 0;
		for (int p = 0; p < 400; p++) {
			final double[] shares = { random.nextDouble() + 0.2, random.nextDouble() + 0.2, random.nextDouble() + 0.2 };
			final double sum = shares[0] + shares[1] + shares[2];
			final double thick = 100 * (0.7 + 0.6 * random.nextDouble());
			for (int k = 0; k < 3; k++) {
				final double share = p == PURE[0] || p == PURE[1] || p == PURE[2] ? p == PURE[k] ? 1 : 0 : shares[k] / sum;
				for (int c = 0; c < 3; c++) scores[c][p] += thick * share * TRUTH[k][c];
			}
			for (int c = 0; c < 3; c++) {
				scores[c][p] += noise * random.nextGaussian();
				total += scores[c][p] * scores[c][p];
			}
		}
		return new Mixtures(scores, total, cone());
	}

	@Test
	void vcaFindsThePurestPixels() {
		final Mixtures data = mixtures(0);
		for (int seed = 1; seed <= 20; seed++) assertPure(Vca.pixels(data.scores(), data.cone().step(), new double[0][], 3,
			seed));
	}

	@Test
	void simplismaFindsThePurestPixels() {
		final Mixtures data = mixtures(0);
		final double[][] unit = Vca.unitSteps(data.scores(), data.cone().step());
		final double[][] spectra = new double[6][400];
		for (int e = 0; e < 6; e++) for (int p = 0; p < 400; p++) for (int c = 0; c < 3; c++)
			spectra[e][p] += BASIS[c][e] * unit[c][p];
		assertPure(Simplisma.pixels(spectra, new double[0][], 3));
	}

	@Test
	void pixelsLikeKnownSpeciesAreNotTakenForMore() {
		final Mixtures data = mixtures(0);
		final int[] others = Vca.pixels(data.scores(), data.cone().step(), new double[][] { TRUTH[1] }, 2, 1);
		assertEquals(Set.of(PURE[0], PURE[2]), Set.of(others[0], others[1]));
	}

	private static void assertPure(final int[] found) {
		final Set<Integer> set = new TreeSet<>();
		for (final int p : found) set.add(p);
		assertEquals(new TreeSet<>(Set.of(PURE[0], PURE[1], PURE[2])), set);
	}

	@ParameterizedTest
	@EnumSource(McrStart.class)
	void withoutNoiseTheSpeciesAreFound(final McrStart start) {
		final Mcr mcr = Mcr.of(mixtures(0), new double[0][], McrOptions.DEFAULT.with(start), Progress.NONE);
		for (final double[] truth : TRUTH) assertTrue(IntStream.range(0, 3).anyMatch(k -> distance(mcr.spectra()[k],
			truth) < 1e-6), "a species is not found");
		assertTrue(mcr.converged());
		assertEquals(100, mcr.history().get(mcr.history().size() - 1).explained(), 1e-9);
	}

	private static double distance(final double[] a, final double[] b) {
		return IntStream.range(0, a.length).mapToDouble(c -> Math.abs(a[c] - b[c])).max().orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(McrMethod.class)
	void theObjectiveNeverRises(final McrMethod method) {
		for (final double price : new double[] { 0, 4 }) {
			final Mcr mcr = Mcr.of(mixtures(20), new double[0][], new McrOptions(method, McrStart.VCA, method == McrMethod.NMF ? 0
				: price, 60, 0, 1), Progress.NONE);
			final int last = mcr.history().size() - 1;
			assertTrue(last >= 5, method + " ends after " + last);
			for (int i = 1; i <= last; i++) {
				final double before = mcr.history().get(i - 1).objective();
				assertTrue(mcr.history().get(i).objective() <= before * (1 + 1e-9), method + " rises in iteration " + (i + 1));
			}
			assertTrue(mcr.history().get(last).objective() < 0.8 * mcr.history().get(0).objective(), method + " does not fall");
		}
	}

	@ParameterizedTest
	@EnumSource(McrMethod.class)
	void fixedSpectraStayAsTheyAreAndTheOthersAreFoundBesideThem(final McrMethod method) {
		final double[][] fixed = { TRUTH[2].clone(), TRUTH[0].clone() };
		final Mcr mcr = Mcr.of(mixtures(0), fixed, McrOptions.DEFAULT.with(method), Progress.NONE);
		assertArrayEquals(TRUTH[2], mcr.spectra()[0]);
		assertArrayEquals(TRUTH[0], mcr.spectra()[1]);
		if (method == McrMethod.MCR_ALS) assertArrayEquals(TRUTH[1], mcr.spectra()[2], 1e-6);
	}

	@Test
	void moreFixedSpectraThanComponentsAreRefused() {
		final double[][] fixed = { TRUTH[0], TRUTH[1], TRUTH[2], TRUTH[0] };
		assertThrows(InputException.class, () -> Mcr.of(mixtures(0), fixed, McrOptions.DEFAULT, Progress.NONE));
		assertThrows(InputException.class, () -> McrOptions.DEFAULT.withPrice(-1));
		assertThrows(InputException.class, () -> McrOptions.DEFAULT.withIterations(0));
		assertThrows(InputException.class, () -> McrMethod.named("als"));
		assertThrows(InputException.class, () -> McrStart.named("random"));
	}

	@Test
	void itStopsWhenItIsNoLongerWanted() {
		final Progress stopped = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Mcr.of(mixtures(0), new double[0][], McrOptions.DEFAULT, stopped));
	}

	/** The conditions of Karush, Kuhn and Tucker: no held amount would lower the misfit, no free one has a slope. */
	@Test
	void amountsWithoutAPriceAreNonNegativeLeastSquares() {
		final Mixtures data = mixtures(30);
		final double[][] amounts = SubsetAmounts.of(data.scores(), TRUTH, 0).values();
		int held = 0;
		for (int p = 0; p < data.pixels(); p++) {
			final double[] left = Vca.column(data.scores(), p);
			for (int k = 0; k < 3; k++) for (int c = 0; c < 3; c++) left[c] -= amounts[k][p] * TRUTH[k][c];
			for (int k = 0; k < 3; k++) {
				final double slope = SubsetAmounts.dot(left, TRUTH[k]);
				assertTrue(amounts[k][p] > 0 ? Math.abs(slope) < 1e-9 : slope < 1e-9, "pixel " + p);
				if (amounts[k][p] == 0) held++;
			}
		}
		assertTrue(held > 100, "held: " + held);
	}

	/** The nearest point of the quarter plane x >= 0, y >= 0, seen in coordinates of which the second is turned. */
	@Test
	void theConeTakesTheNearestPoint() {
		final SpectraCone cone = SpectraCone.of(new double[][] { { 1, 0 }, { 1, 1 } }, new double[] { 1, 0 }, new double[2]);
		assertArrayEquals(new double[] { 0, 2 }, cone.project(new double[] { -3, 2 }), 1e-9);
		assertArrayEquals(new double[] { 2, -2 }, cone.project(new double[] { 1, -3 }), 1e-9);
		assertArrayEquals(new double[] { 0, 0 }, cone.project(new double[] { -2, -1 }), 1e-9);
		assertArrayEquals(new double[] { 1, 5 }, cone.project(new double[] { 1, 5 }));
	}
}
