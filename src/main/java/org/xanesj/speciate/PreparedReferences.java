// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.block.LineProjection;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.MovableReference;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/** References as they are fitted: normalised, and without those that cannot be used over the fit window. */
public final class PreparedReferences {

	/** A spectrum of which no more than this part is left without a straight line has no edge. */
	private static final double STRAIGHT = 1e-3;

	private PreparedReferences() {}

	/**
	 * @param window the energies that are fitted, of the stack
	 * @param asked automatic: a reference that is normalised already is used as it is, whatever a range that is perhaps
	 *          cut short would make of it
	 * @param operator how the stack's spectra would be normalised; its method is never automatic
	 * @throws InputException when none is left of those that were given
	 */
	public static ReferenceLibrary of(final ReferenceLibrary library, final EnergyAxis stack, final EnergyAxis window,
		final FitWay way, final NormalizationMethod asked, final NormalizationOperator operator)
	{
		final FittedForm form = FittedForm.of(way, operator, stack);
		final List<Spectrum> prepared = new ArrayList<>();
		final List<String> kept = new ArrayList<>();
		final ReferenceLibrary usable = library.without(reference -> unusable(reference, window, way, stack));
		for (final Spectrum reference : usable.spectra()) {
			final boolean keep = way == FitWay.BASELINE && asked == NormalizationMethod.AUTO && reference.isNormalized();
			if (keep) kept.add(reference.name());
			prepared.add(keep ? reference : way == FitWay.BASELINE ? onItsOwnRange(reference, operator.method())
				: inTheSameWindows(reference, stack, form));
		}
		final List<String> notes = new ArrayList<>(usable.notes());
		if (!kept.isEmpty()) notes.add("Used as they are, because their files call them normalised (normalization=larch does it again): " +
			String.join(", ", kept) + ".");
		final ReferenceLibrary ready = new ReferenceLibrary(prepared, usable.leftOut(), notes);
		if (prepared.isEmpty() && !library.spectra().isEmpty()) throw new InputException("None of the " + library.spectra()
			.size() + " references can be used: " + usable.leftOut().get(0).name() + ": " + usable.leftOut().get(0).reason(),
			"Give references that reach from " + EnergyAxis.label(window.first()) + " to " + EnergyAxis.label(window.last()) +
				", or a narrower window (fit_from, fit_to).");
		return ready;
	}

	/**
	 * @param measured the references as they were given: in the classic ways each is moved first and then normalised in the
	 *          same windows as the data
	 * @param prepared the same as they are fitted, less those that cannot be
	 * @param window the energies that are fitted
	 */
	static List<MovableReference> movable(final ReferenceLibrary measured, final ReferenceLibrary prepared,
		final EnergyAxis window, final FittedForm form)
	{
		if (!form.way().isNormalized()) return prepared.spectra().stream().map(r -> MovableReference.of(r, window)).toList();
		final EnergyAxis stack = EnergyAxis.of(form.energies());
		final List<String> used = prepared.spectra().stream().map(Spectrum::name).toList();
		return measured.spectra().stream().filter(r -> used.contains(r.name())).map(r -> MovableReference.of(r, stack)).map(
			r -> new MovableReference(r.name(), eV -> prepared(r.moved().apply(eV), form))).toList();
	}

	private static Spectrum prepared(final Spectrum onTheStack, final FittedForm form) {
		return onTheStack.with(form.of(onTheStack.values()));
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
		if (isLine(reference.on(window))) return "it is a straight line from " + EnergyAxis.label(window.first()) + " to " +
			EnergyAxis.label(window.last()) + ": it has no edge there.";
		return null;
	}

	/** Beside the free line of a fit the amount of a straight reference is chance. */
	private static boolean isLine(final Spectrum reference) {
		final double[] equal = new double[reference.values().length];
		Arrays.fill(equal, 1);
		final double[] values = reference.values();
		final double mean = Arrays.stream(values).average().orElse(0);
		final double varies = norm(Arrays.stream(values).map(v -> v - mean).toArray());
		return norm(LineProjection.of(reference.energies(), equal).apply(values)) <= STRAIGHT * varies;
	}

	private static double norm(final double[] vector) {
		return Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
	}

	private static Spectrum onItsOwnRange(final Spectrum reference, final NormalizationMethod method) {
		return Normalization.of(reference, method, Normalization.Options.AUTOMATIC);
	}

	private static Spectrum inTheSameWindows(final Spectrum reference, final EnergyAxis stack, final FittedForm form) {
		return prepared(reference.on(stack), form);
	}
}
