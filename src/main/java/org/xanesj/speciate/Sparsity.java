// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;

import org.xanesj.stack.InputException;

/** Whether amounts that noise alone would give count while species are resolved. */
public enum Sparsity {

	/**
	 * A species is in a pixel when it lowers the misfit by more than the logarithm of the number of energies: the
	 * criterion of Schwarz (Ann. Stat. 6, 461 (1978)) for each pixel, about two standard errors. Non-negativity alone bends
	 * one way: noise that makes a true zero negative pulls spectra outwards, noise that makes it positive does not.
	 */
	BIC,
	/** Every amount that is not negative counts: plain non-negativity. */
	NONE;

	/** @return the sparsity of this name, as macros write it */
	public static Sparsity named(final String name) {
		for (final Sparsity sparsity : values()) if (sparsity.toString().equals(name)) return sparsity;
		throw new InputException("sparsity=" + name + " is not known.", "Use bic or none.");
	}

	/** @return what an amount costs, in squares of the noise */
	double price(final int energies) {
		return this == BIC ? Math.log(energies) : 0;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
