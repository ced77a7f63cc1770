// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Arrays;

/**
 * What was taken of one spectrum.
 *
 * @param values one for each quantity, NaN where there is none
 * @param errors one standard error of each
 */
public record EdgeNumbers(double[] values, double[] errors) {

	static EdgeNumbers unknown(final int quantities) {
		final double[] none = new double[quantities];
		Arrays.fill(none, Double.NaN);
		return new EdgeNumbers(none, none);
	}
}
