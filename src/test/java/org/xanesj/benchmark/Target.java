// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

import java.util.Locale;

/**
 * What a step is held to.
 *
 * @param kind what the value is
 * @param value a ratio, or seconds
 */
record Target(Kind kind, double value) {

	enum Kind {
		/** The peer's time over ours is at least this. */
		RATIO,
		/** Our time is at most this. */
		SECONDS,
		/** For information. */
		NONE
	}

	static final Target NONE = new Target(Kind.NONE, Double.NaN);

	static Target ratio(final double least) {
		return new Target(Kind.RATIO, least);
	}

	static Target seconds(final double most) {
		return new Target(Kind.SECONDS, most);
	}

	/** @return how it is written in the table */
	String text() {
		switch (kind) {
			case RATIO: return String.format(Locale.ROOT, "≥ %.3g", value);
			case SECONDS: return String.format(Locale.ROOT, "≤ %.3g s", value);
			default: return "";
		}
	}

	/**
	 * @param ratio median
	 * @param seconds median, ours
	 * @return met, or by how much it was missed
	 */
	String verdict(final double ratio, final double seconds) {
		if (kind == Kind.NONE) return "";
		final double reached = kind == Kind.RATIO ? ratio / value : value / seconds;
		if (reached >= 1) return "met";
		return kind == Kind.RATIO ? String.format(Locale.ROOT, "missed by %.2g %%", 100 * (1 - reached))
			: String.format(Locale.ROOT, "missed by %.2g s", seconds - value);
	}
}
