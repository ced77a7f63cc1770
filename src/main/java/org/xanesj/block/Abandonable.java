// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that may not ask for a while whether it is still wanted: the opening of a file, the drawing of a picture. It runs
 * in a thread of its own. When the user stops it, that thread is interrupted and left alone: it ends when it next
 * looks, and nobody waits. So it must change nothing that others see, unless they take it back.
 *
 * <pre>
 * SpectralImage image = Abandonable.call("Opening", () -> open(path), progress);
 * </pre>
 */
public final class Abandonable {

	private static final long POLL_MILLISECONDS = 20;

	private Abandonable() {}

	/**
	 * @param name what is being done
	 * @param progress asked whether the work is still wanted
	 * @return what the work makes; what it throws is thrown as it is
	 * @throws CancellationException when the user stops it
	 */
	public static <T> T call(final String name, final Supplier<T> work, final Progress progress) {
		final FutureTask<T> task = new FutureTask<>(work::get);
		final Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		try {
			return await(name, task, progress);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException(name + " was interrupted.");
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			throw (RuntimeException) e.getCause(); // a supplier throws nothing else
		}
		finally {
			task.cancel(true);
		}
	}

	private static <T> T await(final String name, final FutureTask<T> task, final Progress progress)
		throws InterruptedException, ExecutionException
	{
		while (true) {
			if (progress.isCancelled()) throw new CancellationException(name + " was cancelled.");
			try {
				return task.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				// it takes its time
			}
		}
	}
}
