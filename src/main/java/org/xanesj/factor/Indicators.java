// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.special.Beta;

/**
 * What the eigenvalues say of the n-th component. Formulas: E. R. Malinowski, Factor Analysis in Chemistry (3rd ed.,
 * 2002) and J. Chemometrics 3, 49 (1989) for REV and F. IND and F depend on the noise being white and equal
 * (Manceau et al., J. Synchrotron Rad. 21, 1140 (2014)).
 *
 * @param component n, from 1
 * @param eigenvalue of the Gram matrix
 * @param varianceFraction its share of the sum of all eigenvalues
 * @param re real error with n components: sqrt of the rest of the eigenvalues over r(c-n); NaN for the last
 * @param ie imbedded error, RE·sqrt(n/c)
 * @param ind indicator function, RE/(c-n)²; its minimum suggests n
 * @param rev reduced eigenvalue
 * @param f Fisher ratio of this reduced eigenvalue to those after it; NaN for the last
 * @param p probability of a ratio that large from noise alone, with 1 and c-n degrees of freedom
 */
public record Indicators(int component, double eigenvalue, double varianceFraction, double re, double ie, double ind,
	double rev, double f, double p)
{

	/**
	 * @param eigenvalues c of them, largest first
	 * @param larger r, the larger dimension of the data
	 */
	public static List<Indicators> of(final double[] eigenvalues, final long larger) {
		final int c = eigenvalues.length;
		final double r = larger;
		final double[] rest = new double[c + 1];
		final double[] restDegrees = new double[c + 1];
		for (int j = c; j >= 1; j--) {
			rest[j - 1] = rest[j] + eigenvalues[j - 1];
			restDegrees[j - 1] = restDegrees[j] + (r - j + 1) * (c - j + 1);
		}
		final List<Indicators> rows = new ArrayList<>();
		for (int n = 1; n <= c; n++) {
			final double degrees = (r - n + 1) * (c - n + 1);
			final double re = n < c ? Math.sqrt(rest[n] / (r * (c - n))) : Double.NaN;
			final double f = n < c ? restDegrees[n] / degrees * eigenvalues[n - 1] / rest[n] : Double.NaN;
			rows.add(new Indicators(n, eigenvalues[n - 1], eigenvalues[n - 1] / rest[0], re, re * Math.sqrt((double) n / c), re /
				((double) (c - n) * (c - n)), eigenvalues[n - 1] / degrees, f, significance(f, c - n)));
		}
		return rows;
	}

	/** The upper tail itself: one minus the rest would lose the small probabilities. */
	private static double significance(final double f, final int degrees) {
		if (Double.isNaN(f)) return Double.NaN;
		return Double.isInfinite(f) ? 0 : Beta.regularizedBeta(degrees / (degrees + f), 0.5 * degrees, 0.5);
	}
}
