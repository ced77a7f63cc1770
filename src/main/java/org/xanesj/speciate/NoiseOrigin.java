// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.Locale;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;

/** Where the noise is known from by which spectra are whitened. */
public enum NoiseOrigin {
	/** From what a line and the components leave of the spectra, at each energy. */
	FOUND,
	/** From counting statistics: the stack must be transmitted photons. */
	COUNTS,
	/** The same at all energies; its level is found. */
	EQUAL;

	/** @throws InputException when there is no such origin */
	public static NoiseOrigin named(final String name) {
		return Arrays.stream(values()).filter(o -> o.toString().equals(name)).findFirst().orElseThrow(
			() -> new InputException("noise=" + name + " is not known.", "Use found, counts or equal."));
	}

	/** @return what the values are taken for: who asks for the noise of counts says that they are counts */
	Mode mode(final Mode asked, final Signal signal) {
		return this == COUNTS && asked == Mode.AUTO && signal != Signal.ABSORPTION ? Mode.TRANSMISSION : asked;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
