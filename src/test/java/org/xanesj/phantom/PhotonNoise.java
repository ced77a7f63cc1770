// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.SplittableRandom;

import org.apache.commons.math3.special.Gamma;

/** Counts of photons, exactly Poisson distributed, the same for the same seed on every machine. */
final class PhotonNoise {

	/** Below this mean, uniform numbers are multiplied; above, the transformed rejection pays. */
	private static final double SMALL = 10;

	private final SplittableRandom random;

	PhotonNoise(final long seed) {
		random = new SplittableRandom(seed);
	}

	/** @return a number of photons where {@code mean} are expected */
	double count(final double mean) {
		return mean < SMALL ? byProducts(mean) : byRejection(mean);
	}

	private double byProducts(final double mean) {
		final double limit = StrictMath.exp(-mean);
		double product = SmoothField.unit(random);
		int count = 0;
		for (; product > limit; count++) product *= SmoothField.unit(random);
		return count;
	}

	/** Algorithm PTRS of Hörmann, Insurance: Mathematics and Economics 12 (1993) 39. */
	private double byRejection(final double mean) {
		final double b = 0.931 + 2.53 * Math.sqrt(mean);
		final double a = -0.059 + 0.02483 * b;
		final double vr = 0.9277 - 3.6224 / (b - 2);
		while (true) {
			final double u = SmoothField.unit(random) - 0.5;
			final double v = SmoothField.unit(random);
			final double us = 0.5 - Math.abs(u);
			final double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
			if (us >= 0.07 && v <= vr) return k;
			if (k < 0 || us < 0.013 && v > us) continue;
			final double inverse = 1.1239 + 1.1328 / (b - 3.4);
			if (StrictMath.log(v * inverse / (a / (us * us) + b)) <= k * StrictMath.log(mean) - mean - Gamma.logGamma(k + 1))
				return k;
		}
	}
}
