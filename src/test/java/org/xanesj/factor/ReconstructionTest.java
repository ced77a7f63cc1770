// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.PlaneSpectra;
import org.xanesj.SmallStack;
import org.xanesj.block.Gram;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** Two species in all shares and a third in two pixels, of which the truth without noise is known. */
class ReconstructionTest {

	private static final int WIDTH = 60, HEIGHT = 50;
	private static final double NOISE = 0.02;
	private static final int C = SmallStack.ENERGIES.size();
	private static final int[] ALL = IntStream.range(0, C).toArray();
	private static final LocalRunner RUNNER = new LocalRunner(2, Progress.NONE);
	private static final SpectralImage TRUTH = image(0);
	private static final SpectralImage IMAGE = image(NOISE);
	private static final Mask MASK = Mask.of(IMAGE.size(), p -> p % WIDTH > 1);
	private static final NoiseModel FOUND = NoiseModel.of(Gram.of(IMAGE, MASK, ALL, RUNNER), SmallStack.ENERGIES);

	private static boolean isRare(final int pixel) {
		return pixel % WIDTH >= 30 && pixel % WIDTH < 32 && pixel / WIDTH == 20;
	}

	private static SpectralImage image(final double noise) {
		return SmallStack.of(SmallStack.ENERGIES, WIDTH, HEIGHT, 1, p -> content(p), noise);
	}

	private static DoubleUnaryOperator content(final int pixel) {
		final double share = (pixel * 7919 % 1000) / 999.0;
		if (isRare(pixel)) return e -> 0.7 * SmallStack.OXIDIZED.applyAsDouble(e) + 0.3 * SmallStack.mu(e, 7132, 0.1);
		return e -> share * SmallStack.REDUCED.applyAsDouble(e) + (1 - share) * SmallStack.OXIDIZED.applyAsDouble(e);
	}

	/** @return the root mean square difference from the truth in the pixels of the mask that are not rare */
	private static double error(final SpectralImage image) {
		double squares = 0;
		long count = 0;
		for (int p = 0; p < image.size(); p++) if (MASK.contains(p) && !isRare(p)) for (int e = 0; e < C; e++) {
			final double difference = image.pixels().getAt(p % WIDTH, p / WIDTH, e).get() - TRUTH.pixels().getAt(p % WIDTH, p /
				WIDTH, e).get();
			squares += difference * difference;
			count++;
		}
		return Math.sqrt(squares / count);
	}

	@Test
	void ofWhiteNoiseTheShareOfTheSubspaceIsLeft() {
		assertEquals(2, FOUND.components());
		final SpectralImage kept = Reconstruction.of(IMAGE, MASK, ALL, Subspace.of(FOUND, 2), RUNNER);
		assertEquals(SmallStack.ENERGIES, kept.energies());
		assertEquals(NOISE, error(IMAGE), 0.02 * NOISE);
		// a line and two components; some more, as the components themselves are noisy
		assertEquals(Math.sqrt(4.0 / C), error(kept) / NOISE, 0.02);
		assertTrue(Float.isNaN(kept.pixels().getAt(0, 5, 3).get()));
	}

	/** What is free beside the components: the mean of each spectrum, where spectra are standardised. */
	@ParameterizedTest
	@CsvSource({ "UNCENTRED, 2, 2", "CENTRED, 1, 1", "CORRELATION, 2, 3", "LARCH, 1, 2" })
	void ofEveryVariantToo(final PcaVariant variant, final int components, final int dimensions) {
		final Pca pca = Pca.of(IMAGE, MASK, ALL, variant, RUNNER);
		final SpectralImage kept = Reconstruction.of(IMAGE, MASK, ALL, Subspace.of(pca, variant, components), RUNNER);
		assertEquals(Math.sqrt((double) dimensions / C), error(kept) / NOISE, 0.02);
	}

	@Test
	void whatIsLeftIsOneWhereTheComponentsAreEnoughAndMoreWhereASpeciesHides() {
		assertResidual(ResidualMap.of(IMAGE, MASK, ALL, Subspace.of(FOUND, 2), FOUND.sigma(), RUNNER));
	}

	@ParameterizedTest
	@CsvSource({ "UNCENTRED, 2", "CENTRED, 1", "CORRELATION, 2", "LARCH, 1" })
	void whatIsLeftIsOneByEveryVariant(final PcaVariant variant, final int components) {
		final double[] sigma = new double[C];
		Arrays.fill(sigma, NOISE);
		final Pca pca = Pca.of(IMAGE, MASK, ALL, variant, RUNNER);
		assertResidual(ResidualMap.of(IMAGE, MASK, ALL, Subspace.of(pca, variant, components), sigma, RUNNER));
	}

	private static void assertResidual(final float[] map) {
		final double[] usual = IntStream.range(0, map.length).filter(p -> MASK.contains(p) && !isRare(p)).mapToDouble(p -> map[p])
			.toArray();
		final double squares = Arrays.stream(usual).map(v -> v * v).average().orElseThrow();
		assertEquals(1, squares, 0.02);
		// a chi-square over 37 degrees of freedom has a standard deviation of 0.23
		assertTrue(Arrays.stream(usual).max().orElseThrow() < 1.7, "of the noise alone it is 1.62");
		for (int p = 0; p < map.length; p++) {
			if (isRare(p)) assertTrue(map[p] > 2, "rare pixel " + p + ": " + map[p]);
			assertEquals(MASK.contains(p), !Float.isNaN(map[p]));
		}
	}

	@Test
	void threadsChangeNothing() {
		final LocalRunner one = new LocalRunner(1, Progress.NONE);
		assertArrayEquals(ResidualMap.of(IMAGE, MASK, ALL, Subspace.of(FOUND, 2), FOUND.sigma(), one), ResidualMap.of(IMAGE, MASK,
			ALL, Subspace.of(FOUND, 2), FOUND.sigma(), new LocalRunner(3, Progress.NONE)), 0);
	}

	@Test
	void aVolumeThatIsReadPieceByPieceGivesTheSame() {
		final SpectralImage memory = SmallStack.of(SmallStack.ENERGIES, 12, 10, 3, p -> content(p * 31), NOISE);
		final SpectralImage lazy = PlaneSpectra.lazy(memory, 4, 1);
		final Mask mask = Mask.of(memory.size(), p -> p % 5 != 0);
		final NoiseModel noise = NoiseModel.of(Gram.of(lazy, mask, ALL, RUNNER), SmallStack.ENERGIES);
		final Subspace subspace = Subspace.of(noise, 2);
		final SpectralImage kept = Reconstruction.of(memory, mask, ALL, subspace, RUNNER);
		final SpectralImage same = Reconstruction.of(lazy, mask, ALL, subspace, RUNNER);
		assertEquals(3, kept.depth());
		for (int e = 0; e < C; e++) for (int p = 0; p < memory.size(); p++)
			assertEquals(kept.pixels().getAt(p % 12, p / 12 % 10, p / 120, e).get(), same.pixels().getAt(p % 12, p / 12 % 10, p /
				120, e).get(), 0);
		assertArrayEquals(ResidualMap.of(memory, mask, ALL, subspace, noise.sigma(), RUNNER), ResidualMap.of(lazy, mask, ALL,
			subspace, noise.sigma(), RUNNER), 0);
	}
}
