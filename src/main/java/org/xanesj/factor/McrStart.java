// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Locale;

import org.xanesj.stack.InputException;

/** Where a resolution into species begins: at the pixels that look purest, by one of two rules. */
public enum McrStart {

	/** {@link Simplisma}. */
	SIMPLISMA,
	/** {@link Vca}. */
	VCA;

	/** @return the start of this name, as macros write it */
	public static McrStart named(final String name) {
		for (final McrStart start : values()) if (start.toString().equals(name)) return start;
		throw new InputException("start=" + name + " is not known.", "Use vca or simplisma.");
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
