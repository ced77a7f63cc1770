// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * How wide a smoothing window is: the narrowest with which the errors are true. Wider windows have less noise, but move
 * an uneven edge further; in too narrow ones noise makes maxima of its own, or prefers now one and now the other of two,
 * and an error of first order says too little. It is tried out: noise as that of the pixels is added to spectra without
 * it, and counted how often they then lie within one standard error of what they were.
 *
 * @param halfWidth in eV
 * @param coverage how often one standard error holds, 0.683 when it is true
 */
record Bandwidth(double halfWidth, double coverage) {

	/** As good as true: the trials are so many that they tell it from 0.683. */
	private static final double TRUE = 0.66;

	/** Spectra made of each that is given. */
	private static final int REPEATS = 16;

	/**
	 * @param widths rising half widths in eV
	 * @param measurement what is measured of a spectrum with a half width
	 * @param sample spectra of some pixels
	 * @param noise of theirs
	 * @return of the first width whose errors are true, else of the one with the truest
	 */
	static Bandwidth choose(final double[] widths, final DoubleFunction<Function<double[], Estimate>> measurement,
		final List<double[]> sample, final PixelNoise noise)
	{
		Bandwidth best = new Bandwidth(widths[widths.length - 1], 0);
		for (final double width : widths) {
			final Bandwidth tried = new Bandwidth(width, coverage(measurement.apply(width), sample, noise));
			if (tried.coverage >= TRUE) return tried;
			if (tried.coverage > best.coverage) best = tried;
		}
		return best;
	}

	private static double coverage(final Function<double[], Estimate> measurement, final List<double[]> sample,
		final PixelNoise noise)
	{
		final SplittableRandom random = new SplittableRandom(1);
		int trials = 0;
		int within = 0;
		for (final double[] spectrum : sample) {
			final double[] clean = noise.without(spectrum);
			final double[] sigma = noise.of(spectrum);
			final double truth = measurement.apply(clean).value();
			for (int repeat = 0; repeat < REPEATS && Double.isFinite(truth); repeat++) {
				final Estimate found = measurement.apply(noisy(clean, sigma, random));
				if (!found.isKnown()) continue;
				trials++;
				if (Math.abs(found.value() - truth) <= found.error(sigma)) within++;
			}
		}
		return trials == 0 ? 0 : (double) within / trials;
	}

	private static double[] noisy(final double[] clean, final double[] sigma, final SplittableRandom random) {
		final double[] noisy = new double[clean.length];
		for (int e = 0; e < noisy.length; e++) noisy[e] = clean[e] + sigma[e] * random.nextGaussian();
		return noisy;
	}

	/** @return half width and coverage in words */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "±%.2f eV (one standard error then holds in %.0f of 100 simulated spectra)",
			halfWidth, 100 * coverage);
	}
}
