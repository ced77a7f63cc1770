// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

import org.xanesj.stack.InputException;

/** What is wrong with a TIFF file, in words. */
final class TiffComplaint {

	private TiffComplaint() {}

	/**
	 * @param name of the file
	 * @param e ours go on with the sentence that the name begins; ImageJ's are sentences of their own
	 * @return the exception to throw; reading that was interrupted is no damage
	 */
	static RuntimeException of(final String name, final Exception e) {
		if (e instanceof InputException || e instanceof CancellationException) return (RuntimeException) e;
		if (e instanceof ClosedByInterruptException) return new CancellationException("Reading " + name + " was interrupted.");
		return new InputException(name + complaint(e) + ".",
			"Copy it again, or save it as an uncompressed TIFF file of grey values.", e);
	}

	private static String complaint(final Exception e) {
		if (!(e instanceof IOException) || e.getMessage() == null) return " is damaged";
		final String first = e.getMessage().lines().findFirst().orElse("is damaged").replaceAll("\\.$", "");
		return (first.matches("(is|has|holds) .*") ? " " : ": ") + first;
	}
}
