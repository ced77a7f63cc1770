// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

/** What each indicator suggests as the number of components, in words. */
public final class ComponentNumber {

	/** A. Manceau, M. Marcus and T. Lenoir, J. Synchrotron Rad. 21, 1140 (2014). */
	public static final String CAVEAT = "IND and the F test depend on noise that is white and equal (Manceau et al. 2014), and " +
		"no indicator counts what is in a few pixels only: look at all of them together, and at the map of what is left.";

	/** Of the F test. */
	private static final double LEVEL = 0.05;

	private ComponentNumber() {}

	/** @return a part of a sentence */
	public static String suggested(final Pca pca, final CrossValidation predicted) {
		return "IND has its minimum at " + pca.indMinimum() + ", the F test at 5 % ends at " + pca.significant(LEVEL) +
			(predicted.isDefined() ? ", cross-validation predicts best with " + predicted.minimum()
				: ", there are too few pixels for cross-validation");
	}
}
