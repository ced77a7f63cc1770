// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** Products against sums that lose no digit. */
class GramTest {

	private static PixelBlock block(final int energies, final int size, final int capacity) {
		final Random random = new Random(energies + size);
		final float[][] rows = new float[energies][capacity];
		for (final float[] row : rows) for (int p = 0; p < capacity; p++) row[p] = 1e3f + (float) random.nextGaussian();
		return PixelBlock.of(rows, size);
	}

	private static double exact(final float[] a, final float[] b, final int size) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int p = 0; p < size; p++) sum = sum.add(new BigDecimal(a[p]).multiply(new BigDecimal(b[p])));
		return sum.doubleValue();
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "3,2", "4,16", "5,17", "7,31", "23,100", "40,0" })
	void productsAndSumsAreThoseOfTheSpectra(final int energies, final int size) {
		final PixelBlock block = block(energies, size, size + 3);
		final Gram gram = Gram.of(block);
		final float[] one = new float[size];
		Arrays.fill(one, 1);
		assertEquals(size, gram.pixels());
		for (int i = 0; i < energies; i++) {
			final double sum = exact(block.row(i), one, size);
			assertEquals(sum, gram.sums()[i], 1e-15 * size * Math.abs(sum));
			for (int j = 0; j < energies; j++) {
				final double product = exact(block.row(i), block.row(j), size);
				assertEquals(product, gram.products()[i][j], 1e-15 * size * product);
				assertEquals(gram.products()[j][i], gram.products()[i][j]);
			}
		}
	}

	/** Differences of the products of neighbours are noise a hundred thousandth of the level: ten digits are needed. */
	@Test
	void noiseFarBelowTheLevelIsNotLost() {
		final Random random = new Random(2);
		final float[][] rows = new float[2][3000];
		for (int p = 0; p < 3000; p++) {
			rows[0][p] = (float) (1 + 0.5 * random.nextDouble());
			rows[1][p] = (float) (rows[0][p] + 1e-5 * random.nextGaussian());
		}
		final double[][] g = Gram.of(PixelBlock.of(rows, 3000)).products();
		double squares = 0;
		for (int p = 0; p < 3000; p++) squares += Math.pow((double) rows[1][p] - rows[0][p], 2);
		assertEquals(1, (g[0][0] - 2 * g[0][1] + g[1][1]) / squares, 1e-4);
	}

	@Test
	void anyNumberOfThreadsGivesTheSameBitsAndOnlyTheMaskCounts() {
		final int n = 11;
		final Random random = new Random(4);
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < 2 * n; i++) {
			final float[] plane = new float[300 * 200];
			for (int p = 0; p < plane.length; p++) plane[p] = p % 3 == 0 ? Float.NaN : random.nextFloat();
			planes.add(plane);
		}
		final SpectralImage image = SpectralImage.ofPlanes(planes, 300, 200, 2, EnergyAxis.of(IntStream.range(0, n)
			.mapToDouble(e -> 7100 + e).toArray()), StackInfo.named("random"));
		final Mask mask = Mask.of(image.size(), p -> p % 3 != 0);
		final int[] some = { 1, 2, 5, 10 };
		final Gram one = Gram.of(image, mask, some, new LocalRunner(1, Progress.NONE));
		final Gram three = Gram.of(image, mask, some, new LocalRunner(3, Progress.NONE));
		assertEquals(mask.count(), one.pixels());
		for (int i = 0; i < some.length; i++) {
			assertArrayEquals(one.products()[i], three.products()[i], 0);
			assertEquals(one.pixels() / 2.0, one.sums()[i], one.pixels() * 0.01);
			assertEquals(one.sums()[i] / one.pixels(), one.mean()[i], 0);
		}
		assertArrayEquals(one.sums(), three.sums(), 0);
	}
}
