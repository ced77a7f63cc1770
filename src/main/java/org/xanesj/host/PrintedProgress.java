// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.util.List;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** Prints how far SciJava's tasks are, where there is no status bar to show it. */
final class PrintedProgress implements AutoCloseable {

	private final EventService events;
	private final List<EventSubscriber<?>> subscribers;
	private final ProgressPrinter printer;
	private String shown = "";

	PrintedProgress(final Context context, final ProgressPrinter printer) {
		this.printer = printer;
		events = context.service(EventService.class);
		subscribers = events.subscribe(this);
	}

	@EventHandler
	synchronized void onTask(final TaskEvent event) {
		final Task task = event.getTask();
		final String message = task.getStatusMessage();
		final String text = message == null || message.isEmpty() || task.isDone() ? "" : task.getName() + ": " + message;
		if (text.equals(shown)) return;
		shown = text;
		if (!text.isEmpty()) printer.show(text);
		else printer.end();
	}

	@Override
	public void close() {
		events.unsubscribe(subscribers);
		printer.end();
	}
}
