// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How the variance of the noise depends on how much a pixel absorbs. For transmitted counts it grows as the exponential
 * of the absorption (Poisson), for fluorescence in proportion to it, for other detectors otherwise: so it is measured, as
 * medians over pixels of like absorption, between which its logarithm is straight.
 *
 * @param thickness rising
 * @param logVariance at these, in units of the mean variance
 */
record ThicknessNoise(double[] thickness, double[] logVariance) {

	/** Pixels of like absorption, at least. */
	private static final int FEWEST = 100;

	private static final int MOST_BINS = 24;

	/**
	 * @param thickness of pixels
	 * @param noise mean square of the noise of each
	 * @param freedom how many independent values that is the mean of
	 */
	static ThicknessNoise of(final float[] thickness, final float[] noise, final int freedom) {
		final int[] order = LongStream.range(0, noise.length).filter(p -> noise[(int) p] > 0).map(p -> key(thickness[(int) p]) | p)
			.sorted().mapToInt(key -> (int) key).toArray();
		final int bins = Math.max(1, Math.min(MOST_BINS, order.length / FEWEST));
		final double[] at = new double[bins];
		final double[] log = new double[bins];
		for (int b = 0; b < bins; b++) {
			final int[] some = Arrays.copyOfRange(order, (int) ((long) order.length * b / bins), (int) ((long) order.length * (b +
				1) / bins));
			at[b] = median(IntStream.of(some).mapToDouble(p -> thickness[p]).toArray());
			log[b] = Math.log(median(IntStream.of(some).mapToDouble(p -> noise[p]).toArray()) / ChiSquareLaw.reduced(0, freedom));
		}
		return new ThicknessNoise(at, log);
	}

	/** The bits of a number in the order of numbers, above those of an index: to sort millions of pixels without objects. */
	private static long key(final float number) {
		final int bits = Float.floatToIntBits(number);
		return (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << Integer.SIZE;
	}

	private static double median(final double[] values) {
		Arrays.sort(values);
		return values.length == 0 ? 1 : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
	}

	/** @return the variance of a pixel in units of the mean variance; beyond the ends as straight as between the last two */
	double at(final double pixel) {
		if (thickness.length == 1) return Math.exp(logVariance[0]);
		int i = 0;
		while (i < thickness.length - 2 && pixel > thickness[i + 1]) i++;
		final double width = thickness[i + 1] - thickness[i];
		if (!(width > 0)) return Math.exp(logVariance[i]);
		final double t = (pixel - thickness[i]) / width;
		return Math.exp(logVariance[i] + Math.max(-1, Math.min(2, t)) * (logVariance[i + 1] - logVariance[i]));
	}
}
