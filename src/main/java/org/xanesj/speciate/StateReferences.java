// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xanesj.edge.CalibrationPoint;
import org.xanesj.edge.EdgeNumbers;
import org.xanesj.edge.SpectrumNoise;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * References of known states, measured exactly as the pixels are: on the stack's energies, with the same smoothing and
 * normalisation, so that what these do to an edge they do to both.
 *
 * @param points one for each reference that could be measured
 * @param notes what was left out, and why
 */
public record StateReferences(List<CalibrationPoint> points, List<String> notes) {

	/**
	 * @param library holds the references
	 * @param states by name
	 * @param quantity index of the energy that is measured
	 * @throws InputException when a name is not in the library
	 */
	public static StateReferences of(final EdgeSurvey survey, final ReferenceLibrary library,
		final Map<String, Double> states, final int quantity)
	{
		final EnergyAxis axis = survey.ground().image().energies();
		final List<CalibrationPoint> points = new ArrayList<>();
		final List<String> notes = new ArrayList<>(library.notes());
		for (final Map.Entry<String, Double> known : states.entrySet()) {
			final Spectrum reference = named(library, known.getKey());
			if (!reference.isFinite() || !reference.energies().covers(axis)) {
				notes.add(left(reference, "it is needed with finite values from " + EnergyAxis.label(axis.first()) + " to " +
					EnergyAxis.label(axis.last()) + "."));
				continue;
			}
			final Spectrum resampled = reference.on(axis);
			final EdgeNumbers found = survey.analysis().of(resampled.values(), SpectrumNoise.of(resampled));
			if (!Double.isFinite(found.values()[quantity])) notes.add(left(reference, "its " + survey.analysis().quantities().get(
				quantity).name() + " cannot be measured within the window."));
			else points.add(new CalibrationPoint(reference.name(), known.getValue(), found.values()[quantity], found
				.errors()[quantity]));
		}
		return new StateReferences(List.copyOf(points), List.copyOf(notes));
	}

	private static String left(final Spectrum reference, final String reason) {
		return "The reference " + reference.name() + " was left out of the calibration: " + reason;
	}

	private static Spectrum named(final ReferenceLibrary library, final String name) {
		final Optional<Spectrum> same = library.spectra().stream().filter(s -> s.name().equals(name)).findFirst();
		return same.or(() -> library.spectra().stream().filter(s -> s.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(
			Locale.ROOT))).findFirst()).orElseThrow(() -> new InputException("calibration: there is no reference " + name + ".",
				"The references are: " + String.join(", ", library.spectra().stream().map(Spectrum::name).toList()) + "."));
	}
}
