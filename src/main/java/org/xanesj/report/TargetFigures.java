// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xanesj.factor.TargetTest;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.Targets;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/** References beside what the components can make of them. */
public final class TargetFigures {

	/** Of the vertical axis. */
	public static final String LABEL = "Reference";

	private static final FittedSpectrum.Words WORDS = new FittedSpectrum.Words("reference", "projection");

	private TargetFigures() {}

	/** @return each target with its projection, in the order of the tests */
	public static List<FittedSpectrum> of(final List<TargetTest> tests, final ReferenceLibrary references,
		final Groundwork ground)
	{
		final Map<String, Spectrum> byName = references.spectra().stream().collect(Collectors.toMap(Spectrum::name, Function
			.identity()));
		final List<FittedSpectrum> figures = new ArrayList<>();
		for (final TargetTest test : tests) {
			final Spectrum reference = byName.get(test.reference());
			figures.add(new FittedSpectrum(title(test), ground.axis().toArray(), reference.on(ground.axis()).values(), Targets
				.projected(test, reference, ground), List.of(), SpeciesPalette.colour(0), WORDS));
		}
		return figures;
	}

	private static String title(final TargetTest test) {
		return test.reference() + ": " + (Double.isNaN(test.spoil()) ? test.verdict() : String.format(Locale.ROOT, "SPOIL %.3g",
			test.spoil()));
	}
}
