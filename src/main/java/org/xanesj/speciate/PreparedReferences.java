// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.fit.FitWay;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/** References as they are fitted: normalised, and without those that cannot be used over the fit window. */
public final class PreparedReferences {

	private PreparedReferences() {}

	/**
	 * @param window the energies that are fitted, of the stack
	 * @param operator how the stack's spectra would be normalised; its method is never automatic
	 * @throws InputException when none is left of those that were given
	 */
	public static ReferenceLibrary of(final ReferenceLibrary library, final EnergyAxis stack, final EnergyAxis window,
		final FitWay way, final NormalizationOperator operator)
	{
		final List<Spectrum> prepared = new ArrayList<>();
		final ReferenceLibrary usable = library.without(reference -> unusable(reference, window, way, stack));
		for (final Spectrum reference : usable.spectra()) prepared.add(way == FitWay.BASELINE ? onItsOwnRange(reference,
			operator.method()) : inTheSameWindows(reference, stack, operator));
		final ReferenceLibrary ready = new ReferenceLibrary(prepared, usable.leftOut(), usable.notes());
		if (prepared.isEmpty() && !library.spectra().isEmpty()) throw new InputException("None of the " + library.spectra()
			.size() + " references can be used: " + usable.leftOut().get(0).name() + ": " + usable.leftOut().get(0).reason(),
			"Give references that reach from " + EnergyAxis.label(window.first()) + " to " + EnergyAxis.label(window.last()) +
				", or a narrower window (fit_from, fit_to).");
		return ready;
	}

	/** @return why a reference is left out, or null */
	private static String unusable(final Spectrum reference, final EnergyAxis window, final FitWay way,
		final EnergyAxis stack)
	{
		if (!reference.isFinite()) return "it holds values that are not numbers.";
		final EnergyAxis needed = way == FitWay.BASELINE ? window : stack;
		if (!reference.energies().covers(needed)) return "it reaches from " + EnergyAxis.label(reference.energies()
			.first()) + " to " + EnergyAxis.label(reference.energies().last()) + " and is needed from " + EnergyAxis.label(needed
				.first()) + " to " + EnergyAxis.label(needed.last()) + ".";
		return null;
	}

	private static Spectrum onItsOwnRange(final Spectrum reference, final NormalizationMethod method) {
		return Normalization.of(reference, method, Normalization.Options.AUTOMATIC);
	}

	private static Spectrum inTheSameWindows(final Spectrum reference, final EnergyAxis stack,
		final NormalizationOperator operator)
	{
		final Spectrum resampled = reference.on(stack);
		return resampled.with(operator.apply(resampled.values()));
	}
}
