// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.Arrays;
import java.util.Map;

/**
 * One spectrum: a value for each energy.
 *
 * @param name what it is called in legends and tables
 * @param energies in eV
 * @param values absorption, counts or normalised absorption, one for each energy
 * @param metadata what the file said besides, by the names of its format (such as Athena's {@code bkg_e0})
 */
public record Spectrum(String name, EnergyAxis energies, double[] values, Map<String, String> metadata) {

	/** The metadata under which a spectrum carries that its file calls it normalised already. */
	public static final String NORMALIZED = "XanesJ.normalized";

	/** Of a normalised spectrum, how far the mean of its first and of its last tenth lie from 0 and 1 at most. */
	private static final double NEAR = 0.2;

	/** @throws InputException when there is not exactly one value for each energy */
	public Spectrum {
		if (values.length != energies.size()) throw new InputException(name + ": " + values.length + " values for " +
			energies.size() + " energies.", "Give one value for each energy.");
		metadata = Map.copyOf(metadata);
	}

	public Spectrum(final String name, final EnergyAxis energies, final double[] values) {
		this(name, energies, values, Map.of());
	}

	public Spectrum named(final String other) {
		return new Spectrum(other, energies, values, metadata);
	}

	/** @return the same energies and name with other values */
	public Spectrum with(final double[] others) {
		return new Spectrum(name, energies, others, metadata);
	}

	/** @return whether every value is a finite number */
	public boolean isFinite() {
		for (final double v : values) if (!Double.isFinite(v)) return false;
		return true;
	}

	/**
	 * @return whether the edge is one step from 0 to 1: the file says so, and the values do not contradict it (a column
	 *         called normalised may also be one that was divided by the incident intensity)
	 */
	public boolean isNormalized() {
		final int tenth = (values.length + 9) / 10;
		final double before = Arrays.stream(values, 0, tenth).average().orElse(Double.NaN);
		final double after = Arrays.stream(values, values.length - tenth, values.length).average().orElse(Double.NaN);
		return metadata.containsKey(NORMALIZED) && Math.abs(before) <= NEAR && Math.abs(after - 1) <= NEAR;
	}

	/**
	 * @return the value at {@code e} eV by linear interpolation (the published fits this project is tested against were
	 *         made so); beyond the ends the end value
	 */
	public double at(final double e) {
		if (e <= energies.first()) return values[0];
		if (e >= energies.last()) return values[values.length - 1];
		final int i = energies.atOrBelow(e);
		final double t = (e - energies.at(i)) / (energies.at(i + 1) - energies.at(i));
		return values[i] + t * (values[i + 1] - values[i]);
	}

	/**
	 * @return this spectrum on other energies, by linear interpolation
	 * @throws InputException when it does not reach over all of them
	 */
	public Spectrum on(final EnergyAxis other) {
		if (!energies.covers(other)) throw new InputException(name + " reaches from " + EnergyAxis.label(energies.first()) +
			" to " + EnergyAxis.label(energies.last()) + " and is needed from " + EnergyAxis.label(other.first()) + " to " +
			EnergyAxis.label(other.last()) + ".", "Use a longer spectrum or a narrower fit window (fit_from, fit_to).");
		final double[] resampled = new double[other.size()];
		for (int i = 0; i < resampled.length; i++) resampled[i] = at(other.at(i));
		return new Spectrum(name, other, resampled, metadata);
	}
}
