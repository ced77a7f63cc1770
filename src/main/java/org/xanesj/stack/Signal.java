// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

/** What the values of a stack are. */
public enum Signal {
	/** The file does not say. */
	UNKNOWN,
	/** Transmitted intensity, to be made absorption with an incident one. */
	COUNTS,
	/** Absorption: optical density, or fluorescence over incident intensity. */
	ABSORPTION
}
