// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

class MeanSpectrumTest {

	private static final EnergyAxis AXIS = EdgeModel.grid(new double[] { 7100, 7140, 40 });

	@Test
	void meanAndScatterOfWholeNumbersAreExact() {
		// values p + 10 e for p = 0..9: mean 4.5 + 10 e, variance 55/6
		final SpectralImage image = Stacks.of(AXIS, 4, 3, 1, Signal.ABSORPTION, p -> e -> p == 11 && e == 7 ? Double.NaN
			: p + 10 * e);
		final MeanSpectrum mean = MeanSpectrum.of(image, Mask.of(12, p -> p != 10), Stacks.RUNNER);
		assertEquals(10, mean.pixels());
		assertEquals(1, mean.skipped());
		for (int e = 0; e < AXIS.size(); e++) {
			assertEquals(4.5 + 10 * e, mean.mean().values()[e], 1e-13);
			assertEquals(Math.sqrt(55 / 6.0), mean.sd()[e], 1e-13);
		}
	}

	@Test
	void scatterOnALargeLevelKeepsItsDigitsAndItsBits() {
		final Random random = new Random(5);
		final SpectralImage image = Stacks.of(AXIS, 200, 150, 2, Signal.COUNTS, p -> e -> 1e6 + random.nextInt(3));
		final Mask region = Mask.of(image.size(), p -> p % 11 != 4);
		final MeanSpectrum mean = MeanSpectrum.of(image, region, new LocalRunner(1, Progress.NONE));
		double sum = 0;
		double squares = 0;
		for (int p = 0; p < image.size(); p++) if (region.contains(p)) {
			final double over = Stacks.value(image, p, 20) - 1e6;
			sum += over;
			squares += over * over;
		}
		final double n = region.count();
		assertEquals(1e6 + sum / n, mean.mean().values()[20], 1e-9);
		assertEquals(Math.sqrt((squares - sum * sum / n) / (n - 1)), mean.sd()[20], 1e-12);
		final MeanSpectrum three = MeanSpectrum.of(image, region, new LocalRunner(3, Progress.NONE));
		assertArrayEquals(mean.mean().values(), three.mean().values(), 0);
		assertArrayEquals(mean.sd(), three.sd(), 0);
	}

	@Test
	void aRegionWithoutAFinitePixelIsRefused() {
		final SpectralImage image = Stacks.of(AXIS, 4, 3, 1, Signal.ABSORPTION, p -> e -> Double.NaN);
		final InputException thrown = assertThrows(InputException.class, () -> MeanSpectrum.of(image, Mask.all(12),
			Stacks.RUNNER));
		assertTrue(thrown.getMessage().startsWith("phantom: none of the 12 pixels"));
	}
}
