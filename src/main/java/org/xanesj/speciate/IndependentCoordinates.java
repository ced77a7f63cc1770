// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;

/**
 * Coordinates of which none follows from the others, as rows by which the old ones are multiplied. Where one follows,
 * covariances have no inverse, and likelihoods grow without end.
 *
 * @param rows new coordinates x old ones; none for all as they are
 */
record IndependentCoordinates(double[][] rows) implements Serializable {

	/** All as they are. */
	static final IndependentCoordinates ALL = new IndependentCoordinates(new double[0][]);

	/** @return the points with these coordinates */
	PixelPoints of(final PixelPoints points) {
		return rows.length == 0 ? points : points.mapped(rows);
	}

	/** Fractions that add up to one: the last follows. */
	static IndependentCoordinates butTheLast(final int dimensions) {
		final double[][] rows = new double[dimensions - 1][dimensions];
		for (int i = 0; i < rows.length; i++) rows[i][i] = 1;
		return new IndependentCoordinates(rows);
	}

	/**
	 * Unit vectors that point about the same way are seen from there: their length along the mean direction follows from
	 * the rest. The rows are those of the reflection (Householder, J. ACM 5, 339 (1958)) that takes the mean direction to
	 * the first axis, without the first.
	 *
	 * @param vectors dimensions x points
	 */
	static IndependentCoordinates ofUnitVectors(final float[][] vectors) {
		final int n = vectors.length;
		final double[] mirror = new double[n];
		for (int d = 0; d < n; d++) for (final float value : vectors[d]) mirror[d] += value;
		normalize(mirror);
		// away from the axis, not towards it: no digits are lost
		mirror[0] += mirror[0] < 0 ? -1 : 1;
		normalize(mirror);
		final double[][] rows = new double[n - 1][n];
		for (int i = 1; i < n; i++) for (int d = 0; d < n; d++) rows[i - 1][d] = (i == d ? 1 : 0) - 2 * mirror[i] * mirror[d];
		return new IndependentCoordinates(rows);
	}

	private static void normalize(final double[] vector) {
		double squares = 0;
		for (final double value : vector) squares += value * value;
		final double norm = Math.sqrt(squares);
		if (norm > 0) for (int d = 0; d < vector.length; d++) vector[d] /= norm;
	}
}
