// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** Progress on a terminal, and in a file. */
class PrintedProgressTest {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final PrintStream out = new PrintStream(printed, true);

	private long seconds;

	private LogLines log() {
		return new LogLines(out, () -> seconds * 1_000_000_000);
	}

	/** @return what a terminal shows of it: a carriage return goes back to the line's start, and what follows covers it */
	private List<String> screen() {
		final List<String> lines = new ArrayList<>();
		for (final String line : printed.toString().split("\n", -1)) {
			final StringBuilder shown = new StringBuilder();
			for (final String part : line.split("\r", -1)) shown.replace(0, Math.min(part.length(), shown.length()), part);
			lines.add(shown.toString().stripTrailing());
		}
		return lines;
	}

	@Test
	void aTerminalShowsTheLatestOnOneLine() {
		final TerminalLine line = new TerminalLine(out);
		line.show("Fitting every pixel, 42 %, about 40 s left");
		line.show("Fitting every pixel, 100 %");
		assertEquals(List.of("Fitting every pixel, 100 %"), screen());
		line.end();
		assertEquals(List.of(""), screen());
		line.show("x".repeat(200));
		assertEquals(79, screen().get(0).length(), "a line that wraps cannot be covered");
	}

	@Test
	void theLineMakesWayForWhatElseIsPrinted() {
		final TerminalLine line = new TerminalLine(out);
		final PrintStream others = line.before(out);
		line.show("Fitting every pixel, 42 %");
		others.println("A note.");
		line.show("Clusters, 1 %");
		others.print('!');
		assertEquals(List.of("A note.", "!"), screen());
	}

	@Test
	void aFileIsToldNowAndThen() {
		final LogLines log = log();
		for (seconds = 0; seconds < 30; seconds++) log.show("at " + seconds);
		assertEquals(List.of("at 5", "at 15", "at 25"), printed.toString().lines().toList());
	}

	@Test
	void aFileIsNotToldOfShortCommands() {
		final LogLines log = log();
		for (seconds = 0; seconds < 30; seconds++) {
			log.show("at " + seconds);
			if (seconds % 4 == 0) log.end();
		}
		assertEquals("", printed.toString());
	}

	@Test
	void aTaskIsShownByItsNameUntilItEnds() {
		final List<String> shown = new ArrayList<>();
		final ProgressPrinter printer = new ProgressPrinter() {

			@Override
			public void show(final String text) {
				shown.add(text);
			}

			@Override
			public void end() {
				shown.add("end");
			}
		};
		final Task task = SuiteContext.get().service(TaskService.class).createTask("a task");
		try (PrintedProgress progress = new PrintedProgress(SuiteContext.get(), printer)) {
			task.start();
			task.setStatusMessage("Clusters, 1 %");
			task.setProgressValue(1);
			task.setStatusMessage("Clusters, 2 %");
			task.finish();
		}
		task.setStatusMessage("nobody listens");
		assertEquals(List.of("a task: Clusters, 1 %", "a task: Clusters, 2 %", "end", "end"), shown);
	}
}
