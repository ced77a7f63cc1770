// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.module.event.ModuleFinishedEvent;
import org.scijava.module.event.ModuleStartedEvent;

/**
 * The commands that a script starts. SciJava runs them beside the script, which learns of a failure only if it asks
 * for the result, and of a cancelled command not even then. So that no failure ends as a success, a script that goes
 * on after one runs to its end, and fails there.
 */
final class StartedCommands implements AutoCloseable {

	/** How long a command that the script has just handed over may take to begin. */
	private static final long GRACE_MILLISECONDS = 100;

	private final EventService events;
	private final List<EventSubscriber<?>> subscribers;
	private final List<String> failed = new ArrayList<>();
	private int running;

	StartedCommands(final Context context) {
		events = context.service(EventService.class);
		subscribers = events.subscribe(this);
	}

	@EventHandler
	synchronized void onStart(final ModuleStartedEvent event) {
		running++;
	}

	@EventHandler
	synchronized void onFinish(final ModuleFinishedEvent event) {
		end();
	}

	/** Consumed: else SciJava would print the whole stack trace. */
	@EventHandler
	synchronized void onError(final ModuleErroredEvent event) {
		event.consume();
		failed.add(CommandPlugIn.messageOf(event.getException()));
		end();
	}

	@EventHandler
	synchronized void onCancel(final ModuleCanceledEvent event) {
		final String reason = event.getReason();
		failed.add(reason == null || reason.isBlank() ? event.getModule().getInfo().getTitle() + " was cancelled"
			: reason);
		end();
	}

	private void end() {
		running--;
		notifyAll();
	}

	/**
	 * Waits, at the script's end, for the commands that still run.
	 *
	 * @throws RunFailure if a command failed or was cancelled, even if the script knew and went on
	 */
	synchronized void await() throws RunFailure {
		try {
			wait(GRACE_MILLISECONDS);
			while (running > 0)
				wait();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (!failed.isEmpty()) throw new RunFailure(failed.get(0));
	}

	@Override
	public void close() {
		events.unsubscribe(subscribers);
	}
}
