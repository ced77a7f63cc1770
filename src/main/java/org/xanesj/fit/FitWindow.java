// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * Which energies of the data a fit looks at. Both ends are Larch's {@code index_of}: the last point at or below the
 * energy, included. So a window may begin a little below {@code from}; published digits depend on it.
 *
 * @param from in eV
 * @param to in eV
 * @param excluded energies left out, such as glitches
 */
public record FitWindow(double from, double to, List<Range> excluded) implements Serializable {

	/** Every energy. */
	public static final FitWindow ALL = new FitWindow(0, Double.MAX_VALUE, List.of());

	/**
	 * Energies from one to another in eV, both included.
	 *
	 * @param from in eV
	 * @param to in eV; the same as {@code from} for a single energy, which is then the one of the data nearest to it
	 */
	public record Range(double from, double to) implements Serializable {

		private boolean holds(final EnergyAxis axis, final int i) {
			return from == to ? axis.nearest(from) == i : axis.at(i) >= from && axis.at(i) <= to;
		}
	}

	/** @throws InputException when the window does not run upwards */
	public FitWindow {
		if (!(from < to)) throw new InputException("The fit window runs from " + from + " to " + to + " eV.",
			"Give a lower energy first (fit_from, fit_to).");
		excluded = List.copyOf(excluded);
	}

	public FitWindow(final double from, final double to) {
		this(from, to, List.of());
	}

	/** @return from 20 eV below to 70 eV above an edge, where XANES is fitted when nothing else is said */
	public static FitWindow around(final double e0) {
		return new FitWindow(e0 - 20, e0 + 70);
	}

	/**
	 * @param list energies and ranges in eV, such as {@code 7120-7121,7150}; empty for none
	 * @return this window without them
	 * @throws InputException when an entry is neither
	 */
	public FitWindow without(final String list) {
		final List<Range> ranges = new ArrayList<>(excluded);
		for (final String entry : list.split(",")) if (!entry.isBlank()) ranges.add(parsed(entry.trim()));
		return new FitWindow(from, to, ranges);
	}

	private static Range parsed(final String entry) {
		try {
			final String[] ends = entry.split("-", -1);
			final double first = Double.parseDouble(ends[0].trim());
			final double last = ends.length == 1 ? first : Double.parseDouble(ends[1].trim());
			if (ends.length <= 2 && first <= last) return new Range(first, last);
		}
		catch (final NumberFormatException e) {
			// said below, with the entry
		}
		throw new InputException("The excluded energy \"" + entry + "\" is not an energy or a range.",
			"Write energies in eV and ranges like 7120-7121,7150.");
	}

	/**
	 * @return the indices of the energies inside, rising
	 * @throws InputException when none is left
	 */
	public int[] rows(final EnergyAxis axis) {
		final boolean beside = axis.last() < from || axis.first() > to;
		final int[] rows = beside ? new int[0] : IntStream.rangeClosed(axis.atOrBelow(from), axis.atOrBelow(to)).filter(
			i -> excluded.stream().noneMatch(range -> range.holds(axis, i))).toArray();
		if (rows.length == 0) throw new InputException("No energy lies in the fit window from " + from + " to " + to +
			" eV; the data has " + axis + ".", "Move the window onto the data (fit_from, fit_to, exclude).");
		return rows;
	}

	/**
	 * @return the energies inside
	 * @throws InputException when none is left
	 */
	public EnergyAxis energies(final EnergyAxis axis) {
		return axis.select(rows(axis));
	}
}
