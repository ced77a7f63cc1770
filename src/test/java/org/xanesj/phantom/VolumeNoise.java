// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Gaussian noise by the number of a value, in no order: 65536 equally likely values, so none beyond 4.2 standard
 * deviations. The numbers are SplitMix64's (Steele, Lea & Flood 2014), four values from each.
 */
final class VolumeNoise {

	private static final int VALUES = 1 << 16;
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final float[] quantiles = new float[VALUES];

	VolumeNoise() {
		final NormalDistribution normal = new NormalDistribution(null, 0, 1);
		for (int i = 0; i < VALUES; i++) quantiles[i] = (float) normal.inverseCumulativeProbability((i + 0.5) / VALUES);
	}

	/** Adds noise of these standard deviations to a row, which has a number of its own in its plane. */
	void add(final int plane, final long number, final float[] deviations, final float[] row) {
		final long first = mixed(mixed(plane * GOLDEN) + number * GOLDEN);
		for (int x = 0; x < row.length; x += 4) {
			long bits = mixed(first + x * GOLDEN);
			for (int i = x; i < Math.min(row.length, x + 4); i++, bits >>>= 16)
				row[i] += deviations[i] * quantiles[(int) bits & VALUES - 1];
		}
	}

	private static long mixed(final long v) {
		final long a = (v ^ v >>> 30) * 0xBF58476D1CE4E5B9L, b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
		return b ^ b >>> 31;
	}
}
