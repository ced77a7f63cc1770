// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.ImgUtil;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

class LocalRunnerTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7112, 7150);

	private static SpectralImage random(final int width, final int height, final int depth) {
		final Random random = new Random(7);
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < depth * AXIS.size(); i++) {
			final float[] plane = new float[width * height];
			for (int p = 0; p < plane.length; p++) plane[p] = random.nextFloat();
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, width, height, depth, AXIS, StackInfo.named("random"));
	}

	private static double[] sums(final PixelBlock block) {
		final double[] sums = new double[block.energies()];
		for (int e = 0; e < sums.length; e++) for (int i = 0; i < block.size(); i++) sums[e] += block.row(e)[i];
		return sums;
	}

	private static double[] add(final double[] a, final double[] b) {
		final double[] sum = a.clone();
		for (int i = 0; i < sum.length; i++) sum[i] += b[i];
		return sum;
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 8 })
	void anyNumberOfThreadsGivesTheSameBits(final int threads) {
		final SpectralImage image = random(700, 501, 2);
		final Mask mask = Mask.of(image.size(), p -> p % 3 != 0);
		final double[] one = new LocalRunner(1, Progress.NONE).reduce("sum", image, mask, LocalRunnerTest::sums,
			LocalRunnerTest::add);
		final double[] many = new LocalRunner(threads, Progress.NONE).reduce("sum", image, mask, LocalRunnerTest::sums,
			LocalRunnerTest::add);
		assertArrayEquals(one, many, 0);
	}

	@Test
	void planesAndAnyOtherImageReadTheSame() {
		final SpectralImage planes = random(37, 29, 3);
		final var copy = ArrayImgs.floats(37, 29, 3, AXIS.size());
		ImgUtil.copy(planes.pixels(), copy);
		final SpectralImage array = new SpectralImage(copy, AXIS, planes.info());
		final Mask mask = Mask.of(planes.size(), p -> p % 5 == 1);
		final LocalRunner runner = new LocalRunner(2, Progress.NONE);
		assertArrayEquals(runner.reduce("sum", planes, mask, LocalRunnerTest::sums, LocalRunnerTest::add), runner.reduce(
			"sum", array, mask, LocalRunnerTest::sums, LocalRunnerTest::add), 0);
	}

	@Test
	void pixelsArriveInRasterOrderAndWithTheirOwnSpectra() {
		final SpectralImage image = random(90, 1200, 2);
		final Mask mask = Mask.of(image.size(), p -> p % 7 == 3);
		final List<Long> seen = new ArrayList<>();
		new LocalRunner(2, Progress.NONE).run("read", image, mask, block -> {
			final float[] last = new float[block.size()];
			System.arraycopy(block.row(2), 0, last, 0, last.length);
			return last;
		}, (block, last) -> {
			final int[] inside = block.inside(mask);
			assertEquals(inside.length, last.length);
			for (int i = 0; i < last.length; i++) {
				final long p = block.first() + inside[i];
				final long xy = 90 * 1200;
				assertEquals(image.pixels().getAt(p % 90, p % xy / 90, p /
					xy, 2).get(), last[i]);
				seen.add(p);
			}
		});
		assertEquals(mask.count(), seen.size());
		assertEquals(seen.stream().sorted().toList(), seen);
	}

	@Test
	void aTasksOwnExceptionReachesTheCaller() {
		final SpectralImage image = random(10, 10, 1);
		assertThrows(IllegalStateException.class, () -> new LocalRunner(2, Progress.NONE).run("fail", image, Mask.all(image
			.size()), block -> {
				throw new IllegalStateException("here");
			}, (block, nothing) -> {}));
	}

	@Test
	void cancellingStops() {
		final SpectralImage image = random(10, 10, 1);
		final Progress cancelled = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> new LocalRunner(1, cancelled).reduce("sum", image, Mask.all(image
			.size()), LocalRunnerTest::sums, LocalRunnerTest::add));
	}
}
