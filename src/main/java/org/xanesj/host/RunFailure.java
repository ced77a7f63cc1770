// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.host;

/** A macro or a script did not do its work; the message, of a few lines, is for the user. */
public final class RunFailure extends Exception {

	private static final long serialVersionUID = 1L;

	RunFailure(final String message) {
		super(message);
	}

	RunFailure(final String message, final Throwable cause) {
		super(message, cause);
	}
}
