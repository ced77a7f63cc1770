// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.host.RunFailure;
import org.xanesj.host.XanesJ;

/** The real macro line of fits of spectra, without a display: its tables are in the log. */
class XanesFitMacroTest {

	@TempDir
	static Path folder;

	private static SpeciateMacro macro;

	@BeforeAll
	static void registerCommands() throws IOException {
		assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display, and these are macros without one");
		XanesJ.registerCommands();
		macro = new SpeciateMacro(folder);
	}

	private static String fit(final String keys) {
		return "open(\"" + macro.stack + "\"); run(\"XANES Fit...\", \"references=[" + macro.references + "] " + keys +
			"\"); list = getList(\"image.titles\"); for (i = 0; i < list.length; i++) print(\"window \" + list[i]);";
	}

	/** @return the fields of the first fit, by the names of their columns, in the order of its references */
	private static double[] best(final String log, final String column) {
		final List<String> lines = log.lines().dropWhile(line -> !line.startsWith("Fits of ")).skip(1).toList();
		final int at = Arrays.asList(lines.get(0).split("\t")).indexOf(column);
		final int rank = Arrays.asList(lines.get(0).split("\t")).indexOf("rank");
		return lines.stream().skip(1).map(line -> line.split("\t", -1)).takeWhile(row -> row.length > at && Double.parseDouble(
			row[rank]) == 1).mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at])).toArray();
	}

	/** Half of the pixels are one species, half the other: whatever form is fitted, the mean is one half of each. */
	@ParameterizedTest
	@CsvSource({ "baseline, auto", "normalized, both", "flattened, sum-to-one", "derivative, non-negative",
		"derivative, unconstrained" })
	void everyFormAndConstraintIsReached(final String form, final String constraint) throws RunFailure {
		final String log = macro.log(fit("normalization=larch fit=" + form + " constraint=" + constraint));
		final double[] fractions = best(log, "fraction");
		assertEquals(2, fractions.length, log);
		for (final double fraction : fractions) assertEquals(0.5, fraction, 0.03);
		for (final double inflation : best(log, "VIF")) assertTrue(inflation > 1);
		assertEquals(best(log, "AICc")[0], best(log, "AICc")[1]);
		final List<String> windows = log.lines().filter(line -> line.startsWith("window ")).toList();
		assertEquals(List.of("window small.tif", "window Fractions of small.tif", "window Fits of small.tif"), windows);
	}

	@Test
	void theNewKeyGoesBeforeTheOld() throws RunFailure {
		final String key = "fit=normalized normalization=larch sum_to_one=false constraint=";
		final double[] sumOne = best(macro.log(fit(key + "both")), "fraction");
		assertEquals(1, sumOne[0] + sumOne[1], 1e-6);
		final double[] old = best(macro.log(fit(key + "auto")), "fraction");
		assertTrue(Math.abs(old[0] + old[1] - 1) > 1e-6);
	}

	@Test
	void shiftsAreFittedAndAShiftAtItsBoundIsSaid() throws RunFailure {
		final String free = macro.log(fit("shift=0.5"));
		for (final double shift : best(free, "shift_eV")) assertEquals(0, shift, 0.1);
		for (final double error : best(free, "shift_sigma")) assertTrue(error > 0 && error < 0.1);
		assertTrue(Double.isNaN(best(macro.log(fit("")), "shift_eV")[0]));
		final String bound = macro.log(fit("shift=0.000001"));
		assertTrue(bound.contains("in the best fit of mean of small.tif is at its bound, 1.0E-6 eV"), bound);
	}

	@Test
	void nonsenseIsRefused() {
		assertEquals(SpeciateMacro.message("constraint=best is not known.",
			"Use one of: auto, unconstrained, non-negative, sum-to-one, both."), macro.failure(fit("constraint=best")));
		assertEquals(SpeciateMacro.message("fit=best is not known.",
			"Use one of: baseline, normalized, flattened, derivative."), macro.failure(fit("fit=best")));
		assertEquals(SpeciateMacro.message("shift=-1.0 is no energy.",
			"Give the largest shift of a reference in eV, or 0 for none."), macro.failure(fit("shift=-1")));
		assertEquals(SpeciateMacro.message(
			"fit=flattened needs the post-edge curve of Larch's rules, and normalization is area here.",
			"Use normalization=larch, or fit=normalized."), macro.failure(fit("fit=flattened normalization=area")));
	}
}
