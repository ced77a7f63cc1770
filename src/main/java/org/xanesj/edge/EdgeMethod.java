// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.xanesj.stack.InputException;

/** What is called the energy of an edge. */
public enum EdgeMethod {

	/** Where the spectrum is steepest. */
	DERIVATIVE,
	/** Where the normalised spectrum passes one half. */
	HALF_HEIGHT,
	/** The place of a sharp step with the same area between two levels. */
	INTEGRAL;

	/** @throws InputException when there is none of that name */
	public static EdgeMethod named(final String name) {
		return Arrays.stream(values()).filter(m -> m.macroValue().equals(name)).findFirst().orElseThrow(
			() -> new InputException("method=" + name + " is not known.", "Use one of: " + Arrays.stream(values()).map(
				EdgeMethod::macroValue).collect(Collectors.joining(", ")) + "."));
	}

	/** @return what dialogs and macros call it */
	public String macroValue() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
