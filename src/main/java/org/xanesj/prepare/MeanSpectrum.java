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
		final int n = finite.length;
		final float[] some = new float[n < block.size() ? n : 0];
		final double[] mean = new double[block.energies()];
		final double[] squares = new double[block.energies()];
		for (int e = 0; e < mean.length && n > 0; e++) {
			final float[] row = n < block.size() ? gather(block.row(e), finite, some) : block.row(e);
			mean[e] = sum(row, n) / n;
			squares[e] = squares(row, n, mean[e]);
		}
		return new Moments(mean, squares, n, block.size() - n);
	}

	private static float[] gather(final float[] row, final int[] finite, final float[] into) {
		for (int i = 0; i < finite.length; i++) into[i] = row[finite[i]];
		return into;
	}

	/** Four running sums: one would wait for the adder at every value. */
	private static double sum(final float[] row, final int n) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int i = 0;
		for (; i + 3 < n; i += 4) {
			s0 += row[i];
			s1 += row[i + 1];
			s2 += row[i + 2];
			s3 += row[i + 3];
		}
		for (; i < n; i++) s0 += row[i];
		return s0 + s1 + (s2 + s3);
	}

	private static double squares(final float[] row, final int n, final double mean) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int i = 0;
		for (; i + 3 < n; i += 4) {
			final double d0 = row[i] - mean, d1 = row[i + 1] - mean, d2 = row[i + 2] - mean, d3 = row[i + 3] - mean;
			s0 += d0 * d0;
			s1 += d1 * d1;
			s2 += d2 * d2;
			s3 += d3 * d3;
		}
		for (; i < n; i++) s0 += (row[i] - mean) * (row[i] - mean);
		return s0 + s1 + (s2 + s3);
	}
}
