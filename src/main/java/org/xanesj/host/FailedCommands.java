// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;

/**
 * Commands that a script started and that failed. An exception reaches the script itself, which may handle it; a
 * cancelled command only ends, and a script that does not ask would take it for done.
 */
final class FailedCommands implements AutoCloseable {

	private final EventService events;
	private final List<EventSubscriber<?>> subscribers;
	private final List<String> cancelled = new CopyOnWriteArrayList<>();

	FailedCommands(final Context context) {
		events = context.service(EventService.class);
		subscribers = events.subscribe(this);
	}

	/** Consumed: else SciJava would print the whole stack trace. */
	@EventHandler
	void onError(final ModuleErroredEvent event) {
		event.consume();
	}

	@EventHandler
	void onCancel(final ModuleCanceledEvent event) {
		final String reason = event.getReason();
		cancelled.add(reason == null || reason.isBlank() ? event.getModule().getInfo().getTitle() + " was cancelled"
			: reason);
	}

	/** @throws RunFailure if a command was cancelled */
	void check() throws RunFailure {
		if (!cancelled.isEmpty()) throw new RunFailure(cancelled.get(0));
	}

	@Override
	public void close() {
		events.unsubscribe(subscribers);
	}
}
