// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.awt.event.KeyEvent;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** Escape ends a task, while and only while its command runs. */
class StatusBarTest {

	private final AtomicInteger cancelled = new AtomicInteger();
	private final Task task = SuiteContext.get().service(TaskService.class).createTask("a task");

	@AfterEach
	void releaseEscape() {
		IJ.resetEscape();
		task.finish();
	}

	@Test
	void escapeCancelsOnce() {
		task.setCancelCallBack(cancelled::incrementAndGet);
		try (StatusBar bar = new StatusBar(SuiteContext.get())) {
			task.start();
			task.setProgressMaximum(10);
			task.setProgressValue(1);
			assertFalse(task.isCanceled());
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			task.setProgressValue(2);
			task.setProgressValue(3);
		}
		assertTrue(task.isCanceled());
		assertEquals(1, cancelled.get());
	}

	@Test
	void nobodyListensWhenNoCommandRuns() {
		new StatusBar(SuiteContext.get()).close();
		task.start();
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		task.setProgressValue(2);
		assertFalse(task.isCanceled());
	}
}
