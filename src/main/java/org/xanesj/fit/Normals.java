// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * Standard normal random numbers for many pixels, each with a stream of its own: the generator of Java's
 * {@link java.util.SplittableRandom} (Steele, Lea and Flood, OOPSLA 2014), whose state is one number, and the
 * transformation of Box and Muller (Ann. Math. Statist. 29, 610 (1958)). Arithmetic is {@link StrictMath}'s where the
 * processor's may differ, so that every machine draws the same.
 */
final class Normals {

	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private final long[] states;

	/** @param seeds one for each pixel; changed */
	Normals(final long[] seeds) {
		states = seeds;
	}

	/** Writes two arrays of numbers about their expectations; the second may be the first, which then holds the second. */
	void draw(final double[] firstMean, final double[] deviation, final double[] first, final double[] secondMean,
		final double[] second)
	{
		for (int p = 0; p < states.length; p++) {
			final double radius = deviation[p] * Math.sqrt(-2 * StrictMath.log(next(p)));
			final double angle = 2 * Math.PI * next(p);
			first[p] = firstMean[p] + radius * StrictMath.cos(angle);
			second[p] = secondMean[p] + radius * StrictMath.sin(angle);
		}
	}

	/** @return above 0, at most 1 */
	private double next(final int p) {
		states[p] += GOLDEN;
		return ((mixed(states[p]) >>> 11) + 1) * 0x1.0p-53;
	}

	/** Stafford's variant 13 of MurmurHash3's finaliser. */
	static long mixed(final long bits) {
		long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}
}
