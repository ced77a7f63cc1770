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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Progress;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

class PixelBootstrapTest {

	private static final EnergyAxis AXIS = EdgePhantom.axis(41);
	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 3);
	private static final double SIGMA = 0.02;

	private static Design design(final Constraint constraint) {
		final double[] sigma = IntStream.range(0, AXIS.size()).mapToDouble(e -> SIGMA * (0.5 + 0.02 * e)).toArray();
		return Design.of(AXIS, REFERENCES, FitOptions.DEFAULT.with(Noise.of(sigma)).with(constraint));
	}

	/** Pixels of these amounts, each with noise of its own. */
	private static float[][] rows(final int pixels, final double sigma, final double... amounts) {
		final Random random = new Random(5);
		final float[][] rows = new float[AXIS.size()][pixels];
		for (int p = 0; p < pixels; p++) {
			final double[] values = EdgePhantom.mixture(REFERENCES, amounts, 0.3, 0.001, sigma, random).values();
			for (int e = 0; e < values.length; e++) rows[e][p] = (float) values[e];
		}
		return rows;
	}

	/** Whole spectra, drawn about the fit of a pixel with the noise of its misfit and fitted one by one. */
	private static double[] drawnBySpectrum(final float[][] rows, final int p, final Design design) {
		final Spectrum pixel = new Spectrum("pixel", AXIS, IntStream.range(0, rows.length).mapToDouble(e -> rows[e][p])
			.toArray());
		final CombinationFit fit = LinearCombination.fit(pixel, design);
		final Random random = new Random(8);
		final SummaryStatistics[] drawn = { new SummaryStatistics(), new SummaryStatistics(), new SummaryStatistics() };
		for (int sample = 0; sample < 2000; sample++) {
			final double[] values = fit.fitted().clone();
			for (int e = 0; e < values.length; e++) values[e] += Math.sqrt(fit.reducedChiSquare()) / design.weights()[e] * random
				.nextGaussian();
			final CombinationFit again = LinearCombination.fit(pixel.with(values), design);
			for (int j = 0; j < 3; j++) drawn[j].addValue(again.components().get(j).fraction());
		}
		return Arrays.stream(drawn).mapToDouble(SummaryStatistics::getStandardDeviation).toArray();
	}

	@Test
	void itIsTheBootstrapOfWholeSpectra() {
		for (final Constraint constraint : List.of(Constraint.NON_NEGATIVE_SUM_TO_ONE, Constraint.NON_NEGATIVE)) {
			final Design design = design(constraint);
			final float[][] rows = rows(4, SIGMA, 0.1, 0.02, 0.3);
			final SpeciesMaps maps = new PixelBootstrap(design, 2000, 1).apply(PixelBlock.of(rows, 4));
			final SpeciesMaps fit = new PixelFit(design).apply(PixelBlock.of(rows, 4));
			int compared = 0;
			double farthest = 0;
			for (int p = 0; p < 4; p++) {
				final double[] expected = drawnBySpectrum(rows, p, design);
				for (int j = 0; j < 3; j++) {
					assertEquals(fit.fractions()[j][p], maps.fractions()[j][p]);
					assertEquals(Float.isNaN(fit.errors()[j][p]), Float.isNaN(maps.errors()[j][p]), "at a bound there is no error");
					if (Float.isNaN(maps.errors()[j][p])) continue;
					compared++;
					assertEquals(1, maps.errors()[j][p] / expected[j], 0.08);
					farthest = Math.max(farthest, Math.abs(fit.errors()[j][p] / maps.errors()[j][p] - 1));
				}
			}
			assertTrue(compared >= 8, compared + " errors");
			assertTrue(farthest > 0.15, "the bound was not felt: " + farthest);
		}
	}

	@Test
	void clearOfBoundsItIsTheFormula() {
		final float[][] rows = rows(50, 0.002, 0.4, 0.3, 0.3);
		final Design design = design(Constraint.NON_NEGATIVE_SUM_TO_ONE);
		final SpeciesMaps maps = new PixelBootstrap(design, 1000, 1).apply(PixelBlock.of(rows, 50));
		final SpeciesMaps fit = new PixelFit(design).apply(PixelBlock.of(rows, 50));
		for (int j = 0; j < 3; j++) for (int p = 0; p < 50; p++)
			assertEquals(1, maps.errors()[j][p] / fit.errors()[j][p], 0.1);
	}

	@Test
	void aPixelHasTheSameErrorsInWhateverBlock() {
		final float[][] rows = rows(30, SIGMA, 0.4, 0.1, 0.3);
		final PixelBootstrap task = new PixelBootstrap(design(Constraint.NON_NEGATIVE_SUM_TO_ONE), 20, 3);
		final SpeciesMaps whole = task.apply(PixelBlock.of(rows, 30));
		final float[][] last = Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, 17, 30)).toArray(float[][]::new);
		final SpeciesMaps part = task.apply(PixelBlock.of(last, 13));
		for (int j = 0; j < 3; j++) assertArrayEquals(Arrays.copyOfRange(whole.errors()[j], 17, 30), part.errors()[j]);
		final SpeciesMaps other = new PixelBootstrap(design(Constraint.NON_NEGATIVE_SUM_TO_ONE), 20, 4).apply(PixelBlock.of(rows,
			30));
		assertFalse(Arrays.equals(whole.errors()[0], other.errors()[0]), "another seed draws others");
	}

	@Test
	void theNumberOfThreadsDoesNotMatter() {
		final float[][] rows = rows(20_000, SIGMA, 0.4, 0.1, 0.3);
		final SpectralImage image = SpectralImage.ofPlanes(Arrays.asList(rows), 200, 100, 1, AXIS, StackInfo.named("random"));
		final Mask mask = Mask.of(image.size(), p -> p % 3 != 0);
		SpeciesMaps first = null;
		for (int threads = 1; threads <= 3; threads++) {
			final SpeciesMaps maps = SpeciesMaps.unknown(List.of("ref0", "ref1", "ref2"), 20_000);
			new LocalRunner(threads, Progress.NONE).run("Fitting", image, mask, new PixelBootstrap(design(
				Constraint.NON_NEGATIVE_SUM_TO_ONE), 5, 3), (block, part) -> maps.put(part, (int) block.first(), block.inside(
					mask)));
			if (first == null) first = maps;
			assertArrayEquals(first.errors(), maps.errors());
		}
		assertTrue(Float.isNaN(first.errors()[0][0]) && first.errors()[0][1] > 0);
	}

	@Test
	void pixelsWithoutNumbersOrEdgeHarmNoOther() {
		final float[][] rows = rows(6, SIGMA, 0.4, 0.1, 0.3);
		final PixelBootstrap task = new PixelBootstrap(design(Constraint.NON_NEGATIVE_SUM_TO_ONE), 20, 3);
		final SpeciesMaps whole = task.apply(PixelBlock.of(rows, 6));
		rows[7][2] = Float.NaN;
		for (final float[] row : rows) row[4] = 0.25f;
		final SpeciesMaps holes = task.apply(PixelBlock.of(rows, 6));
		for (int j = 0; j < 3; j++) for (final int p : new int[] { 0, 1, 3, 5 })
			assertEquals(whole.errors()[j][p], holes.errors()[j][p]);
		for (int j = 0; j < 3; j++) assertTrue(Float.isNaN(holes.errors()[j][2]));
		assertEquals(0, task.apply(PixelBlock.of(rows, 0)).edgeStep().length);
	}

	@Test
	void canBeSentToAnotherMachine() throws IOException, ClassNotFoundException {
		final PixelBootstrap task = new PixelBootstrap(design(Constraint.NON_NEGATIVE_SUM_TO_ONE), 10, 3);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(task);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			final PixelBlock block = PixelBlock.of(rows(20, SIGMA, 0.4, 0.1, 0.3), 20);
			assertArrayEquals(task.apply(block).errors(), ((PixelBootstrap) in.readObject()).apply(block).errors());
		}
	}

	@Test
	void whatCannotBeDrawnAgainIsRefused() {
		final Design spread = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT.with(Noise.EQUAL.through(MatrixUtils
			.createRealIdentityMatrix(AXIS.size()).getData())));
		assertThrows(InputException.class, () -> new PixelBootstrap(spread, 100, 1));
		assertThrows(InputException.class, () -> new PixelBootstrap(design(Constraint.NON_NEGATIVE), 1, 1));
	}
}
