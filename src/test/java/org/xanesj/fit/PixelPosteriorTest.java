// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** The average over subsets of references, against the same average made of one exact fit after another. */
class PixelPosteriorTest {

	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 3);
	private static final Hamilton HAMILTON = new Hamilton(60, Hamilton.USUAL);
	private static final Design DESIGN = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT);

	private static Spectrum mixture(final double[] amounts, final double sigma, final long seed) {
		return EdgePhantom.mixture(REFERENCES, amounts, 0.7, -0.001, sigma, new Random(seed));
	}

	private static PixelBlock block(final List<Spectrum> spectra) {
		final float[][] rows = new float[AXIS.size()][spectra.size()];
		for (int i = 0; i < spectra.size(); i++) for (int e = 0; e < rows.length; e++) rows[e][i] = (float) spectra.get(i).values()[e];
		return PixelBlock.of(rows, spectra.size());
	}

	private static SpeciesMaps posterior(final Spectrum... spectra) {
		return PixelPosterior.of(DESIGN, HAMILTON).apply(block(List.of(spectra)));
	}

	/** What the formula says, from the fit of each subset by itself. */
	private static double[][] expected(final Spectrum data) {
		final CombinationFit all = LinearCombination.fit(data, DESIGN);
		final double variance = all.reducedChiSquare();
		final double[] mean = new double[3];
		final double[] square = new double[3];
		double total = 0;
		for (int bits = 1; bits < 8; bits++) {
			final int[] members = members(bits);
			final CombinationFit fit = LinearCombination.fit(data, Design.of(AXIS, IntStream.of(members).mapToObj(REFERENCES::get)
				.toList(), FitOptions.DEFAULT));
			if (fit.size() < members.length) continue; // one of its members is held at zero
			final double weight = Math.exp((all.chiSquare() - fit.chiSquare()) / (2 * variance)) * Math.pow(AXIS.size(), -0.5 * members.length);
			total += weight;
			for (int m = 0; m < members.length; m++) {
				final CombinationFit.Component c = fit.components().get(m);
				final double error = members.length == 1 ? 0 : c.fractionError() / Math.sqrt(fit.reducedChiSquare()) * Math.sqrt(variance);
				mean[members[m]] += weight * c.fraction();
				square[members[m]] += weight * (c.fraction() * c.fraction() + error * error);
			}
		}
		final double[][] found = new double[2][3];
		for (int j = 0; j < 3; j++) {
			found[0][j] = mean[j] / total;
			found[1][j] = Math.sqrt(square[j] / total - found[0][j] * found[0][j]);
		}
		return found;
	}

	private static int[] members(final int bits) {
		return IntStream.range(0, 3).filter(j -> (bits >> j & 1) != 0).toArray();
	}

	@Test
	void itIsTheAverageOfTheFitsOfAllSubsets() {
		int free = 0;
		for (final double[] amounts : List.of(new double[] { 0.5, 0.2, 0.3 }, new double[] { 0.3, 0.1, 0 }, new double[] { 0.4, 0, 0.02 }))
			for (int seed = 1; seed <= 5; seed++) {
				final Spectrum data = mixture(amounts, 0.02, seed);
				final double[][] expected = expected(data);
				final SpeciesMaps maps = posterior(data);
				for (int j = 0; j < 3; j++) {
					assertEquals(expected[0][j], maps.fractions()[j][0], 2e-5, "fraction " + j);
					if (Float.isNaN(maps.errors()[j][0])) continue;
					assertEquals(expected[1][j], maps.errors()[j][0], 2e-5, "error " + j);
					free++;
				}
			}
		assertTrue(free > 15, "errors that were compared: " + free);
	}

	@Test
	void fractionsAddUpToOne() {
		final SpeciesMaps maps = posterior(mixture(new double[] { 0.5, 0.2, 0.3 }, 0.05, 1));
		assertEquals(1, maps.fractions()[0][0] + maps.fractions()[1][0] + maps.fractions()[2][0], 1e-6);
	}

	/** Alone, a reference is all there is: a bound, not an error of zero. */
	@Test
	void oneSpeciesAloneHasNoError() {
		final SpeciesMaps maps = posterior(mixture(new double[] { 0.5, 0, 0 }, 0.001, 3));
		assertEquals(1, maps.fractions()[0][0], 0.02);
		for (int j = 0; j < 3; j++) assertTrue(Float.isNaN(maps.errors()[j][0]), "error " + j);
	}

	@Test
	void withoutAnEdgeOrWithANumberMissingNothingIsSaid() {
		final double[] values = mixture(new double[] { 0.5, 0.2, 0.3 }, 0.01, 1).values();
		values[7] = Double.NaN;
		final double[] falling = mixture(new double[] { -0.5, -0.2, -0.3 }, 0.01, 1).values();
		final SpeciesMaps maps = posterior(new Spectrum("hole", AXIS, values), new Spectrum("falling", AXIS, falling));
		for (int j = 0; j < 3; j++) for (int i = 0; i < 2; i++) {
			assertTrue(Float.isNaN(maps.fractions()[j][i]));
			assertTrue(Float.isNaN(maps.errors()[j][i]));
			assertTrue(Float.isNaN(maps.undecided()[i]));
		}
	}

	/** Hamilton's test of the two sets, worked out from two exact fits. */
	@Test
	void whatDoesNotDecideIsMarked() {
		final Spectrum clear = mixture(new double[] { 0.5, 0.3, 0 }, 0.001, 2);
		final Spectrum noisy = mixture(new double[] { 0.05, 0.03, 0 }, 0.05, 2);
		final SpeciesMaps maps = posterior(clear, noisy);
		final CombinationFit two = LinearCombination.fit(clear, REFERENCES.subList(0, 2), FitOptions.DEFAULT);
		final CombinationFit three = LinearCombination.fit(clear, REFERENCES, FitOptions.DEFAULT);
		final boolean threeIsNoBetter = three.size() < 3 || HAMILTON.isIndistinguishable(HAMILTON.probability(three.chiSquare(), two
			.chiSquare(), 3));
		assertTrue(threeIsNoBetter, "a third reference explains noise only");
		assertEquals(three.size() < 3 ? 0 : 1, maps.undecided()[0]);
		assertEquals(1, maps.undecided()[1]);
	}

	@Test
	void theCriticalRatioIsThatOfTheTest() {
		final double ratio = HAMILTON.criticalRatio(2);
		assertEquals(0.05, HAMILTON.probability(ratio, 1, 2), 1e-9);
		assertEquals(0, new Hamilton(2, 0.05).criticalRatio(2));
	}

	/** Of many references only the subsets of four are looked at: a mixture of three is found among twelve. */
	@Test
	void aFewAmongManyReferencesAreFound() {
		final List<Spectrum> many = EdgePhantom.references(AXIS, 12);
		final double[] truth = new double[12];
		truth[1] = 0.5;
		truth[5] = 0.3;
		truth[9] = 0.2;
		final Spectrum data = EdgePhantom.mixture(many, truth, 0.7, -0.001, 0.0005, new Random(4));
		final SpeciesMaps maps = PixelPosterior.of(Design.of(AXIS, many, FitOptions.DEFAULT), HAMILTON).apply(block(List.of(data)));
		for (int j = 0; j < 12; j++) assertEquals(truth[j], maps.fractions()[j][0], 0.02, "fraction " + j);
	}

	@Test
	void noiseThatNormalisationSpreadIsRefused() {
		final double[][] spread = new double[AXIS.size()][AXIS.size()];
		for (int e = 0; e < spread.length; e++) Arrays.fill(spread[e], 0.01);
		final Design design = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(Noise.EQUAL.through(spread)));
		assertThrows(InputException.class, () -> PixelPosterior.of(design, HAMILTON));
	}
}
