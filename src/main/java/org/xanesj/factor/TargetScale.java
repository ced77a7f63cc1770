// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.Locale;

import org.xanesj.stack.InputException;

/** How much of a reference the components have to make in a target test. */
public enum TargetScale {

	/** The nearest vector in their space, which may make less than the whole edge (Malinowski). SPOIL has no scale. */
	FREE,
	/** The nearest one with the edge of the reference: a multiple of it is no match. */
	FIXED;

	/** @throws InputException when there is none of this name */
	public static TargetScale named(final String name) {
		return Arrays.stream(values()).filter(s -> s.toString().equals(name)).findFirst().orElseThrow(
			() -> new InputException("scale=" + name + " is not known.", "Use free or fixed."));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
