// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import ij.IJ;

import java.util.List;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** SciJava's status and tasks in ImageJ's status bar, while a command runs; Escape cancels the task. */
final class StatusBar implements AutoCloseable {

	private final EventService events;
	private final List<EventSubscriber<?>> subscribers;
	private volatile Task last;

	StatusBar(final Context context) {
		events = context.service(EventService.class);
		subscribers = events.subscribe(this);
	}

	@EventHandler
	void onStatus(final StatusEvent event) {
		if (event.getStatusMessage() != null) IJ.showStatus(event.getStatusMessage());
		if (event.getProgressMaximum() > 0) IJ.showProgress(event.getProgressValue(), event.getProgressMaximum());
	}

	@EventHandler
	void onTask(final TaskEvent event) {
		final Task task = event.getTask();
		last = task;
		if (task.isDone()) return;
		if (IJ.escapePressed() && !task.isCanceled()) task.cancel("Escape was pressed");
		if (task.getStatusMessage() != null) IJ.showStatus(task.getStatusMessage());
		final double whole = task.getProgressMaximum();
		if (whole > 0) IJ.showProgress(task.getProgressValue() / whole);
	}

	/** @return what the last task said when it ended, empty if nothing */
	String last() {
		return last == null || !last.isDone() || last.getStatusMessage() == null ? "" : last.getStatusMessage();
	}

	@Override
	public void close() {
		events.unsubscribe(subscribers);
		IJ.showProgress(1.0);
	}
}
