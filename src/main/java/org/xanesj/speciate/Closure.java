// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;

import org.xanesj.fit.Constraint;
import org.xanesj.stack.InputException;

/** What the amounts of species that were resolved without references are counted in. */
public enum Closure {

	/** Every spectrum has an edge step of one, so that amounts sum to the edge step; maps hold shares that sum to one. */
	EDGE_STEP,
	/** Every spectrum has a maximum of one; maps hold the amounts themselves. */
	NONE;

	/** @return the closure of this name, as macros write it */
	public static Closure named(final String name) {
		for (final Closure closure : values()) if (closure.toString().equals(name)) return closure;
		throw new InputException("closure=" + name + " is not known.", "Use edge-step or none.");
	}

	/** @return what pixels are fitted under */
	public Constraint constraint() {
		return this == EDGE_STEP ? Constraint.NON_NEGATIVE_SUM_TO_ONE : Constraint.NON_NEGATIVE;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
