// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class PixelAmountsTest {

	private static final EnergyAxis AXIS = EdgePhantom.axis(31);
	private static final FitOptions PLAIN = FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(Constraint.NON_NEGATIVE);

	/** Pixels that hold about half of the references, with noise. */
	private static float[][] rows(final List<Spectrum> references, final int pixels, final double sigma) {
		final Random random = new Random(7);
		final float[][] rows = new float[AXIS.size()][pixels];
		for (int p = 0; p < pixels; p++) {
			final double[] amounts = random.doubles(references.size()).map(a -> Math.max(0, a - 0.5)).toArray();
			final double[] values = EdgePhantom.mixture(references, amounts, 0, 0, sigma, random).values();
			for (int e = 0; e < values.length; e++) rows[e][p] = (float) values[e];
		}
		return rows;
	}

	/** References whose edges lie so near to each other that noise decides which of them are there. */
	private static List<Spectrum> alike(final int count) {
		return IntStream.range(0, count).mapToObj(j -> EdgePhantom.reference("ref" + j, AXIS, 7118 + 0.3 * j, 0.3 + 0.17 *
			(j * 5 % 4))).toList();
	}

	/** Karush, Kuhn, Tucker, from the data themselves: nothing is negative, and no change would lower the misfit. */
	private static void assertLeast(final List<Spectrum> references, final float[][] rows, final double[][] amounts,
		final int p)
	{
		final double[] residual = new double[rows.length];
		for (int e = 0; e < rows.length; e++) {
			residual[e] = rows[e][p];
			for (int j = 0; j < amounts.length; j++) residual[e] -= amounts[j][p] * references.get(j).values()[e];
		}
		for (int j = 0; j < amounts.length; j++) {
			final double slope = Vectors.dot(references.get(j).values(), residual);
			assertTrue(amounts[j][p] >= 0, "amount " + j + " of pixel " + p + " is " + amounts[j][p]);
			assertTrue(slope < 1e-9, "more of " + j + " would lower the misfit of pixel " + p + ": " + slope);
			if (amounts[j][p] > 0) assertEquals(0, slope, 1e-9, "slope " + j + " of pixel " + p);
		}
	}

	@Test
	void agreesWithScipy() {
		final double[][] columns = { { 1, 2, 3, 4, 5 }, { 2, 1, 1, 3, 2 }, { 0.5, 1.5, 2, 1, 4 } };
		final float[][] pixels = { { 1, 2, 3, 4, 5 }, { 3, 1, 1, 2, 1 }, { 1, 4, 5, 1, 9 }, { -1, -2, -1, 0, -3 }, { 2, 3,
			1, 5, 4 } };
		final double[][] theirs = { { 1, 0, 0 }, { 0, 0.8421052631578946, 0 }, { 0, 0, 2.276595744680851 }, { 0, 0, 0 }, {
			0.3431372549019605, 1.1078431372549022, 0 } };
		final EnergyAxis axis = EnergyAxis.of(1, 2, 3, 4, 5);
		final List<Spectrum> references = Arrays.stream(columns).map(c -> new Spectrum("column", axis, c)).toList();
		final float[][] rows = new float[5][5];
		for (int p = 0; p < 5; p++) for (int e = 0; e < 5; e++) rows[e][p] = pixels[p][e];
		final double[][] ours = new PixelAmounts(Design.of(axis, references, PLAIN)).apply(PixelBlock.of(rows, 5));
		for (int p = 0; p < 5; p++) for (int j = 0; j < 3; j++) assertEquals(theirs[p][j], ours[j][p], 1e-14);
	}

	@ParameterizedTest
	@EnumSource
	void areThoseOfTheFitOfEachSpectrum(final Constraint constraint) {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 5);
		final float[][] rows = rows(references, 300, 0.02);
		final Noise noise = Noise.of(IntStream.range(0, AXIS.size()).mapToDouble(e -> 0.5 + 0.05 * e).toArray());
		for (final FitWay way : FitWay.values()) {
			final Design design = Design.of(AXIS, references, FitOptions.DEFAULT.with(way).with(constraint).with(noise));
			final double[][] amounts = new PixelAmounts(design).apply(PixelBlock.of(rows, 300));
			for (int p = 0; p < 300; p++) {
				final int pixel = p;
				final Spectrum spectrum = new Spectrum("pixel", AXIS, IntStream.range(0, rows.length).mapToDouble(
					e -> rows[e][pixel]).toArray());
				final CombinationFit fit = LinearCombination.fit(spectrum, design);
				for (int j = 0; j < 5; j++) assertEquals(fit.components().get(j).amount(), amounts[j][p], 1e-10);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 8, 16 })
	void referencesThatAreAlikeAreSolvedToTheMinimum(final int count) {
		final List<Spectrum> references = alike(count);
		final float[][] rows = rows(references, 2000, 0.05);
		final double[][] amounts = new PixelAmounts(Design.of(AXIS, references, PLAIN)).apply(PixelBlock.of(rows, 2000));
		for (int p = 0; p < 2000; p++) assertLeast(references, rows, amounts, p);
	}

	@Test
	void referencesThatOthersMakeUpAreNoTrouble() {
		final List<Spectrum> references = new ArrayList<>(EdgePhantom.references(AXIS, 3));
		final double[] mixture = references.get(0).values().clone();
		Vectors.add(mixture, 0.5, references.get(2).values());
		references.add(1, new Spectrum("mixture", AXIS, mixture));
		references.add(references.get(0).named("twin"));
		references.add(new Spectrum("nothing", AXIS, new double[AXIS.size()]));
		final float[][] rows = rows(references, 500, 0.02);
		final double[][] amounts = new PixelAmounts(Design.of(AXIS, references, PLAIN)).apply(PixelBlock.of(rows, 500));
		for (int p = 0; p < 500; p++) assertLeast(references, rows, amounts, p);
	}

	@Test
	void aPixelThatHoldsNoNumberHarmsNoOther() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 4);
		final float[][] rows = rows(references, 60, 0.02);
		final PixelAmounts task = new PixelAmounts(Design.of(AXIS, references, PLAIN));
		final double[][] whole = task.apply(PixelBlock.of(rows, 60));
		rows[30][11] = Float.NaN;
		rows[0][12] = Float.POSITIVE_INFINITY;
		rows[7][59] = Float.NEGATIVE_INFINITY;
		final double[][] holes = task.apply(PixelBlock.of(rows, 60));
		for (int j = 0; j < 4; j++) for (int p = 0; p < 60; p++)
			assertEquals(p == 11 || p == 12 || p == 59 ? Double.NaN : whole[j][p], holes[j][p]);
	}

	@Test
	void buffersOfEarlierBlocksLeaveNoTrace() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 5);
		final float[][] rows = rows(references, 3000, 0.05);
		final Design design = Design.of(AXIS, references, PLAIN);
		final PixelAmounts task = new PixelAmounts(design);
		for (final int size : new int[] { 1500, 7, 0, 3000, 1024, 2999 })
			assertArrayEquals(new PixelAmounts(design).apply(PixelBlock.of(rows, size)), task.apply(PixelBlock.of(rows, size)));
	}

	@Test
	void otherEnergiesAndTooManyReferencesAreRefused() {
		final Design design = Design.of(AXIS, EdgePhantom.references(AXIS, 2), PLAIN);
		assertThrows(InputException.class, () -> new PixelAmounts(design).apply(PixelBlock.of(new float[7][3], 3)));
		assertThrows(InputException.class, () -> new PixelAmounts(Design.of(AXIS, alike(17), PLAIN)));
	}

	@Test
	void canBeSentToAnotherMachine() throws IOException, ClassNotFoundException {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 3);
		final PixelAmounts task = new PixelAmounts(Design.of(AXIS, references, PLAIN));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(task);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			final PixelBlock block = PixelBlock.of(rows(references, 50, 0.02), 50);
			assertArrayEquals(task.apply(block), ((PixelAmounts) in.readObject()).apply(block));
		}
	}
}
