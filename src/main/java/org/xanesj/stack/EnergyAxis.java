// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * The photon energies of a stack or a spectrum, in eV: finite, positive and strictly increasing. Irregular
 * steps are normal. Immutable.
 *
 * <pre>
 * EnergyAxis axis = EnergyAxis.of(7100, 7110, 7112, 7112.5, 7120);
 * axis.nearest(7111.7); // 2
 * </pre>
 */
public final class EnergyAxis implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double[] eV;

	private EnergyAxis(final double[] eV) {
		this.eV = eV;
	}

	/**
	 * @param eV energies in eV
	 * @throws InputException when there is none, one is not a positive number, or they do not increase
	 */
	public static EnergyAxis of(final double... eV) {
		if (eV.length == 0) throw new InputException("There are no energies.", "Give at least one energy in eV.");
		for (int i = 0; i < eV.length; i++) {
			if (!(eV[i] > 0) || Double.isInfinite(eV[i]))
				throw new InputException("Energy " + (i + 1) + " is " + eV[i] + ".", "Give positive energies in eV.");
			if (i > 0 && !(eV[i] > eV[i - 1]))
				throw new InputException("Energy " + (i + 1) + " (" + eV[i] + " eV) does not exceed the one before it (" +
					eV[i - 1] + " eV).", "Sort the energies and average repeated ones.");
		}
		return new EnergyAxis(eV.clone());
	}

	public int size() {
		return eV.length;
	}

	/** @return energy i in eV */
	public double at(final int i) {
		return eV[i];
	}

	public double first() {
		return eV[0];
	}

	public double last() {
		return eV[eV.length - 1];
	}

	/** @return a copy of the energies in eV */
	public double[] toArray() {
		return eV.clone();
	}

	/** @return the index of the last energy at or below {@code e}, 0 when all lie above (Larch's {@code index_of}) */
	public int atOrBelow(final double e) {
		final int i = Arrays.binarySearch(eV, e);
		return i >= 0 ? i : Math.max(0, -i - 2);
	}

	/** @return the index of the energy nearest to {@code e}, the lower one on a tie (Larch's {@code index_nearest}) */
	public int nearest(final double e) {
		final int below = atOrBelow(e);
		if (below == eV.length - 1) return below;
		return Math.abs(eV[below + 1] - e) < Math.abs(eV[below] - e) ? below + 1 : below;
	}

	/** @return whether every energy of {@code other} lies between the first and the last of these */
	public boolean covers(final EnergyAxis other) {
		return first() <= other.first() && last() >= other.last();
	}

	/** @return the energies at these indices, which must increase */
	public EnergyAxis select(final int... indices) {
		return of(Arrays.stream(indices).mapToDouble(i -> eV[i]).toArray());
	}

	/** @return how an energy is written in slice labels and tables, {@code 7112.00 eV}, with as many decimals as it needs */
	public static String label(final double e) {
		final String rounded = String.format(Locale.ROOT, "%.2f", e);
		return (Double.parseDouble(rounded) == e ? rounded : Double.toString(e)) + " eV";
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof EnergyAxis && Arrays.equals(eV, ((EnergyAxis) other).eV);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(eV);
	}

	@Override
	public String toString() {
		return size() + " energies from " + label(first()) + " to " + label(last());
	}
}
