// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.command.SameFiles;

/** The Jython scripts that users start from. */
class UserScriptsTest {

	private static final Path STACK = Path.of("test-images/iron-l/iron-l.tif").toAbsolutePath();
	private static final Path REFERENCES = STACK.resolveSibling("references");
	private static final Path I0 = STACK.resolveSibling("i0.txt");

	@TempDir
	Path folder;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are scripts without one");
		XanesJ.registerCommands();
	}

	private static void run(final String script, final String argument) throws RunFailure {
		HeadlessScript.run(SuiteContext.get(), new File("scripts", script), argument);
	}

	@Test
	void aScriptAndAMacroWriteTheSameFiles() throws RunFailure, IOException {
		final Path script = folder.resolve("script"), macro = folder.resolve("macro");
		run("speciate.py", "stack=" + STACK + ",references=" + REFERENCES + ",output=" + script + ",mode=transmission,i0=" +
			I0);
		HeadlessMacro.run("test.ijm", "run(\"Speciate XANES...\", \"stack=[" + STACK + "] references=[" + REFERENCES +
			"] output=[" + macro + "] mode=transmission i0=[" + I0 + "]\");", "");
		SameFiles.assertSame(macro, script);
	}

	@Test
	void aStackThatCannotBeUsedFailsTheScriptWithItsMessage() {
		assertEquals("/no/such.tif is not there.\nCheck the path of the stack.", assertThrows(RunFailure.class, () -> run(
			"speciate.py", "stack=/no/such.tif,references=" + REFERENCES + ",output=" + folder)).getMessage());
	}

	@Test
	void aBatchGoesOnAfterAFailureAndNamesIt() throws IOException {
		final Path stacks = Files.createDirectory(folder.resolve("stacks")), out = folder.resolve("out");
		for (final String name : List.of("a", "b", "c")) Files.copy(STACK, stacks.resolve(name + ".tif"));
		for (final String name : List.of("a", "c")) Files.copy(STACK.resolveSibling("iron-l.txt"), stacks.resolve(name +
			".txt"));
		final RunFailure failure = assertThrows(RunFailure.class, () -> run("batch_speciate.py", "stacks=" + stacks +
			",references=" + REFERENCES + ",output=" + out + ",mode=transmission"));
		assertEquals("1 of 3 stacks failed\nb.tif: its slice labels carry no energies.", failure.getMessage());
		assertTrue(Files.exists(out.resolve("a.tif/report.html")) && Files.notExists(out.resolve("b.tif")));
		final List<String> summary = Files.readAllLines(out.resolve("summary.csv"));
		final List<String> clusters = Files.readAllLines(out.resolve("a.tif/clusters.csv"));
		assertEquals("stack," + clusters.get(0), summary.get(0));
		assertEquals("c.tif," + clusters.get(1), summary.get(clusters.size()));
		assertEquals(2 * clusters.size() - 1, summary.size());
	}

	@Test
	void spectraOfSavedSelections() throws RunFailure, IOException {
		final Roi roi = new Roi(70, 5, 20, 15);
		roi.setName("hole");
		final Path saved = folder.resolve("hole.roi"), table = folder.resolve("spectra.csv");
		assertTrue(RoiEncoder.save(roi, saved.toString()));
		run("roi_spectra.py", "stack=" + STACK + ",rois=" + saved + ",table=" + table);
		final List<String> lines = Files.readAllLines(table);
		assertEquals("energy_eV,hole,hole_sd", lines.get(0));
		assertEquals(61, lines.size());
		assertTrue(lines.get(1).startsWith("700.00,300"), "about 3000 photons are incident: " + lines.get(1));
	}
}
