// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;

/** Where the fractions of pixels and their errors come from. */
public enum ErrorBars {
	/** {@link #BAYESIAN} where it holds, else {@link #FIT}. */
	AUTO,
	/** The one fit by all references in use, and its covariance. */
	FIT,
	/** Averaged over the subsets of the references in use, each weighted by how probable the pixel makes it. */
	BAYESIAN,
	/** The one fit, and how it scatters when its residuals are drawn again. */
	BOOTSTRAP;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
