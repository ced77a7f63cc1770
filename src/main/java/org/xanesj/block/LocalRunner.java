// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Runs blocks on threads of this machine. A few blocks a thread are under way at once and their buffers are used
 * again, so that memory stays bounded whatever the image's size.
 */
public final class LocalRunner implements Runner {

	/** Blocks under way for each thread: enough that none waits while the oldest result is handed on. */
	private static final int AHEAD = 3;

	/** Milliseconds between two looks at whether the work is still wanted. */
	private static final long LISTEN = 100;

	private final int threads;
	private final Progress progress;

	/** A runner on all cores. */
	public LocalRunner(final Progress progress) {
		this(Runtime.getRuntime().availableProcessors(), progress);
	}

	/** @throws IllegalArgumentException when {@code threads} is less than 1 */
	public LocalRunner(final int threads, final Progress progress) {
		if (threads < 1) throw new IllegalArgumentException("threads: " + threads);
		this.threads = threads;
		this.progress = progress;
	}

	@Override
	public Progress progress() {
		return progress;
	}

	@Override
	public <T> void run(final String step, final SpectralImage image, final Mask mask, final BlockTask<T> task,
		final BlockSink<T> sink)
	{
		final var blocks = Block.of(image);
		final ExecutorService pool = Executors.newFixedThreadPool(threads);
		final BlockingQueue<PixelBlock> buffers = new LinkedBlockingQueue<>();
		for (int i = 0; i < threads; i++) buffers.add(new PixelBlock(image.energies().size(), blocks.get(0).count()));
		final BlockReader reader = new BlockReader(image);
		final Deque<Future<T>> underWay = new ArrayDeque<>();
		progress.report(step, 0, blocks.size());
		try {
			final Iterator<Block> next = blocks.iterator();
			int done = 0;
			for (final Block block : blocks) {
				while (next.hasNext() && underWay.size() < AHEAD * threads) {
					final Block ahead = next.next();
					underWay.add(pool.submit(() -> apply(task, reader, ahead, mask, buffers)));
				}
				sink.accept(block, result(underWay.remove(), step));
				progress.report(step, ++done, blocks.size());
				checkCancelled(step);
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException(step + " was interrupted.");
		}
		catch (final ExecutionException e) {
			throw unwrapped(e);
		}
		finally {
			pool.shutdownNow();
		}
	}

	/** Waits for a block, which may first have to come from a slow disk, without ceasing to listen to the user. */
	private <T> T result(final Future<T> block, final String step) throws InterruptedException, ExecutionException {
		while (true) try {
			return block.get(LISTEN, TimeUnit.MILLISECONDS);
		}
		catch (final TimeoutException e) {
			checkCancelled(step);
		}
	}

	private void checkCancelled(final String step) {
		if (progress.isCancelled()) throw new CancellationException(step + " was cancelled.");
	}

	private static <T> T apply(final BlockTask<T> task, final BlockReader reader, final Block block, final Mask mask,
		final BlockingQueue<PixelBlock> buffers) throws InterruptedException
	{
		final PixelBlock buffer = buffers.take();
		try {
			reader.read(block, mask, buffer);
			return task.apply(buffer);
		}
		finally {
			buffers.add(buffer);
		}
	}

	private static RuntimeException unwrapped(final ExecutionException e) {
		if (e.getCause() instanceof RuntimeException) return (RuntimeException) e.getCause();
		if (e.getCause() instanceof Error) throw (Error) e.getCause();
		return new IllegalStateException(e.getCause());
	}
}
