// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A smooth random volume, about between -1 and 1: plane waves of random direction and phase, none shorter than asked. Any
 * row of it is made without the others.
 */
final class VolumeField {

	private static final int WAVES = 6;

	private final double[] kx = new double[WAVES];
	private final double[] ky = new double[WAVES];
	private final double[] kz = new double[WAVES];
	private final double[] phase = new double[WAVES];
	private final double[][] cos;
	private final double[][] sin;

	/** @param shortest wavelength in pixels; the longest is twice that */
	VolumeField(final int width, final double shortest, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		cos = new double[WAVES][width];
		sin = new double[WAVES][width];
		for (int w = 0; w < WAVES; w++) {
			final double k = 2 * Math.PI / (shortest * (1 + SmoothField.unit(random)));
			final double up = 2 * SmoothField.unit(random) - 1, around = 2 * Math.PI * SmoothField.unit(random);
			kx[w] = k * Math.sqrt(1 - up * up) * StrictMath.cos(around);
			ky[w] = k * Math.sqrt(1 - up * up) * StrictMath.sin(around);
			kz[w] = k * up;
			phase[w] = 2 * Math.PI * SmoothField.unit(random);
			for (int x = 0; x < width; x++) {
				cos[w][x] = StrictMath.cos(kx[w] * x);
				sin[w][x] = StrictMath.sin(kx[w] * x);
			}
		}
	}

	/** Puts the values of a row into {@code row}. */
	void row(final int y, final int z, final double[] row) {
		Arrays.fill(row, 0);
		for (int w = 0; w < WAVES; w++) {
			final double angle = ky[w] * y + kz[w] * z + phase[w];
			final double c = StrictMath.cos(angle) * Math.sqrt(2.0 / WAVES), s = StrictMath.sin(angle) * Math.sqrt(2.0 / WAVES);
			for (int x = 0; x < row.length; x++) row[x] += c * cos[w][x] - s * sin[w][x];
		}
	}
}
