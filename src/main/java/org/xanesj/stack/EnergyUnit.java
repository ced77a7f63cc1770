// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.Locale;

/** What a file says its energies are in. */
public enum EnergyUnit {
	EV, KEV,
	/** It does not say: energies below 150 are taken as keV. */
	UNSTATED;

	/** @param text such as {@code eV}, in any case; anything else is {@link #UNSTATED} */
	public static EnergyUnit named(final String text) {
		switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "ev": return EV;
			case "kev": return KEV;
			default: return UNSTATED;
		}
	}
}
