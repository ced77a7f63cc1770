// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import java.io.NotSerializableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.xanesj.block.Block;
import org.xanesj.block.BlockSink;
import org.xanesj.block.BlockTask;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Runs blocks on the workers of a Spark cluster. Each opens the image's files itself; only what a task makes of a
 * block comes back. Blocks are the same as on one machine and their results are handed on here in block order, so
 * that the answer is the same to the last bit. The next batch of blocks is under way while one is handed on. Spark
 * repeats what was lost with a worker.
 */
public final class SparkRunner implements Runner {

	/** Batches under way at once. */
	private static final int AHEAD = 2;

	/** Bytes that the results of a batch may have here: a part of the memory, and not more than Spark takes. */
	private static final long RESULTS = Math.min(Runtime.getRuntime().maxMemory() / 16, 256L << 20);

	private static final long POLL_MILLISECONDS = 50;

	private final JavaSparkContext spark;
	private final Progress progress;

	private SpectralImage image;
	private Broadcast<Sent<SpectralImage>> sentImage;

	/** @param spark stays open */
	public SparkRunner(final JavaSparkContext spark, final Progress progress) {
		this.spark = spark;
		this.progress = progress;
	}

	@Override
	public Progress progress() {
		return progress;
	}

	/** A batch of blocks and what will become of them. */
	private record Batch<T>(List<Block> blocks, JavaFutureAction<List<Outcome<T>>> outcomes) {}

	/**
	 * @throws InputException when the image is not one that workers can open, and when the task throws one: that of
	 *           the first block in order
	 * @throws IllegalStateException when a block failed in another way, and again on other workers
	 */
	@Override
	public <T> void run(final String step, final SpectralImage image, final Mask mask, final BlockTask<T> task,
		final BlockSink<T> sink)
	{
		final List<Block> blocks = Block.of(image);
		final Broadcast<Mask> sentMask = spark.broadcast(mask);
		final Broadcast<Sent<BlockTask<T>>> sentTask = spark.broadcast(sent(task));
		final BlockWorker<T> worker = new BlockWorker<>(sent(image), sentMask, sentTask, blocks.get(0).count());
		final String group = UUID.randomUUID().toString();
		spark.setJobGroup(group, step, false); // no interrupts: they would close the files that tasks share
		try {
			run(step, blocks, worker, sink);
			sentTask.destroy();
			sentMask.destroy();
		}
		catch (final RuntimeException | Error e) {
			spark.cancelJobGroup(group); // what still runs may need what was sent
			throw e;
		}
		finally {
			spark.clearJobGroup();
		}
	}

	private <T> void run(final String step, final List<Block> blocks, final BlockWorker<T> worker,
		final BlockSink<T> sink)
	{
		final BatchSize size = new BatchSize(spark.defaultParallelism(), RESULTS);
		final Deque<Batch<T>> underWay = new ArrayDeque<>();
		int sent = 0;
		int done = 0;
		progress.report(step, 0, blocks.size());
		while (done < blocks.size()) {
			while (sent < blocks.size() && underWay.size() < AHEAD) {
				final List<Block> next = blocks.subList(sent, sent + size.of(blocks.size() - sent));
				underWay.add(submit(next, worker));
				sent += next.size();
			}
			final Batch<T> batch = underWay.remove();
			final List<Outcome<T>> outcomes = await(step, batch.outcomes());
			if (done == 0) size.seen(outcomes);
			for (int i = 0; i < outcomes.size(); i++) {
				if (outcomes.get(i).failure() != null) throw outcomes.get(i).failure();
				sink.accept(batch.blocks().get(i), outcomes.get(i).result());
				progress.report(step, ++done, blocks.size());
				if (progress.isCancelled()) throw cancelled(step);
			}
		}
	}

	private <T> Batch<T> submit(final List<Block> blocks, final BlockWorker<T> worker) {
		final int tasks = Math.min(blocks.size(), spark.defaultParallelism());
		return new Batch<>(blocks, spark.parallelize(blocks, tasks).mapPartitions(worker).collectAsync());
	}

	private <R> R await(final String step, final JavaFutureAction<R> job) {
		while (true) {
			if (progress.isCancelled()) throw cancelled(step);
			try {
				return job.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				// not yet
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException(step + " was interrupted.");
			}
			catch (final ExecutionException e) {
				if (progress.isCancelled()) throw cancelled(step); // Spark may have been stopped with us
				throw new IllegalStateException(step + " failed on the workers: " + reason(e), e.getCause());
			}
		}
	}

	/** What was thrown on the worker, without its stack. */
	private static String reason(final Throwable e) {
		return e.getCause() != null ? reason(e.getCause()) : e.toString().lines().findFirst().orElse("");
	}

	private static CancellationException cancelled(final String step) {
		return new CancellationException(step + " was cancelled.");
	}

	/** The same image is analysed step after step: workers open it once. */
	private Broadcast<Sent<SpectralImage>> sent(final SpectralImage next) {
		if (next == image) return sentImage;
		if (sentImage != null) sentImage.destroy();
		image = null;
		try {
			sentImage = spark.broadcast(new Sent<>(next));
		}
		catch (final NotSerializableException e) {
			throw new InputException(next.info().name() + " is in this machine's memory, where no worker can read it.",
				"Give the path of its file or folder, one that all workers can read.", e);
		}
		image = next;
		return sentImage;
	}

	private static <T> Sent<BlockTask<T>> sent(final BlockTask<T> task) {
		try {
			return new Sent<>(task);
		}
		catch (final NotSerializableException e) {
			throw new IllegalStateException("A task holds what cannot be sent to workers: " + e.getMessage(), e);
		}
	}
}
