// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.Runner;
import org.xanesj.stack.ReferenceLibrary;

/**
 * What every fit stands on: the groundwork of the stack, how it is fitted, and the references as they are fitted.
 *
 * @param ground of the stack
 * @param fitting of its spectra
 * @param references normalised, with those that were left out
 * @param notes what was assumed
 */
public record FitBasis(Groundwork ground, Fitting fitting, ReferenceLibrary references, List<String> notes) {

	/** @throws org.xanesj.stack.InputException when the stack, its mask, the options or the references cannot be used */
	public static FitBasis of(final Sample sample, final SpeciateOptions options, final Runner runner) {
		return of(sample, options, runner, new Stopwatch());
	}

	static FitBasis of(final Sample sample, final SpeciateOptions options, final Runner runner,
		final Stopwatch stopwatch)
	{
		final Groundwork ground = Groundwork.of(sample, options, NoiseOrigin.FOUND, runner, stopwatch);
		final Fitting fitting = Fitting.of(ground, options, runner);
		final ReferenceLibrary references = fitting.prepared(sample.references());
		final List<String> notes = new ArrayList<>(references.notes());
		notes.addAll(ground.notes());
		if (!sample.references().spectra().isEmpty()) notes.addAll(fitting.notes());
		for (final ReferenceLibrary.LeftOut out : references.leftOut()) notes.add("The reference " + out.name() +
			" was left out: " + out.reason());
		notes.addAll(AlikeReferences.notes(references.spectra(), ground.axis(), ground.noise().projection()));
		if (!references.spectra().isEmpty()) notes.addAll(AlikeReferences.collinear(fitting.design(references.spectra())));
		return new FitBasis(ground, fitting, references, List.copyOf(notes));
	}
}
