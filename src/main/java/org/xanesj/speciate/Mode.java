// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.Locale;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;

/** What the values of a stack are taken for. */
public enum Mode {
	/** Transmission when an I0 is given or the file says counts, else absorption. */
	AUTO,
	/** The values are absorption already. */
	ABSORPTION,
	/** The values are transmitted counts. */
	TRANSMISSION;

	/** @throws InputException when there is no such mode */
	public static Mode named(final String name) {
		return Arrays.stream(values()).filter(m -> m.toString().equals(name)).findFirst().orElseThrow(
			() -> new InputException("mode=" + name + " is not known.", "Use auto, absorption or transmission."));
	}

	/** @return this, or what {@link #AUTO} comes to */
	Mode resolve(final Signal signal, final boolean incidentGiven) {
		if (this != AUTO) return this;
		return incidentGiven || signal == Signal.COUNTS ? TRANSMISSION : ABSORPTION;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
