// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Progress;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

class PixelFitTest {

	private static final EnergyAxis AXIS = EdgePhantom.axis(31);

	/** Pixels of random mixtures, in half of which some references are missing, on random lines, with noise. */
	private static float[][] rows(final List<Spectrum> references, final int pixels, final double line,
		final double sigma)
	{
		final Random random = new Random(21);
		final float[][] rows = new float[AXIS.size()][pixels];
		for (int p = 0; p < pixels; p++) {
			final double[] amounts = new double[references.size()];
			for (int j = 0; j < amounts.length; j++) amounts[j] = random.nextInt(2) * random.nextDouble() / amounts.length;
			final double[] values = EdgePhantom.mixture(references, amounts, line * random.nextDouble(), line * 0.01 * random
				.nextGaussian(), sigma, random).values();
			for (int e = 0; e < values.length; e++) rows[e][p] = (float) values[e];
		}
		return rows;
	}

	private static Spectrum pixel(final float[][] rows, final int p) {
		return new Spectrum("pixel " + p, AXIS, IntStream.range(0, rows.length).mapToDouble(e -> rows[e][p]).toArray());
	}

	private static SpectralImage image(final float[][] rows, final int width) {
		final List<float[]> planes = new ArrayList<>();
		Collections.addAll(planes, rows);
		return SpectralImage.ofPlanes(planes, width, rows[0].length / width, 1, AXIS, StackInfo.named("random"));
	}

	private static Noise noise(final String name) {
		final double[] sigma = IntStream.range(0, AXIS.size()).mapToDouble(e -> 0.5 + 0.05 * e).toArray();
		final double[][] smoothing = new double[AXIS.size()][AXIS.size()];
		for (int e = 0; e < sigma.length; e++) for (int t = Math.max(0, e - 1); t <= Math.min(e + 1, sigma.length - 1); t++)
			smoothing[e][t] = 1;
		switch (name) {
			case "equal":
				return Noise.EQUAL;
			case "weighted":
				return Noise.of(sigma);
			default:
				return Noise.of(sigma).through(smoothing);
		}
	}

	private static void assertClose(final double expected, final double actual, final String what) {
		if (Double.isNaN(expected)) assertTrue(Double.isNaN(actual), what + " is " + actual + " and should not exist");
		else assertEquals(expected, actual, 1e-6 * Math.max(1, Math.abs(expected)), what);
	}

	@ParameterizedTest
	@CsvSource({ "BASELINE,NON_NEGATIVE_SUM_TO_ONE,equal", "BASELINE,NON_NEGATIVE,weighted",
		"BASELINE,SUM_TO_ONE,weighted", "BASELINE,NONE,equal", "BASELINE,NON_NEGATIVE_SUM_TO_ONE,spread",
		"NORMALIZED,NON_NEGATIVE_SUM_TO_ONE,weighted", "NORMALIZED,NON_NEGATIVE_SUM_TO_ONE,spread",
		"NORMALIZED,NON_NEGATIVE,equal", "NORMALIZED,SUM_TO_ONE,equal", "NORMALIZED,NONE,weighted" })
	void everyPixelIsFittedAsASpectrumIs(final FitWay way, final Constraint constraint, final String noise) {
		final List<Spectrum> references = EdgePhantom.references(EdgePhantom.axis(90), 5);
		final float[][] rows = rows(EdgePhantom.references(AXIS, 5), 700, way == FitWay.BASELINE ? 1 : 0, 0.02);
		final FitOptions options = FitOptions.DEFAULT.with(way).with(constraint).with(noise(noise)).with(FitWindow.at(IntStream
			.range(AXIS.atOrBelow(7085), AXIS.atOrBelow(7195) + 1).filter(e -> e != AXIS.nearest(7150)).toArray()));
		final Design design = Design.of(AXIS, references, options);
		final SpeciesMaps maps = new PixelFit(design).apply(PixelBlock.of(rows, 700));
		for (int p = 0; p < 700; p++) {
			final CombinationFit fit = LinearCombination.fit(pixel(rows, p), design);
			for (int j = 0; j < 5; j++) {
				final Component component = fit.components().get(j);
				assertClose(component.fraction(), maps.fractions()[j][p], "fraction " + j + " of pixel " + p);
				assertClose(component.fractionError(), maps.errors()[j][p], "error " + j + " of pixel " + p);
			}
			assertClose(fit.rFactor(), maps.rFactor()[p], "R-factor of pixel " + p);
			assertClose(fit.reducedChiSquare(), maps.reducedChiSquare()[p], "reduced chi-square of pixel " + p);
			assertClose(fit.edgeStep(), maps.edgeStep()[p], "edge step of pixel " + p);
		}
	}

