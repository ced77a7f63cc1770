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
import org.xanesj.host.HeadlessMacro;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** Components, what they make of a stack, and what can be made of them, as macros have it. */
class ComponentsMacroTest {

	/** What is listed of the images that a command made, in their order. */
	private static final String LIST = " for (i = 1; i <= nImages; i++) { selectImage(i); getDimensions(w, h, c, z, t); " +
		"print(\"image \" + getTitle() + \", \" + nSlices + \" slices\"); }";

	@TempDir
	Path out;

	private SpeciateMacro macros;

	@BeforeAll
	static void registerCommands() {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
	}

	@BeforeEach
	void writeStack() throws IOException {
		macros = new SpeciateMacro(out);
	}

	private String log(final String command, final String keys) throws RunFailure {
		return macros.log("open(\"" + macros.stack + "\"); run(\"" + command + "\", \"" + keys + "\");" + LIST);
	}

	@Test
	void componentsComeWithTheirNumberWhatTheyLeaveAndTheReconstruction() throws RunFailure {
		final String log = log("XANES PCA...", "components=0 variant=line-free noise=found reconstruct=true");
		assertTrue(log.contains("cross-validation predicts best with 2"), log);
		assertTrue(log.contains("IND and the F test depend on noise that is white and equal (Manceau et al. 2014)"), log);
		assertTrue(log.contains("\tp\tPRESS"), log);
		assertTrue(log.contains("image Eigenimages of small.tif, 2 slices"), log);
		assertTrue(log.contains("image What the components leave of small.tif, 1 slices"), log);
		assertTrue(log.contains("image Reconstruction of small.tif, 31 slices"), log);
		assertTrue(log.contains("In none of 120 pixels the components leave more than 1.5 times the noise"), log);
	}

	@Test
	void theReconstructionIsAStackWithEnergies() throws RunFailure {
		final String log = log("XANES PCA...", "variant=uncentred fit_from=7090 fit_to=7170 noise=equal reconstruct=true");
		assertTrue(log.contains("With variant=uncentred IND has its minimum at "), log);
		final String label = HeadlessMacro.run("label.ijm", "return getInfo(\"slice.label\");", "");
		assertTrue(label.endsWith(" eV"), label);
	}

	@Test
	void countsAreAskedForOfCountsOnly() {
		final String said = macros.failure("open(\"" + macros.stack +
			"\"); run(\"XANES PCA...\", \"noise=counts\");");
		assertEquals(SpeciateMacro.message("small.tif: its values rise at the edge, as absorption does, and noise=counts needs transmitted photons.",
			"Use the stack of counts, or noise=found."), said);
	}

	@Test
	void targetsAreRankedAndDrawn() throws RunFailure {
		final String keys = "method=references references=[" + macros.references + "] scale=";
		for (final String scale : new String[] { "free", "fixed" }) {
			final String log = log("XANES Target Test...", keys + scale);
			assertTrue(log.contains("reference\tSPOIL\tverdict"), log);
			assertTrue(log.contains("image Targets of small.tif, 1 slices"), log);
		}
	}

	@Test
	void needlesNeedNoReferences() throws RunFailure {
		final String log = log("XANES Target Test...", "method=needle");
		assertTrue(log.contains("spectrum\tneedle_eV\tuniqueness\titerations\treproduced\tconverged"), log);
		assertTrue(log.contains("energy_eV\tspectrum_1\tspectrum_2"), log);
		assertTrue(log.contains("image Estimated spectra of small.tif, 1 slices"), log);
	}

	@Test
	void unknownWordsAreRefused() {
		assertEquals(SpeciateMacro.message("scale=one is not known.", "Use free or fixed."), macros.failure("open(\"" +
			macros.stack + "\"); run(\"XANES Target Test...\", \"references=[" + macros.references + "] scale=one\");"));
		assertEquals(SpeciateMacro.message("method=guess is not known.", "Use references or needle."), macros.failure("open(\"" +
			macros.stack + "\"); run(\"XANES Target Test...\", \"method=guess\");"));
		assertEquals(SpeciateMacro.message("noise=much is not known.", "Use found, counts or equal."), macros.failure("open(\"" +
			macros.stack + "\"); run(\"XANES PCA...\", \"noise=much\");"));
	}
}
