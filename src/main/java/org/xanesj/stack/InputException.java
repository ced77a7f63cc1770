// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

/**
 * Something handed in cannot be used. The first line of the message says what is wrong and names the file
 * and the value; the second says what to do. Messages are shown to users as they are.
 */
public class InputException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param problem what is wrong, with the file and the value, one line
	 * @param remedy what the user can do about it, one line
	 */
	public InputException(final String problem, final String remedy) {
		super(problem + "\n" + remedy);
	}

	public InputException(final String problem, final String remedy, final Throwable cause) {
		super(problem + "\n" + remedy, cause);
	}
}
