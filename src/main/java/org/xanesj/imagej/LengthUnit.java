// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.Locale;
import java.util.Set;

import org.xanesj.stack.PixelSize;

/** The many ways to write a micrometre, and no unit at all. */
final class LengthUnit {

	/** The last one is written by SCIFIO, letter by letter. */
	private static final Set<String> MICROMETRE = Set.of("um", "\u03BCm", "\u00B5m", "micron", "microns", "micrometer",
		"micrometers", "micrometre", "micrometres", "\\u00b5m");

	/** An inch is what a printer's resolution is given in; no pixel was measured in it. */
	private static final Set<String> NONE = Set.of("", "pixel", "pixels", "inch", "inches");

	private LengthUnit() {}

	/** @return the unit as {@link PixelSize} has it: {@code µm} however it was written, {@code pixel} for none */
	static String normalised(final String unit) {
		final String lower = unit == null ? "" : unit.trim().toLowerCase(Locale.ROOT);
		if (NONE.contains(lower)) return PixelSize.UNKNOWN.unit();
		return MICROMETRE.contains(lower) ? "\u00B5m" : unit.trim();
	}

	/** @return the size, {@link PixelSize#UNKNOWN} when there is no unit */
	static PixelSize size(final double x, final double y, final double z, final String unit) {
		final String normalised = normalised(unit);
		return normalised.equals(PixelSize.UNKNOWN.unit()) ? PixelSize.UNKNOWN : new PixelSize(x, y, z, normalised);
	}
}
