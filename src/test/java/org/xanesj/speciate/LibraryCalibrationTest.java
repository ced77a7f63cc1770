// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xanesj.SmallStack;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.fit.CalibrationFit;
import org.xanesj.fit.FitWay;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.LibraryOffset;
import org.xanesj.phantom.Phantom;
import org.xanesj.phantom.SoftPhantom;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * A library that is not quite right, on the iron K phantom measured otherwise than its references. The figures are left
 * in {@code target/library-table.txt}.
 */
class LibraryCalibrationTest {

	private static final List<LibraryOffset> OFFSETS = List.of(new LibraryOffset(0.3, 0.6, 0.2), new LibraryOffset(-0.27,
		0.53, 0.17));

	private static SpeciateOptions with(final CalibrationUse use) {
		return SpeciateOptions.DEFAULT.with(new Certainty(use, ErrorBars.FIT, 0));
	}

	private static Speciation run(final Phantom phantom, final ReferenceLibrary references, final SpeciateOptions options) {
		return Speciate.run(new Sample(phantom.image(), Optional.empty(), Optional.empty(), references), options,
			new LocalRunner(Progress.NONE));
	}

	private static double[] values(final LibraryOffset offset) {
		return new double[] { offset.shift(), offset.broadening(), offset.selfAbsorption() };
	}

	@Test
	void whatTheLibraryIsOffByIsFoundAndMended() throws IOException {
		final List<String> lines = new ArrayList<>();
		int within = 0, all = 0;
		for (final int ratio : new int[] { 10, 30, 100 }) for (final LibraryOffset offset : OFFSETS) {
			for (int seed = 1; seed <= (ratio == 100 ? 2 : 1); seed++) {
				final Phantom phantom = IronPhantom.make(seed, ratio, offset);
				final Speciation found = run(phantom, phantom.references(), with(CalibrationUse.AUTO));
				final CalibrationFit fit = found.found().calibration().orElseThrow();
				for (final Parameter p : Parameter.values()) {
					final double off = Math.abs(fit.calibration().value(p) - values(offset)[p.ordinal()]);
					assertTrue(off <= 4 * fit.error(p), p + " " + fit);
					all++;
					if (off <= fit.error(p)) within++;
				}
				final double error = PhantomScore.of(phantom, found).error();
				final double asItIs = seed > 1 ? Double.NaN : PhantomScore.of(phantom, run(phantom, phantom.references(), with(
					CalibrationUse.NONE))).error();
				if (ratio == 100) assertTrue(error <= 0.02, "fractions: " + error);
				if (ratio >= 30 && seed == 1) assertTrue(error < asItIs / 2, error + ", without calibration " + asItIs);
				lines.add(String.format(Locale.ROOT, "edge step / noise %3d, off by %.2f eV, %.2f eV, %.2f: mean absolute error " +
					"%.4f, without calibration %.4f; found %s", ratio, offset.shift(), offset.broadening(), offset.selfAbsorption(),
					error, asItIs, found.assumptions().stream().filter(a -> a.startsWith("References were")).findFirst().orElseThrow()));
			}
		}
		lines.add(within + " of " + all + " numbers lie within one standard error");
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target/library-table.txt"), String.join("\n", lines) + "\n");
		assertTrue(within >= 0.5 * all, within + " of " + all);
	}

	/** Of a missing species clusters are not explained, and no calibration is put in its place. */
	@Test
	void aMissingReferenceDoesNotBendTheOthers() {
		final Phantom exact = IronPhantom.make(3, 30);
		final List<Spectrum> spectra = exact.references().spectra();
		final ReferenceLibrary some = ReferenceLibrary.of(spectra.subList(1, spectra.size()));
		final Speciation found = run(exact, some, with(CalibrationUse.AUTO));
		assertEquals(Optional.empty(), found.found().calibration());
		assertTrue(found.assumptions().contains("References were not calibrated: no shift, broadening or self-absorption " +
			"common to all references explains the clusters better."));
		final LibraryOffset offset = OFFSETS.get(0);
		final CalibrationFit fit = run(IronPhantom.make(3, 30, offset), some, with(CalibrationUse.AUTO)).found().calibration()
			.orElseThrow();
		for (final Parameter p : Parameter.values()) assertEquals(values(offset)[p.ordinal()], fit.calibration().value(p), 0.02);
	}

	@Test
	void onlyTheShiftWhereThereIsNoMore() {
		final Phantom phantom = IronPhantom.make(4, 30, new LibraryOffset(0.05, 0, 0));
		final CalibrationFit fit = run(phantom, phantom.references(), with(CalibrationUse.AUTO)).found().calibration()
			.orElseThrow();
		assertEquals(0.05, fit.calibration().shift(), 0.005);
		assertEquals(0, fit.calibration().broadening());
		assertEquals(0, fit.calibration().selfAbsorption());
	}

	/** References of soft X-rays have no edge steps, without which self-absorption is nothing. */
	@Test
	void withoutEdgeStepsThereIsNoSelfAbsorption() {
		final Phantom phantom = SoftPhantom.make(1, 3000);
		final Speciation forced = Speciate.run(new Sample(phantom.image(), Optional.empty(), Optional.empty(), phantom
			.references()), with(CalibrationUse.ALWAYS), new LocalRunner(Progress.NONE));
		final CalibrationFit fit = forced.found().calibration().orElseThrow();
		assertEquals(0, fit.calibration().selfAbsorption());
		assertEquals(0, fit.calibration().shift(), 0.05);
		assertTrue(forced.assumptions().stream().anyMatch(a -> a.endsWith(
			"Self-absorption was not looked for: references have no edge steps of 1.")));
	}

	@Test
	void theClassicWayIsNotCalibrated() {
		final Sample sample = new Sample(SmallStack.halves(), Optional.empty(), Optional.empty(), SmallStack.references());
		final Speciation found = Speciate.run(sample, with(CalibrationUse.AUTO).with(FitWay.NORMALIZED), new LocalRunner(
			Progress.NONE));
		assertTrue(found.assumptions().contains(
			"References were not calibrated: fit=normalized fits them as they were normalised with the data."));
		final InputException e = assertThrows(InputException.class, () -> Speciate.run(sample, with(CalibrationUse.ALWAYS)
			.with(FitWay.NORMALIZED), new LocalRunner(Progress.NONE)));
		assertTrue(e.getMessage().startsWith("calibrate=always, but fit=normalized"), e.getMessage());
	}
}
