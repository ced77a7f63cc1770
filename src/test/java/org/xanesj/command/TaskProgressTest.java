// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;

/** What reaches SciJava's services of the reports, and what stops a command. */
@Timeout(20)
class TaskProgressTest {

	private static final Context CONTEXT = new Context(StatusService.class, TaskService.class, EventService.class);

	private final List<String> messages = new CopyOnWriteArrayList<>();
	private final BlockingQueue<StatusEvent> shown = new LinkedBlockingQueue<>();
	private final EventService events = CONTEXT.service(EventService.class);
	private final List<EventSubscriber<?>> subscribers = events.subscribe(this);
	private final Task task = CONTEXT.service(TaskService.class).createTask("a task");
	private final TaskProgress progress = TaskProgress.start(CONTEXT.service(StatusService.class), task);

	@EventHandler
	void onStatus(final StatusEvent event) {
		shown.add(event);
	}

	@EventHandler
	void onTask(final TaskEvent event) {
		messages.add(event.getTask().getStatusMessage() + (event.getTask().isDone() ? " (done)" : ""));
	}

	@AfterEach
	void finish() {
		IJ.resetEscape();
		progress.finish("");
		events.unsubscribe(subscribers);
	}

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@Test
	void ofThousandsOfReportsTenASecondAreShown() throws InterruptedException {
		final long start = System.nanoTime();
		for (int block = 1; block <= 12_000; block++) {
			progress.report("Fitting every pixel", block, 24_000);
			if (block % 40 == 0) Thread.sleep(1);
		}
		StatusEvent last = shown.take();
		while (!last.getStatusMessage().equals("Fitting every pixel, 50 %")) last = shown.take();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		assertEquals(500, last.getProgressValue());
		assertEquals(1000, last.getProgressMaximum());
		assertTrue(messages.contains("Fitting every pixel, 50 %"), messages.toString());
		assertTrue(messages.size() <= 2 * (10 * seconds + 1) + 2, messages.size() + " events in " + seconds + " s");
	}

	@Test
	void theLastWordStaysInTheStatusBarAndEndsTheTask() throws InterruptedException {
		progress.report("Clusters", 1, 2);
		progress.finish("It was cancelled.");
		assertEquals("It was cancelled. (done)", messages.get(messages.size() - 1));
		StatusEvent last = shown.take();
		while (!last.getStatusMessage().equals("It was cancelled.")) last = shown.take();
		assertEquals(last.getProgressMaximum(), last.getProgressValue(), "the bar is taken away");
	}

	@Test
	void theCancelButtonOfTheTaskCancels() {
		assertFalse(progress.isCancelled());
		task.cancel("pressed");
		assertTrue(progress.isCancelled());
	}

	@Test
	void escapeCancelsAndTheTaskIsToldSo() throws InterruptedException {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertTrue(progress.isCancelled());
		while (!task.isCanceled()) Thread.sleep(5);
		IJ.resetEscape();
		assertTrue(progress.isCancelled(), "also when another command has begun");
	}

	@Test
	void anEscapeBeforeTheCommandIsNotForIt() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		final TaskProgress next = TaskProgress.start(CONTEXT.service(StatusService.class), CONTEXT.service(TaskService.class)
			.createTask("the next"));
		assertFalse(next.isCancelled());
		next.finish("");
	}

	@Test
	void anInterruptCancelsAndIsKeptForWhoeverSentIt() {
		Thread.currentThread().interrupt();
		assertTrue(progress.isCancelled());
		progress.finish("");
		assertTrue(Thread.interrupted());
	}
}
