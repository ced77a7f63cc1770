// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Which pixels of a plane no combination of references explains: those whose chi-square, summed over the 3 x 3 pixels
 * around them, is above what it is in a chosen part of the pixels that are explained. What it is in these is taken from
 * the pixels that fit best, which hold no other species (an empirical null hypothesis: Efron, J. Am. Stat. Assoc. 99, 96
 * (2004)): exact references and counting statistics leave chi-square's own distribution, measured ones more.
 *
 * @param noise of pixels
 * @param misfit variance for an edge step of 1 that references are off by in most pixels, in units of the noise's variance
 * @param centre of the deviations of explained pixels; 0 when nothing but noise is between them and their fits
 * @param spread of these, 1 for noise alone
 * @param threshold in spreads
 */
record MisfitTest(ThicknessNoise noise, double misfit, double centre, double spread, double threshold) {

	/** Parts of the pixels that are hardly of another species, and where noise has them, in standard deviations. */
	private static final double LOWEST = 0.05, LOWEST_AT = -1.6449;
	private static final double LOW = 0.15, LOW_AT = -1.0364;

	/** A smaller spread than this is that of noise: so much may chance, or a third of pixels of another species, make. */
	private static final double NOTICED = 1.2;

	/** What a pixel must have itself of the mean misfit around it. */
	private static final double SHARE = 0.25;

	private static final double DEVIATIONS = 2;

	/**
	 * @param planes of the image, some
	 * @param freedom how many values the noise of each pixel is the mean of
	 * @param falseAlarm the part of the explained pixels that may be above the threshold
	 */
	static MisfitTest of(final List<PixelMisfit.Part> planes, final int width, final int freedom, final double falseAlarm) {
		final ThicknessNoise noise = ThicknessNoise.of(joined(planes, PixelMisfit.Part::thickness), joined(planes,
			PixelMisfit.Part::noise), freedom);
		final double threshold = new NormalDistribution().inverseCumulativeProbability(1 - falseAlarm);
		final MisfitTest exact = new MisfitTest(noise, 0, 0, 1, threshold);
		final double misfit = Math.max(0, quantile(planes.stream().flatMapToDouble(plane -> exact.excess(plane, width)), LOW));
		final MisfitTest off = new MisfitTest(noise, misfit, 0, 1, threshold);
		final double[] deviations = planes.stream().flatMapToDouble(plane -> Arrays.stream(off.deviations(plane, width)))
			.toArray();
		final double low = quantile(Arrays.stream(deviations), LOW);
		final double found = (low - quantile(Arrays.stream(deviations), LOWEST)) / (LOW_AT - LOWEST_AT);
		final double spread = found > NOTICED ? found : 1;
		return new MisfitTest(noise, misfit, Math.max(0, low - LOW_AT * spread), spread, threshold);
	}

	private static float[] joined(final List<PixelMisfit.Part> planes, final Function<PixelMisfit.Part, float[]> values) {
		final float[] all = new float[planes.stream().mapToInt(plane -> values.apply(plane).length).sum()];
		int at = 0;
		for (final PixelMisfit.Part plane : planes) {
			System.arraycopy(values.apply(plane), 0, all, at, values.apply(plane).length);
			at += values.apply(plane).length;
		}
		return all;
	}

	/** @return of the numbers among the values; 0 when there are none */
	private static double quantile(final DoubleStream values, final double part) {
		final double[] sorted = values.filter(Double::isFinite).sorted().toArray();
		return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))];
	}

	/** The {@link #misfit} that would put each sum at the lower end, {@link #LOW}, of what is expected. */
	private DoubleStream excess(final PixelMisfit.Part plane, final int width) {
		final double[] freedom = around(p -> plane.freedom()[p], plane, width);
		final double[] sums = around(p -> ratio(plane, p), plane, width);
		final double[] steps = around(p -> plane.freedom()[p] * plane.step()[p] * plane.step()[p] / noise.at(plane
			.thickness()[p]), plane, width);
		return IntStream.range(0, sums.length).mapToDouble(p -> (sums[p] - freedom[p] * ChiSquareLaw.reduced(LOW_AT,
			freedom[p])) / steps[p]);
	}

	/**
	 * @param plane its pixels, chi-square NaN outside the mask
	 * @return how many spreads the sum around each pixel lies above what it is in explained ones; NaN outside the mask
	 */
	double[] deviations(final PixelMisfit.Part plane, final int width) {
		return deviations(around(p -> ratio(plane, p), plane, width), around(p -> plane.freedom()[p], plane, width));
	}

	private double[] deviations(final double[] sums, final double[] freedom) {
		return IntStream.range(0, sums.length).mapToDouble(p -> (ChiSquareLaw.deviations(sums[p], freedom[p]) - centre) /
			spread).toArray();
	}

	/** @return whether each pixel is not explained */
	boolean[] unexplained(final PixelMisfit.Part plane, final int width) {
		final double[] freedom = around(p -> plane.freedom()[p], plane, width);
		final double[] sums = around(p -> ratio(plane, p), plane, width);
		final double[] deviations = deviations(sums, freedom);
		final boolean[] found = new boolean[sums.length];
		for (int p = 0; p < found.length; p++)
			found[p] = deviations[p] > threshold && isPart(plane, p, sums[p] / freedom[p]);
		return found;
	}

	/** A pixel beside others that are not explained may be explained itself: then it has not its share of the misfit. */
	private boolean isPart(final PixelMisfit.Part plane, final int p, final double reduced) {
		final double freedom = plane.freedom()[p];
		return ratio(plane, p) - freedom >= SHARE * (reduced - 1) * freedom - DEVIATIONS * Math.sqrt(2 * freedom);
	}

	/** A pixel's chi-square with its own noise, and what even right references are off by. */
	private double ratio(final PixelMisfit.Part plane, final int p) {
		return plane.chiSquare()[p] / (noise.at(plane.thickness()[p]) + misfit * plane.step()[p] * plane.step()[p]);
	}

	/** @return the sums over the 3 x 3 pixels around each, as far as they are inside; NaN for one that is not */
	private static double[] around(final IntToDoubleFunction value, final PixelMisfit.Part plane, final int width) {
		final int size = plane.chiSquare().length;
		final int height = size / width;
		final double[] sums = new double[size];
		for (int p = 0; p < size; p++) {
			if (Float.isNaN(plane.chiSquare()[p])) sums[p] = Double.NaN;
			else for (int y = Math.max(0, p / width - 1); y <= Math.min(height - 1, p / width + 1); y++)
				for (int x = Math.max(0, p % width - 1); x <= Math.min(width - 1, p % width + 1); x++)
					if (!Float.isNaN(plane.chiSquare()[y * width + x])) sums[p] += value.applyAsDouble(y * width + x);
		}
		return sums;
	}
}
