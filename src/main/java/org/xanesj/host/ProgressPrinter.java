// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

/** Where progress is printed while there is no status bar. */
interface ProgressPrinter {

	/** @param text what is done at present, and how far it is */
	void show(String text);

	/** A command has ended: what comes next is not about it. */
	void end();
}
