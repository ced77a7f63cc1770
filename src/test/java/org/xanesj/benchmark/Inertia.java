// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.benchmark;

/** The sum of squared distances to the nearest centre, plainly computed: the judge of both programs' clusters. */
final class Inertia {

	private Inertia() {}

	/**
	 * @param scores dimensions x points
	 * @param centres k x dimensions
	 */
	static double of(final float[][] scores, final float[][] centres) {
		double sum = 0;
		for (int p = 0; p < scores[0].length; p++) {
			double least = Double.POSITIVE_INFINITY;
			for (final float[] centre : centres) {
				double distance = 0;
				for (int d = 0; d < centre.length; d++) distance += square(scores[d][p] - (double) centre[d]);
				least = Math.min(least, distance);
			}
			sum += least;
		}
		return sum;
	}

	private static double square(final double v) {
		return v * v;
	}
}
