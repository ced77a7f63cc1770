// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.host.XanesJ;

/** The Escape key ends a command and the macro that runs it, and says that nothing was written. */
class EscapeTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@AfterEach
	void release() {
		IJ.resetEscape();
	}

	@Test
	void escapeEndsTheMacroAndNothingIsWritten() throws IOException, InterruptedException {
		final SpeciateMacro macro = new SpeciateMacro(folder);
		final CountDownLatch ended = new CountDownLatch(1);
		final Thread finger = new Thread(() -> {
			while (ended.getCount() > 0) IJ.setKeyDown(KeyEvent.VK_ESCAPE); // the command forgets it when it begins
		});
		finger.start();
		try {
			assertEquals("Speciate XANES was cancelled, nothing was written.\nin line 1 of bad.ijm", macro.refusal(macro.stack,
				""));
		}
		finally {
			ended.countDown();
			finger.join();
		}
	}
}
