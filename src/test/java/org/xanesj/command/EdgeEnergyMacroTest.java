// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** XANES Edge Energy... as a macro calls it: its maps, tables and refusals. */
class EdgeEnergyMacroTest {

	@TempDir
	private Path folder;

	private SpeciateMacro macro;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void write() throws IOException {
		macro = new SpeciateMacro(folder);
	}

	private String run(final String keys) {
		return "run(\"Open Energy Stack...\", \"path=[" + macro.stack + "]\"); run(\"XANES Edge Energy...\", \"" + keys +
			"\"); ";
	}

	private String states(final String table) throws IOException {
		return "calibration=[" + Files.writeString(folder.resolve("states.csv"), table) + "] references=[" + macro.references +
			"]";
	}

	/** The value of a slice in a pixel of each half. */
	private static String print(final String title, final String label) {
		return "selectWindow(\"" + title + "\"); for (i = 1; i <= nSlices; i++) { setSlice(i); if (getInfo(\"slice.label\") == \"" +
			label + "\") print(\"VALUE\", getPixel(2, 4), getPixel(9, 4)); } ";
	}

	private static List<double[]> values(final String log) {
		return log.lines().filter(line -> line.startsWith("VALUE")).map(line -> line.split(" ")).map(parts -> new double[] {
			Double.parseDouble(parts[1]), Double.parseDouble(parts[2]) }).toList();
	}

	/** The halves have edges 6 eV apart. */
	@Test
	void mapsAndStates() throws RunFailure, IOException {
		final String log = macro.log(run("method=half-height " + states("name,state\nreduced,2\noxidized,3\n")) + print(
			"Edges (half-height) of small.tif", "E0 (eV)") + print("Edges (half-height) of small.tif", "oxidation state") + print(
				"Errors of edges (half-height) of small.tif", "error of E0 (eV)") + print(
					"Errors of edges (half-height) of small.tif", "error of oxidation state from noise"));
		final List<double[]> found = values(log);
		assertEquals(4, found.size(), log);
		final double[] e0 = found.get(0), state = found.get(1), error = found.get(2), stateError = found.get(3);
		assertTrue(e0[0] > 7118 && e0[0] < 7122 && e0[1] > 7121 && e0[1] < 7127, log);
		assertEquals(2, state[0], 3 * stateError[0], log);
		assertEquals(3, state[1], 3 * stateError[1], log);
		assertTrue(error[0] > 0.005 && error[0] < 0.5, log);
		assertTrue(log.contains("Normalised with one E0") && log.contains("In the median pixel a shift of") && log.contains("smoothed over ±") && log.contains(
			"pixels have an energy that lies beyond the references"), log);
		assertTrue(log.contains("Edges of small.tif\n") && log.contains("detection_limit") && log.contains("mean of small.tif"),
			log);
	}

	@Test
	void selectionsAreMeasuredToo() throws RunFailure {
		final String log = macro.log("run(\"Open Energy Stack...\", \"path=[" + macro.stack + "]\"); makeRectangle(0, 0, 6, 10); " +
			"run(\"XANES Edge Energy...\", \"method=integral level_to=0.9\");");
		final String row = log.lines().filter(line -> line.contains("ROI 1")).findFirst().orElseThrow(() -> new AssertionError(
			log));
		assertTrue(row.contains("\t60\t"), row);
	}

	@Test
	void whatCannotBeIsRefused() throws IOException {
		assertTrue(macro.failure(run("method=gauss")).startsWith(
			"method=gauss is not known.\nUse one of: derivative, half-height, integral."));
		assertTrue(macro.failure(run("window=-1")).startsWith("window is -1.0 eV."));
		assertTrue(macro.failure(run("smoothing=20")).startsWith("smoothing is ±20.0 eV in a search window of ±10.0 eV."));
		assertTrue(macro.failure(run("level_from=0.9 level_to=0.5")).startsWith("The levels of the integral method are 0.9 and 0.5."));
		assertTrue(macro.failure(run("peak_from=7116 peak_to=7108")).startsWith("The pre-edge peak runs from 7116.00 eV"));
		assertTrue(macro.failure(run("curve=cubic " + states("reduced,2\noxidized,3\n"))).startsWith("curve=cubic is not known."));
		assertTrue(macro.failure(run("calibrant=white " + states("reduced,2\noxidized,3\n"))).startsWith(
			"calibrant=white is not known."));
		assertTrue(macro.failure(run(states("rusty,3\nreduced,2\n"))).startsWith(
			"calibration: there is no reference rusty.\nThe references are: oxidized, reduced."));
		assertTrue(macro.failure(run("calibration=[/no/such.csv] references=[" + macro.references + "]")).contains(
			"such.csv is not there."));
	}
}
