// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.util.Locale;

/** A map of what components leave over the noise, in words. */
final class ResidualNote {

	/** Beyond this a spectrum of a few dozen energies is hardly ever by chance. */
	private static final double MUCH = 1.5;

	private ResidualNote() {}

	/** @param left the rms of what is left over the noise, NaN outside the mask */
	static String of(final float[] left) {
		long inside = 0;
		long much = 0;
		double largest = 0;
		for (final float value : left) {
			if (Float.isNaN(value)) continue;
			inside++;
			if (value > MUCH) much++;
			largest = Math.max(largest, value);
		}
		if (much == 0) return String.format(Locale.ROOT, "In none of %d pixels the components leave more than %.1f times the noise " +
			"(%.2f at most).", inside, MUCH, largest);
		return String.format(Locale.ROOT, "In %d of %d pixels the components leave more than %.1f times the noise (%.2f at most): " +
			"what these hold is partly no component, and a reconstruction loses it.", much, inside, MUCH, largest);
	}
}