	/**
	 * Every set of references with the line by another library's least squares; the best one without negative
	 * amounts.
	 */
	@Test
	void equalsAnIndependentSearchOfAllSets() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 4);
		final float[][] rows = rows(references, 200, 1, 0.05);
		final SpeciesMaps maps = new PixelFit(Design.of(AXIS, references, FitOptions.DEFAULT.with(Constraint.NON_NEGATIVE)))
			.apply(PixelBlock.of(rows, 200));
		for (int p = 0; p < 200; p++) {
			final double[] best = searched(references, pixel(rows, p).values());
			for (int j = 0; j < 4; j++) assertEquals(best[j], maps.fractions()[j][p], 1e-6);
		}
	}

	private static double[] searched(final List<Spectrum> references, final double[] data) {
		double least = Double.POSITIVE_INFINITY;
		double[] best = null;
		for (int set = 0; set < 16; set++) {
			final int bits = set;
			final int[] free = IntStream.range(0, 4).filter(j -> (bits >> j & 1) != 0).toArray();
			final Array2DRowRealMatrix a = new Array2DRowRealMatrix(data.length, free.length + 2);
			for (int e = 0; e < data.length; e++) {
				a.setEntry(e, 0, 1);
				a.setEntry(e, 1, (AXIS.at(e) - 7130) / 50);
				for (int j = 0; j < free.length; j++) a.setEntry(e, 2 + j, references.get(free[j]).values()[e]);
			}
			final RealVector y = new ArrayRealVector(data);
			final RealVector solution = new QRDecomposition(a).getSolver().solve(y);
			final double misfit = y.subtract(a.operate(solution)).getNorm();
			if (misfit >= least || free.length > 0 && solution.getSubVector(2, free.length).getMinValue() < 0) continue;
			least = misfit;
			best = new double[4];
			for (int j = 0; j < free.length; j++) best[free[j]] = solution.getEntry(2 + j);
		}
		return best;
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 8 })
	void anyNumberOfThreadsGivesTheSameBytes(final int threads) {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 4);
		final SpectralImage image = image(rows(references, 180 * 100, 1, 0.02), 180);
		final Mask mask = Mask.of(image.size(), p -> p % 7 != 0);
		final Design design = Design.of(AXIS, references, FitOptions.DEFAULT);
		final SpeciesMaps one = PixelFit.map(image, mask, design, new LocalRunner(1, Progress.NONE));
		final SpeciesMaps many = PixelFit.map(image, mask, design, new LocalRunner(threads, Progress.NONE));
		for (int j = 0; j < 4; j++) {
			assertArrayEquals(one.fractions()[j], many.fractions()[j]);
			assertArrayEquals(one.errors()[j], many.errors()[j]);
		}
		assertArrayEquals(one.rFactor(), many.rFactor());
		assertArrayEquals(one.reducedChiSquare(), many.reducedChiSquare());
		assertArrayEquals(one.edgeStep(), many.edgeStep());
	}

	@Test
	void whatIsOutsideTheMaskOrNotANumberIsNaNEverywhereAndHarmsNoOther() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 3);
		final float[][] rows = rows(references, 600, 1, 0.02);
		final Design design = Design.of(AXIS, references, FitOptions.DEFAULT);
		final SpeciesMaps whole = PixelFit.map(image(rows, 30), Mask.all(600), design, new LocalRunner(2, Progress.NONE));
		rows[3][77] = Float.NaN;
		rows[30][78] = Float.POSITIVE_INFINITY;
		final SpeciesMaps maps = PixelFit.map(image(rows, 30), Mask.of(600, p -> p >= 10), design, new LocalRunner(2,
			Progress.NONE));
		for (int p = 0; p < 600; p++) {
			final boolean lost = p < 10 || p == 77 || p == 78;
			for (int j = 0; j < 3; j++) {
				assertEquals(lost ? Float.NaN : whole.fractions()[j][p], maps.fractions()[j][p]);
				assertEquals(lost ? Float.NaN : whole.errors()[j][p], maps.errors()[j][p]);
			}
			assertEquals(lost ? Float.NaN : whole.rFactor()[p], maps.rFactor()[p]);
			assertEquals(lost ? Float.NaN : whole.reducedChiSquare()[p], maps.reducedChiSquare()[p]);
			assertEquals(lost ? Float.NaN : whole.edgeStep()[p], maps.edgeStep()[p]);
		}
	}

	/** There the squared data are up to a billion times the squared residuals. */
	@ParameterizedTest
	@CsvSource({ "1e-4,2e-5", "1e-3,5e-7", "1e-2,1e-7" })
	void misfitsUnderAThickMatrixAreThoseOfTheResiduals(final double sigma, final double part) {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 5);
		final float[][] rows = rows(references, 200, 4, sigma);
		final double[] weights = IntStream.range(0, AXIS.size()).mapToDouble(e -> 0.5 + 0.05 * e).toArray();
		for (final Noise noise : List.of(Noise.EQUAL, Noise.of(weights))) {
			final Design design = Design.of(AXIS, references, FitOptions.DEFAULT.with(noise));
			final SpeciesMaps maps = new PixelFit(design).apply(PixelBlock.of(rows, 200));
			for (int p = 0; p < 200; p++) {
				final CombinationFit fit = LinearCombination.fit(pixel(rows, p), design);
				assertEquals(1, maps.rFactor()[p] / fit.rFactor(), part, "R-factor of pixel " + p);
				assertEquals(1, maps.reducedChiSquare()[p] / fit.reducedChiSquare(), part, "chi-square of pixel " + p);
			}
		}
	}

	@Test
	void aPerfectFitUnderAThickMatrixLeavesNothing() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 3);
		final float[][] rows = rows(references, 200, 4, 0);
		final SpeciesMaps maps = new PixelFit(Design.of(AXIS, references, FitOptions.DEFAULT)).apply(PixelBlock.of(rows,
			200));
		for (int p = 0; p < 200; p++) assertTrue(maps.reducedChiSquare()[p] >= 0 && maps.reducedChiSquare()[p] < 1e-12);
	}

	@Test
	void aBadValueOutsideTheWindowIsNotLookedAt() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 2);
		final float[][] rows = rows(references, 5, 1, 0.02);
		rows[0][2] = Float.NaN;
		final Design design = Design.of(AXIS, references, FitOptions.DEFAULT.with(FitWindow.between(AXIS, 7090, 7190)));
		assertTrue(Float.isFinite(new PixelFit(design).apply(PixelBlock.of(rows, 5)).rFactor()[2]));
	}

	@Test
	void boundsHaveTheirValueButNoError() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 2);
		final float[][] rows = rows(references.subList(0, 1), 1, 0, 0);
		for (int e = 0; e < rows.length; e++) rows[e][0] = (float) (references.get(0).values()[e] + 0.3 * (references.get(0)
			.values()[e] - references.get(1).values()[e]));
		final SpeciesMaps maps = new PixelFit(Design.of(AXIS, references, FitOptions.DEFAULT)).apply(PixelBlock.of(rows,
			1));
		assertEquals(1, maps.fractions()[0][0]);
		assertEquals(0, maps.fractions()[1][0]);
		assertTrue(Float.isNaN(maps.errors()[0][0]) && Float.isNaN(maps.errors()[1][0]));
	}

	@Test
	void twinsAmongTheReferencesDoNotStopTheMap() {
		final List<Spectrum> references = new ArrayList<>(EdgePhantom.references(AXIS, 3));
		references.add(references.get(1).named("twin"));
		final float[][] rows = rows(references, 100, 1, 0.02);
		for (final FitWay way : FitWay.values()) {
			final Design design = Design.of(AXIS, references, FitOptions.DEFAULT.with(way).with(
				Constraint.NON_NEGATIVE));
			final SpeciesMaps maps = new PixelFit(design).apply(PixelBlock.of(rows, 100));
			for (int p = 0; p < 100; p++) {
				assertClose(LinearCombination.fit(pixel(rows, p), design).chiSquare(), maps.reducedChiSquare()[p] *
					LinearCombination.fit(pixel(rows, p), design).degreesOfFreedom(), "chi-square of pixel " + p);
				assertEquals(0, Math.min(maps.fractions()[1][p], maps.fractions()[3][p]), 1e-7);
			}
		}
	}

	@Test
	void emptyBlocksAndOtherEnergiesAreKnown() {
		final Design design = Design.of(AXIS, EdgePhantom.references(AXIS, 2), FitOptions.DEFAULT);
		assertEquals(0, new PixelFit(design).apply(PixelBlock.of(new float[AXIS.size()][0], 0)).edgeStep().length);
		assertThrows(InputException.class, () -> new PixelFit(design).apply(PixelBlock.of(new float[7][3], 3)));
		assertThrows(InputException.class, () -> new PixelFit(Design.of(AXIS,
			EdgePhantom.references(EdgePhantom.axis(40), 17),
			FitOptions.DEFAULT)));
	}

	@Test
	void canBeSentToAnotherMachine() throws IOException, ClassNotFoundException {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 3);
		final float[][] rows = rows(references, 50, 1, 0.02);
		final PixelFit fit = new PixelFit(Design.of(AXIS, references, FitOptions.DEFAULT.with(noise("spread"))));
		final PixelFit there = (PixelFit) copy(fit);
		final SpeciesMaps back = (SpeciesMaps) copy(there.apply(PixelBlock.of(rows, 50)));
		assertArrayEquals(fit.apply(PixelBlock.of(rows, 50)).errors()[1], back.errors()[1]);
		assertFalse(back.names().isEmpty());
	}

	private static Object copy(final Object object) throws IOException, ClassNotFoundException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return in.readObject();
		}
	}
}
