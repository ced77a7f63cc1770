// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * The mean of the spectra of a region and how far they scatter, in double precision and in the order of the blocks:
 * the same bits on any number of threads.
 *
 * @param mean over the pixels
 * @param sd sample standard deviation at each energy (divisor {@code pixels - 1}); NaN for one pixel
 * @param pixels how many were averaged
 * @param skipped how many of the region were left out because a value of theirs is not finite
 */
public record MeanSpectrum(Spectrum mean, double[] sd, long pixels, long skipped) {

	/** @throws InputException when no pixel of the region has a finite value at every energy */
	public static MeanSpectrum of(final SpectralImage image, final Mask region, final Runner runner) {
		final Moments all = runner.reduce("Averaging spectra", image, region, MeanSpectrum::moments, Moments::and);
		if (all.count == 0) throw new InputException(image.info().name() + ": none of the " + region.count() +
			" pixels of the region has a finite value at every energy.", "Choose another region or mask.");
		final double[] sd = new double[all.mean.length];
		for (int e = 0; e < sd.length; e++)
			sd[e] = all.count > 1 ? Math.sqrt(all.squares[e] / (all.count - 1)) : Double.NaN;
		return new MeanSpectrum(new Spectrum(image.info().name(), image.energies(), all.mean), sd, all.count, all.skipped);
	}

	/** @param squares sum of squared deviations from the mean */
	private record Moments(double[] mean, double[] squares, long count, long skipped)
		implements Serializable
	{

		/** Chan, Golub and LeVeque (1983): no digits are lost when the mean is large. */
		Moments and(final Moments other) {
			if (other.count == 0) return new Moments(mean, squares, count, skipped + other.skipped);
			if (count == 0) return new Moments(other.mean, other.squares, other.count, skipped + other.skipped);
			final double[] means = new double[mean.length];
			final double[] sums = new double[mean.length];
			final double share = (double) other.count / (count + other.count);
			for (int e = 0; e < means.length; e++) {
				final double difference = other.mean[e] - mean[e];
				means[e] = mean[e] + difference * share;
				sums[e] = squares[e] + other.squares[e] + difference * difference * count * share;
			}
			return new Moments(means, sums, count + other.count, skipped + other.skipped);
		}
	}

	private static Moments moments(final PixelBlock block) {
		final int[] finite = FinitePixels.finite(block);
		final double[] mean = new double[block.energies()];
		final double[] squares = new double[block.energies()];
		for (int e = 0; e < mean.length && finite.length > 0; e++) {
			final float[] row = block.row(e);
			for (final int p : finite) mean[e] += row[p];
			mean[e] /= finite.length;
			for (final int p : finite) squares[e] += (row[p] - mean[e]) * (row[p] - mean[e]);
		}
		return new Moments(mean, squares, finite.length, block.size() - finite.length);
	}
}
