// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reads parts of a file on several threads, yet nearly in the order in which they lie there: a disk need not go back. */
final class FileOrder {

	private FileOrder() {}

	/** Reads with buffers of its own. */
	interface Reader extends AutoCloseable {

		void read(Box block);

		@Override
		void close();
	}

	/**
	 * @param most readers at once
	 * @throws CancellationException when the thread that calls is interrupted
	 */
	static void read(final List<Box> blocks, final int most, final Supplier<Reader> readers) {
		final Thread caller = Thread.currentThread();
		final AtomicInteger next = new AtomicInteger();
		// A thread of the pool would take up other work while it waits here, and that may need the very cell it is reading.
		final int threads = ForkJoinTask.inForkJoinPool() ? 1 : Math.min(most, blocks.size());
		final IntStream workers = IntStream.range(0, threads);
		(threads > 1 ? workers.parallel() : workers).forEach(worker -> {
			try (Reader reader = readers.get()) {
				for (int i = next.getAndIncrement(); i < blocks.size() && !caller.isInterrupted(); i = next.getAndIncrement())
					reader.read(blocks.get(i));
			}
			catch (final RuntimeException | Error e) {
				next.set(blocks.size());
				if (!caller.isInterrupted()) throw e;
			}
		});
		if (caller.isInterrupted()) throw new CancellationException("Reading was interrupted.");
	}
}
