// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Locale;

import org.xanesj.stack.InputException;

/** How spectra are taken apart into species. */
public enum McrMethod {

	/**
	 * Multivariate curve resolution by alternating least squares (Tauler, Chemom. Intell. Lab. Syst. 30, 133 (1995)): from
	 * the purest pixels, amounts exactly, then spectra.
	 */
	MCR_ALS,
	/**
	 * Non-negative matrix factorisation by hierarchical alternating least squares, HALS (Cichocki & Phan, IEICE Trans.
	 * Fundam. E92-A, 708 (2009); Gillis & Glineur, Neural Comput. 24, 1085 (2012)): from random means of pixels, the
	 * amounts of one species after the other, then the spectra.
	 */
	NMF;

	/** @return the method of this name, as macros write it */
	public static McrMethod named(final String name) {
		for (final McrMethod method : values()) if (method.toString().equals(name)) return method;
		throw new InputException("method=" + name + " is not known.", "Use mcr-als or nmf.");
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
