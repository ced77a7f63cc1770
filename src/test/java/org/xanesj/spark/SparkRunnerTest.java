// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.PlaneSpectra;
import org.xanesj.block.Block;
import org.xanesj.block.BlockTask;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

class SparkRunnerTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, 41).mapToDouble(e -> 7100 + e).toArray());

	/** As many blocks: one for each plane. */
	private static final int DEPTH = 76;
	private static final int WIDTH = 12, HEIGHT = 10;
	private static final SpectralImage IMAGE = random(WIDTH, HEIGHT, DEPTH);
	private static final SpectralImage LAZY = PlaneSpectra.lazy(IMAGE, HEIGHT, 1);

	/** Some blocks have no pixel in it. */
	private static final Mask MASK = Mask.of(IMAGE.size(), p -> p % 3 != 0 && p / (WIDTH * HEIGHT) % 5 != 1);

	/** Tasks that have begun: without a cluster they are in this program. */
	private static final AtomicLong STARTED = new AtomicLong();

	private static JavaSparkContext spark;

	/** Two workers; a task may fail three times. */
	@BeforeAll
	static void open() {
		spark = new JavaSparkContext(new SparkConf(false).setMaster("local[2,4]").setAppName("test").set("spark.ui.enabled",
			"false"));
	}

	@AfterAll
	static void close() {
		spark.close();
	}

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

	private static double[] sum(final SpectralImage image, final Runner runner) {
		return runner.reduce("sum", image, MASK, SparkRunnerTest::sums, SparkRunnerTest::add);
	}

	/** What a block has at one energy, with where it is. */
	private static List<Object> row(final SpectralImage image, final Runner runner) {
		final List<Object> row = new ArrayList<>();
		runner.run("row", image, MASK, block -> Arrays.copyOf(block.row(7), block.size()), (block, values) -> {
			row.add(block);
			row.add(values);
		});
		return row;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void theSameBitsAsOnAnyNumberOfThreads(final int threads) {
		final Runner local = new LocalRunner(threads, Progress.NONE);
		final Runner workers = new SparkRunner(spark, Progress.NONE);
		assertEquals(DEPTH, Block.of(IMAGE).size());
		assertArrayEquals(sum(IMAGE, local), sum(LAZY, workers), 0);
		assertArrayEquals(row(IMAGE, local).toArray(), row(LAZY, workers).toArray());
	}

	@Test
	void lostTasksChangeNothing() {
		final BlockTask<double[]> faltering = block -> {
			if (TaskContext.get().attemptNumber() < 2) throw new IllegalStateException("lost");
			return sums(block);
		};
		assertArrayEquals(sum(IMAGE, new LocalRunner(1, Progress.NONE)), new SparkRunner(spark, Progress.NONE).reduce("sum",
			LAZY, MASK, faltering, SparkRunnerTest::add), 0);
	}

	/** With the results of the blocks before it, and on the first attempt. */
	@Test
	void badInputComesThrough() {
		final int bad = 42;
		final float value = firstValue(bad);
		final List<Block> taken = new ArrayList<>();
		final InputException e = assertThrows(InputException.class, () -> new SparkRunner(spark, Progress.NONE).run("fail",
			LAZY, MASK, block -> {
				if (block.size() > 0 && block.row(0)[0] == value) throw new InputException("attempt=" + TaskContext.get()
					.attemptNumber() + " is bad.", "Give another.");
				return 1;
			}, (block, one) -> taken.add(block)));
		assertEquals("attempt=0 is bad.\nGive another.", e.getMessage());
		assertEquals(Block.of(IMAGE).subList(0, bad), taken);
		waitUntilNothingRuns();
	}

	private static float firstValue(final int block) {
		final Block b = Block.of(IMAGE).get(block);
		final long p = b.first() + b.inside(MASK)[0];
		return IMAGE.pixels().getAt(p % WIDTH, p / WIDTH % HEIGHT, block, 0).get();
	}

	@Test
	void anyOtherFailureIsSaidAfterAllAttempts() {
		final IllegalStateException e = assertThrows(IllegalStateException.class, () -> new SparkRunner(spark, Progress.NONE)
			.run("Fitting", LAZY, MASK, block -> {
				throw new ArithmeticException("attempt " + TaskContext.get().attemptNumber());
			}, (block, nothing) -> {}));
		assertEquals("Fitting failed on the workers: java.lang.ArithmeticException: attempt 3", e.getMessage());
	}

	/** Asked to stop after so many blocks. */
	private record Impatient(AtomicLong done, long enough) implements Progress {

		@Override
		public void report(final String step, final long done, final long total) {
			this.done.set(done);
		}

		@Override
		public boolean isCancelled() {
			return done.get() >= enough;
		}
	}

	@Test
	@Timeout(60)
	void cancellingDoesNotWaitForTheWorkers() {
		final AtomicLong asks = new AtomicLong();
		final Progress soon = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return asks.incrementAndGet() > 5;
			}
		};
		assertThrows(CancellationException.class, () -> new SparkRunner(spark, soon).run("Waiting", LAZY, MASK, block -> {
			while (!TaskContext.get().isInterrupted()) pause();
			return 1;
		}, (block, one) -> {}));
		waitUntilNothingRuns();
	}

	@Test
	@Timeout(60)
	void cancellingLeavesTheOtherBlocksUndone() {
		final List<Block> taken = new ArrayList<>();
		final long before = STARTED.get();
		assertThrows(CancellationException.class, () -> new SparkRunner(spark, new Impatient(new AtomicLong(), 3)).run(
			"Stopping", LAZY, MASK, block -> {
				STARTED.incrementAndGet();
				pause();
				return 1;
			}, (block, one) -> taken.add(block)));
		assertEquals(Block.of(IMAGE).subList(0, 3), taken);
		waitUntilNothingRuns();
		assertTrue(STARTED.get() - before < Block.of(IMAGE).size() / 2, "blocks begun: " + (STARTED.get() - before));
	}

	private static void pause() {
		try {
			Thread.sleep(10);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void waitUntilNothingRuns() {
		while (spark.statusTracker().getActiveJobIds().length > 0 || Arrays.stream(spark.statusTracker().getExecutorInfos())
			.anyMatch(worker -> worker.numRunningTasks() > 0)) pause();
	}

	@Test
	void anImageInMemoryCannotBeSent() {
		final InputException e = assertThrows(InputException.class, () -> sum(IMAGE, new SparkRunner(spark, Progress.NONE)));
		assertEquals("random is in this machine's memory, where no worker can read it.\n" +
			"Give the path of its file or folder, one that all workers can read.", e.getMessage());
	}
}
