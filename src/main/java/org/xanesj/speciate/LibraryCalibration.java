// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xanesj.fit.Calibration;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.fit.CalibrationFit;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;

/**
 * The references as the sample's own measurement would have them: one shift, broadening and self-absorption for all,
 * found on the means of the clusters. They are used when the clusters call for it: when the calibrated library explains
 * them better by more than the numbers that were fitted are worth (Schwarz, Ann. Stat. 6, 461 (1978)).
 *
 * @param references as they are to be fitted
 * @param fit what they were calibrated by; empty when they are as they were
 * @param notes what was decided
 */
public record LibraryCalibration(ReferenceLibrary references, Optional<CalibrationFit> fit, List<String> notes) {

	/** A number that is not above so many of its standard errors is no part of the calibration. */
	private static final double ERRORS = 3;

	/**
	 * @param references normalised
	 * @param window the energies that are fitted, on which calibrated references are given
	 * @throws InputException when a calibration is asked for that the way of fitting does not allow
	 */
	static LibraryCalibration of(final Fitting fitting, final SpectralClusters clusters, final ReferenceLibrary references,
		final EnergyAxis window, final CalibrationUse use)
	{
		if (use == CalibrationUse.NONE || references.spectra().isEmpty()) return new LibraryCalibration(references, Optional
			.empty(), List.of());
		final boolean forced = use == CalibrationUse.ALWAYS;
		if (!fitting.isBaseline() && forced) throw new InputException("calibrate=always, but fit=normalized fits references " +
			"that were normalised with the data.", "Use fit=baseline, or calibrate=none.");
		if (!fitting.isBaseline()) return kept(references, "fit=normalized fits them as they were normalised with the data");
		final Set<Parameter> searched = fitting.hasUnitSteps() ? EnumSet.allOf(Parameter.class) : EnumSet.of(Parameter.SHIFT,
			Parameter.BROADENING);
		final CalibrationSearch.Result asItIs = CalibrationSearch.asItIs(fitting, clusters, references.spectra(), window);
		final double worth = Math.log(Math.max(2, asItIs.points()));
		if (!forced && asItIs.excess() <= worth) return kept(references, "the fits of the clusters do not call for it");
		CalibrationSearch.Result found = asItIs.searched(searched);
		while (!forced && searched.removeIf(insignificant(found.fit()))) found = asItIs.searched(searched);
		final double gain = asItIs.excess() - found.excess();
		if (searched.isEmpty() || !forced && gain <= searched.size() * worth) return kept(references,
			"no shift, broadening or self-absorption common to all references explains the clusters better");
		if (!forced && found.fit().isAtLimit()) return kept(references, String.format(Locale.ROOT, "the best calibration " +
			"(%s) lies at the end of its range", text(found.fit())));
		return new LibraryCalibration(references.with(found.fit().calibration().apply(references.spectra(), window)), Optional
			.of(found.fit()), List.of(String.format(Locale.ROOT, "References were calibrated on the mean spectra of %d clusters " +
				"(calibrate=%s): %s; the median reduced chi-square of their fits went from %.3g to %.3g.%s", found.clusters(), use, text(
					found.fit()), asItIs.medianReducedChiSquare(), found.medianReducedChiSquare(), fitting.hasUnitSteps() ? ""
						: " Self-absorption was not looked for: references have no edge steps of 1.")));
	}

	private static Predicate<Parameter> insignificant(final CalibrationFit fit) {
		return parameter -> !fit.isAbove(ERRORS, parameter);
	}

	private static LibraryCalibration kept(final ReferenceLibrary references, final String why) {
		return new LibraryCalibration(references, Optional.empty(), List.of("References were not calibrated: " + why + "."));
	}

	private static String text(final CalibrationFit fit) {
		final Calibration c = fit.calibration();
		return Stream.of(part("shift", c.shift(), fit.error(Parameter.SHIFT), " eV"), part("broadening (Gaussian sigma)", c
			.broadening(), fit.error(Parameter.BROADENING), " eV"), part("self-absorption", c.selfAbsorption(), fit.error(
				Parameter.SELF_ABSORPTION), "")).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
	}

	private static String part(final String name, final double value, final double error, final String unit) {
		if (value == 0) return "";
		return String.format(Locale.ROOT, "%s %.4f ± %.4f%s", name, value, error, unit);
	}
}
