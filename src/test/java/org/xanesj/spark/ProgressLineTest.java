// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class ProgressLineTest {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final AtomicLong milliseconds = new AtomicLong();

	private ProgressLine line(final boolean terminal) {
		return new ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal, () -> 1_000_000 *
			milliseconds.get());
	}

	private String printed() {
		return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
	}

	@Test
	void aFileGetsALineNowAndThen() {
		final ProgressLine line = line(false);
		for (int second = 0; second <= 30; second++) {
			milliseconds.set(1000 * second);
			line.report("Fitting", second, 60);
		}
		line.clear();
		assertEquals("Fitting, 16 %, about 50 s left\nFitting, 33 %, about 40 s left\nFitting, 50 %, about 30 s left\n",
			printed());
	}

	@Test
	void aTerminalGetsOneLine() {
		final ProgressLine line = line(true);
		line.report("Fitting", 1, 60); // too soon
		milliseconds.set(300);
		line.report("Fitting", 6, 60);
		milliseconds.set(400);
		line.report("Fitting", 30, 60); // too soon after the last
		milliseconds.set(600);
		line.report("On", 0, 60);
		line.clear();
		line.clear();
		assertEquals("\rFitting, 10 %\rOn           \r  \r", printed());
	}
}
