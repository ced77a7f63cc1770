// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/**
 * The tasks of commands that are running. When the program is told to end (Ctrl-C, kill, the closing of its window)
 * they are cancelled, and waited for until they have taken back what they had begun, but not for long.
 */
final class RunningTasks {

	private static final long PATIENCE_MILLISECONDS = 1000;
	private static final long POLL_MILLISECONDS = 5;

	private final Set<Task> running = ConcurrentHashMap.newKeySet();
	private final CountDownLatch told;
	private volatile Set<Task> stopped = Set.of();

	/** @param told when it comes to zero, what there is to say of the end of the tasks has been printed */
	RunningTasks(final CountDownLatch told) {
		this.told = told;
	}

	/** Watches the tasks of a context from now on. */
	void watch(final Context context) {
		context.service(EventService.class).subscribe(this);
	}

	@EventHandler
	void onTask(final TaskEvent event) {
		if (event.getTask().isDone()) running.remove(event.getTask());
		else running.add(event.getTask());
	}

	/** SciJava ends at the same time and may tell nobody any more: the tasks themselves are asked. */
	void stop() {
		stopped = Set.copyOf(running);
		for (final Task task : stopped) cancel(task);
		final long end = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000;
		try {
			while (System.nanoTime() < end && !stopped.stream().allMatch(Task::isDone)) Thread.sleep(POLL_MILLISECONDS);
			if (!stopped.isEmpty()) told.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** @return what a task that was stopped said of its end; what a script makes of it may be misleading */
	Optional<String> lastWords() {
		return stopped.stream().filter(Task::isDone).map(Task::getStatusMessage).filter(said -> said != null && !said.isEmpty())
			.findFirst();
	}

	/** Listeners are told on ImageJ's event thread, which may be waiting for us. */
	private static void cancel(final Task task) {
		final Thread thread = new Thread(() -> task.cancel("The program ends."), "XanesJ ends");
		thread.setDaemon(true);
		thread.start();
	}
}
