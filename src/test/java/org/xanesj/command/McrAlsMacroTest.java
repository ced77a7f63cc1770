// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** {@code XANES MCR-ALS...} in macros without a display. */
class McrAlsMacroTest {

	@TempDir
	Path folder;

	private SpeciateMacro macros;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void writeStack() throws IOException {
		macros = new SpeciateMacro(folder);
	}

	private String macro(final String keys) {
		return "run(\"Open Energy Stack...\", \"path=[" + macros.stack + "]\"); run(\"XANES MCR-ALS...\", \"" + keys + "\");";
	}

	@Test
	void speciesAreNamedAndMapped() throws RunFailure {
		final String log = macros.log(macro("components=2 start=simplisma references=[" + macros.references + "] seed=3") +
			"print(getTitle()); setSlice(1); print(getInfo(\"slice.label\") + \" \" + getValue(1, 1)); print(getValue(10, 1));");
		assertTrue(log.contains("Abundances of small.tif"), log);
		assertTrue(log.contains("Species of small.tif\n"), log);
		assertTrue(log.contains("MCR-ALS began at the purest pixels (simplisma)"), log);
		assertTrue(log.matches("(?s).*reduced: \\d+\\.\\d % of all; by non-negativity alone .*"), log);
	}

	@Test
	void badKeysAreRefused() {
		for (final String key : new String[] { "method=als", "start=random", "closure=sum", "sparsity=much" }) assertTrue(
			macros.failure(macro(key)).startsWith(key + " is not known.\nUse "), macros.failure(macro(key)));
		assertEquals("fixed=rust is none of the 0 references, or cannot be used.\nGive it among the references.\nin line 1 of " +
			"bad.ijm", macros.failure(macro("fixed=rust")));
		assertTrue(macros.failure(macro("iterations=0")).contains("iterations"));
	}
}
