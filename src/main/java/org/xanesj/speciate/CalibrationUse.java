// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;

/** Whether the references are calibrated on the means of the clusters before pixels are fitted. */
public enum CalibrationUse {
	/** When the fits of the clusters call for it. */
	AUTO,
	/** References stay as they are. */
	NONE,
	/** Whatever the fits say. */
	ALWAYS;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
