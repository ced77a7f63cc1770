// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitWay;
import org.xanesj.host.HeadlessMacro;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;
import org.xanesj.imagej.TiffStack;
import org.xanesj.io.EnergyFile;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.io.SpectrumFile;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.report.RunInputs;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.speciate.Mode;
import org.xanesj.speciate.Certainty;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;

/** The main job in a macro without a display comes to what the library comes to, byte for byte. */
class SpeciateMacroTest {

	private static final String FOLDER = "test-images/iron-l/";

	@TempDir
	Path out;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	private static String run(final String options) throws RunFailure {
		return HeadlessMacro.run("test.ijm", "close(\"*\"); run(\"Speciate XANES...\", \"" + options + "\"); return getTitle();", "");
	}

	@Test
	void aMacroAndTheLibraryWriteTheSameFiles() throws RunFailure, IOException {
		final Path macro = out.resolve("macro");
		final String last = run("stack=" + FOLDER + "iron-l.tif references=" + FOLDER + "references output=[" + macro +
			"] mode=transmission i0=" + FOLDER + "i0.txt clusters=4 max_species=2 fit_from=702.5 exclude=715-716 seed=7");
		assertEquals("Species map of iron-l.tif", last, "the map is the active image");

		final Sample sample = new Sample(TiffStack.read(Path.of(FOLDER + "iron-l.tif"), Optional.of(EnergyFile.read(Path.of(
			FOLDER + "iron-l.txt")))), Optional.of(SpectrumFile.read(Path.of(FOLDER + "i0.txt"))), Optional.empty(),
			ReferenceFiles.open(Path.of(FOLDER + "references")));
		final SpeciateOptions options = new SpeciateOptions(Mode.TRANSMISSION, FitWay.BASELINE, NormalizationMethod.AUTO, 0, 4,
			2, Constraint.NON_NEGATIVE_SUM_TO_ONE, 702.5, 0, "715-716", 0, 7, Certainty.DEFAULT);
		final LocalRunner runner = new LocalRunner(1, Progress.NONE);
		final Findings found = Speciate.find(sample, options, runner);
		final Path library = Files.createDirectory(out.resolve("library"));
		new SpeciationFiles(found, new RunInputs("", "", "", "", "", "auto"), runner).writeTo(library);
		SameFiles.assertSame(library, macro);
	}

	@Test
	void theMacroLineInRunJsonRepeatsTheRun() throws RunFailure, IOException {
		final Path first = out.resolve("first"), again = out.resolve("again");
		run("stack=" + FOLDER + "iron-l.tif references=" + FOLDER + "references output=[" + first +
			"] mode=transmission i0=brightest clusters=3");
		final String line = record("first").get("macro").getAsString();
		HeadlessMacro.run("again.ijm", line.replace(first.toString(), again.toString()), "");
		SameFiles.assertSame(first, again);
	}

	@Test
	void calibrationAndTheTestForUnknownPixelsAreChosen() throws RunFailure, IOException {
		final String some = "stack=" + FOLDER + "iron-l.tif references=" + FOLDER + "references mode=transmission i0=" + FOLDER +
			"i0.txt clusters=3 output=";
		run(some + out.resolve("none") + " calibrate=none false_alarm=0");
		final JsonObject none = record("none");
		assertFalse(none.has("calibration"));
		assertFalse(none.get("assumptions").toString().contains("tested"));
		assertEquals(4, Files.readAllLines(out.resolve("none/clusters.csv")).size(), "a header and three clusters");
		run(some + out.resolve("always") + " calibrate=always false_alarm=0.05");
		final JsonObject always = record("always");
		assertEquals(0, always.getAsJsonObject("calibration").get("shift_eV").getAsDouble(), 0.05);
		assertTrue(always.getAsJsonObject("calibration").get("shift_eV_error").getAsDouble() > 0);
		assertTrue(always.get("assumptions").toString().contains("(calibrate=always): shift "));
		final List<String> clusters = Files.readAllLines(out.resolve("always/clusters.csv"));
		assertTrue(clusters.get(4).matches("4,\\d+,0\\.\\d+,unknown"), clusters.get(4));
		assertTrue(Files.exists(out.resolve("always/spectra/cluster_4.xdi")));
		assertTrue(Files.readAllLines(out.resolve("always/spectra.csv")).get(0).endsWith(",cluster_4,cluster_4_fit"));
	}

	private JsonObject record(final String folder) throws IOException {
		return JsonParser.parseString(Files.readString(out.resolve(folder).resolve("run.json"))).getAsJsonObject();
	}

	@Test
	void whatCannotBeUsedWritesNothing() {
		final Path folder = out.resolve("nothing");
		final String rest = " stack=" + FOLDER + "iron-l.tif output=" + folder;
		assertTrue(failure("references=/no/such" + rest).contains("/no/such"));
		assertTrue(failure("fit=best" + rest).startsWith("fit=best is not known."));
		assertTrue(failure("mode=fluorescence" + rest).contains("fluorescence"));
		assertTrue(failure("normalization=best" + rest).contains("best"));
		assertTrue(failure("mask=/no/mask.png" + rest).startsWith("mask=/no/mask.png is not a file."));
		assertTrue(failure("i0=/no/i0.txt" + rest).contains("i0.txt"));
		assertTrue(failure("output=" + folder).startsWith("There is no stack."));
		assertTrue(Files.notExists(folder));
	}

	private static String failure(final String options) {
		return assertThrows(RunFailure.class, () -> run(options)).getMessage();
	}
}
