// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;

/**
 * Keeps the cells that were used last, so many of them. A cell that several threads want is loaded once: the first loads
 * it, the others wait.
 */
final class CellCache<T> {

	private final Map<Long, FutureTask<T>> cells = new LinkedHashMap<>(16, 0.75f, true);
	private final int capacity;
	private final LongFunction<T> loader;

	CellCache(final int capacity, final LongFunction<T> loader) {
		this.capacity = capacity;
		this.loader = loader;
	}

	T get(final long index) {
		final FutureTask<T> cell = at(index);
		cell.run(); // does nothing when it is done or another thread is at it
		try {
			return cell.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Reading was interrupted.");
		}
		catch (final ExecutionException e) {
			forget(index, cell);
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
	}

	private synchronized FutureTask<T> at(final long index) {
		final FutureTask<T> known = cells.get(index);
		if (known != null) return known;
		while (cells.size() >= capacity) cells.remove(cells.keySet().iterator().next());
		final FutureTask<T> cell = new FutureTask<>(() -> loader.apply(index));
		cells.put(index, cell);
		return cell;
	}

	/** What failed may succeed when it is asked for again. */
	private synchronized void forget(final long index, final FutureTask<T> cell) {
		cells.remove(index, cell);
	}
}
