// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Makes of a standard deviation of few values the half width that holds as often as one standard error: 68.3 %. */
final class StudentFactor {

	private static final double ONE_SIGMA = new NormalDistribution().cumulativeProbability(1);

	private StudentFactor() {}

	/** @return the quantile of Student's t (Biometrika 6, 1 (1908)), 1.84 for one degree of freedom, 1 for many */
	static double of(final int degreesOfFreedom) {
		return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(ONE_SIGMA);
	}
}
