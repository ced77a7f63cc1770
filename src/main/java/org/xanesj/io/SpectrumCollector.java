// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.EnergyOrder;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.ReferenceLibrary.LeftOut;
import org.xanesj.stack.Spectrum;

/** Gathers what a file holds, by the rules of every format: what is no usable spectrum is left out by name. */
final class SpectrumCollector {

	/** Fewer points say nothing about a species. */
	static final int FEWEST_POINTS = 5;

	/** A file in which every energy stands twice needs one note, not hundreds. */
	private static final int MOST_NOTES_OF_A_FILE = 3;

	/** Small numbers that grow more than this are wavenumbers, angles or fit parameters, not an edge scanned in keV. */
	private static final double WIDEST_IN_KEV = 2;

	private final List<Spectrum> spectra = new ArrayList<>();
	private final List<LeftOut> leftOut = new ArrayList<>();
	private final Set<String> notes = new LinkedHashSet<>();

	/**
	 * @param source of the energies, for notes
	 * @param energies as they stand in the file, eV or keV, in any order
	 */
	void add(final String source, final String name, final double[] energies, final double[] values,
		final Map<String, String> metadata)
	{
		if (energies.length != values.length) {
			leaveOut(name, "It has " + values.length + " values for " + energies.length + " energies.");
			return;
		}
		final EnergyOrder order;
		try {
			order = EnergyOrder.of(energies, source);
		}
		catch (final InputException e) {
			leaveOut(name, withoutSource(reason(e), source));
			return;
		}
		if (order.axis().first() != min(energies) && order.axis().last() > WIDEST_IN_KEV * order.axis().first()) {
			leaveOut(name, "Its first column runs from " + min(energies) + " to " + order.axis().last() / 1000 +
				" and holds no energies in eV or keV.");
			return;
		}
		final Spectrum spectrum = new Spectrum(name, order.axis(), order.apply(values), metadata);
		final String flaw = flaw(spectrum);
		if (flaw != null) leaveOut(name, flaw);
		else {
			spectra.add(spectrum);
			order.notes().stream().limit(MOST_NOTES_OF_A_FILE).forEach(this::note);
			final int more = order.notes().size() - MOST_NOTES_OF_A_FILE;
			if (more > 0) note(source + ": the values at " + more + " more energies were averaged.");
		}
	}

	/** The name that the reason stands beside need not be in it. */
	private static String withoutSource(final String reason, final String source) {
		if (!reason.startsWith(source + ": ")) return reason;
		final String rest = reason.substring(source.length() + 2);
		return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
	}

	private static double min(final double[] values) {
		return DoubleStream.of(values).min().orElseThrow();
	}

	/** @return why it is no usable spectrum, or null when it is one */
	private static String flaw(final Spectrum spectrum) {
		final double[] values = spectrum.values();
		if (values.length < FEWEST_POINTS) return "It has " + values.length + " points; " + FEWEST_POINTS + " are needed.";
		if (!spectrum.isFinite()) {
			final int bad = IntStream.range(0, values.length).filter(i -> !Double.isFinite(values[i])).findFirst().getAsInt();
			return "Its value at " + EnergyAxis.label(spectrum.energies().at(bad)) + " is not a finite number.";
		}
		return null;
	}

	void leaveOut(final String name, final String reason) {
		leftOut.add(new LeftOut(name, reason));
	}

	void note(final String note) {
		notes.add(note);
	}

	ReferenceLibrary library() {
		return new ReferenceLibrary(spectra, leftOut, List.copyOf(notes));
	}

	/** @return what was wrong, without the remedy, which is for those who have this one file only */
	static String reason(final InputException e) {
		return e.getMessage().lines().findFirst().orElse("It cannot be read.");
	}
}
