// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/** Which energies of the data a fit looks at. */
public final class FitWindow implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Every energy. */
	public static final FitWindow ALL = new FitWindow(null);

	private final int[] indices;

	private FitWindow(final int[] indices) {
		this.indices = indices;
	}

	/** @param indices of the energies, rising */
	public static FitWindow at(final int... indices) {
		return new FitWindow(indices.clone());
	}

	/**
	 * The energies of an axis between two. Both ends are Larch's {@code index_of}: the last point at or below the energy,
	 * included. So a window may begin a little below {@code from}; published digits depend on it.
	 *
	 * @param from in eV
	 * @param to in eV
	 * @throws InputException when none lies there
	 */
	public static FitWindow between(final EnergyAxis axis, final double from, final double to) {
		if (!(from < to) || axis.last() < from || axis.first() > to) throw new InputException(
			"No energy lies in the fit window from " + from + " to " + to + " eV; the data has " + axis + ".",
			"Move the window onto the data (fit_from, fit_to).");
		return new FitWindow(IntStream.rangeClosed(axis.atOrBelow(from), axis.atOrBelow(to)).toArray());
	}

	/** @return the energies of an axis that are inside */
	public EnergyAxis energies(final EnergyAxis axis) {
		return axis.select(rows(axis));
	}

	/** @return the indices of the energies inside, rising */
	int[] rows(final EnergyAxis axis) {
		return indices == null ? IntStream.range(0, axis.size()).toArray() : indices.clone();
	}
}
