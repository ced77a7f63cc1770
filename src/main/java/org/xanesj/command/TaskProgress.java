// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.xanesj.block.Progress;
import org.xanesj.block.TimeLeft;

/**
 * Shows progress where users look: ImageJ's status bar, and the Tasks window with its cancel button. Escape cancels
 * too, and so does an interrupt of the thread that works.
 * <p>
 * SciJava tells its listeners on ImageJ's event thread and waits for them. So reports are only noted, and shown ten
 * times a second by a thread of its own.
 * </p>
 */
final class TaskProgress implements Progress {

	private static final long TICK_MILLISECONDS = 100;

	/** SciJava's progress is an int, bytes of a file are more. */
	private static final int WHOLE = 1000;

	private final StatusService status;
	private final Task task;
	private final TimeLeft left = new TimeLeft(System::nanoTime);
	private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(TaskProgress::daemon);
	private String shown = "";
	private volatile boolean cancelled;

	private TaskProgress(final StatusService status, final Task task) {
		this.status = status;
		this.task = task;
	}

	/** @param task not yet started */
	static TaskProgress start(final StatusService status, final Task task) {
		final TaskProgress progress = new TaskProgress(status, task);
		IJ.resetEscape(); // it was meant for something else
		task.setCancelCallBack(() -> progress.cancelled = true);
		task.setProgressMaximum(WHOLE);
		task.start();
		progress.ticks.scheduleWithFixedDelay(progress::show, TICK_MILLISECONDS, TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
		return progress;
	}

	private static Thread daemon(final Runnable work) {
		final Thread thread = new Thread(work, "XanesJ progress");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void report(final String step, final long done, final long total) {
		left.report(step, done, total);
	}

	@Override
	public boolean isCancelled() {
		if (IJ.escapePressed()) cancelled = true; // the next command forgets it
		return cancelled || Thread.currentThread().isInterrupted();
	}

	private void show() {
		if (IJ.escapePressed() && !task.isCanceled()) task.cancel("Escape was pressed.");
		final TimeLeft.Now now = left.now();
		if (now.text().equals(shown)) return;
		shown = now.text();
		task.setProgressValue((long) (WHOLE * now.fraction()));
		task.setStatusMessage(shown);
		status.showStatus((int) (WHOLE * now.fraction()), WHOLE, shown);
	}

	/** @param last stays in the status bar; may be empty */
	void finish(final String last) {
		final boolean interrupted = Thread.interrupted(); // SciJava would complain that nobody waits for its listeners
		stopTicks();
		task.finish();
		task.setStatusMessage(last);
		status.showStatus(WHOLE, WHOLE, last);
		if (interrupted) Thread.currentThread().interrupt();
	}

	/** Waits for what is being shown, but not for long: on ImageJ's event thread it would wait for itself. */
	private void stopTicks() {
		ticks.shutdown();
		try {
			ticks.awaitTermination(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
