// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.SplittableRandom;

/** A smooth random picture between 0 and 1: plane waves of random direction and phase, none shorter than asked. */
final class SmoothField {

	private static final int WAVES = 10;

	private SmoothField() {}

	/**
	 * @param shortest wavelength in pixels; the longest is three times that
	 * @return width x height values in raster order, the smallest 0 and the largest 1
	 */
	static double[] of(final int width, final int height, final double shortest, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] field = new double[width * height];
		for (int w = 0; w < WAVES; w++) {
			final double direction = 2 * Math.PI * unit(random);
			final double k = 2 * Math.PI / (shortest * (1 + 2 * unit(random)));
			final double phase = 2 * Math.PI * unit(random);
			final double kx = k * StrictMath.cos(direction);
			final double ky = k * StrictMath.sin(direction);
			for (int p = 0; p < field.length; p++)
				field[p] += StrictMath.cos(kx * (p % width) + ky * (p / width) + phase);
		}
		double min = field[0];
		double max = field[0];
		for (final double v : field) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		for (int p = 0; p < field.length; p++) field[p] = (field[p] - min) / (max - min);
		return field;
	}

	/** Uniform in [0, 1) from the generator's bits: these are specified, what {@code nextDouble} makes of them is not. */
	static double unit(final SplittableRandom random) {
		return (random.nextLong() >>> 11) * 0x1p-53;
	}
}
