// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Pixels as points of a space in which they are grouped.
 *
 * @param coordinates dimensions x pixels; not finite where a pixel has no place
 * @param variances of each pixel by noise alone, summed over dimensions; NaN where that is not known
 */
record PixelPoints(float[][] coordinates, double[] variances) implements Serializable {

	/** Points of which the noise is not known. */
	static PixelPoints of(final float[][] coordinates, final int pixels) {
		final double[] variances = new double[pixels];
		Arrays.fill(variances, Double.NaN);
		return new PixelPoints(coordinates, variances);
	}

	/** @return the points of at most {@code most} pixels of the mask, chosen by the seed alone */
	static PixelPoints sample(final SpectralImage image, final Mask mask, final BlockTask<PixelPoints> task,
		final int most, final long seed, final Runner runner)
	{
		final List<PixelPoints> parts = new ArrayList<>();
		runner.run("Scores", image, Thinned.of(mask, most, seed), task, (block, points) -> parts.add(points));
		return joined(parts);
	}

	/** @return all pixels one after the other */
	static PixelPoints joined(final List<PixelPoints> parts) {
		final int pixels = parts.stream().mapToInt(PixelPoints::count).sum();
		final float[][] coordinates = new float[parts.get(0).coordinates.length][pixels];
		final double[] variances = new double[pixels];
		int at = 0;
		for (final PixelPoints part : parts) {
			final int n = part.count();
			for (int d = 0; d < coordinates.length; d++) System.arraycopy(part.coordinates[d], 0, coordinates[d], at, n);
			System.arraycopy(part.variances, 0, variances, at, n);
			at += n;
		}
		return new PixelPoints(coordinates, variances);
	}

	/** @return the number of pixels */
	int count() {
		return variances.length;
	}

	/** @return those of at most {@code most} pixels, chosen by the seed alone */
	PixelPoints some(final int most, final long seed) {
		return at(Thinned.of(Mask.all(count()), most, seed).offsets(0, count()));
	}

	/** @return those of the pixels that have a place */
	PixelPoints finite() {
		final int[] finite = IntStream.range(0, count()).filter(p -> Arrays.stream(coordinates).allMatch(c -> Float.isFinite(
			c[p]))).toArray();
		return finite.length == count() ? this : at(finite);
	}

	/** @return these points with other coordinates, each a sum of the old ones with the weights of a row */
	PixelPoints mapped(final double[][] rows) {
		final float[][] mapped = new float[rows.length][count()];
		for (int i = 0; i < rows.length; i++) for (int p = 0; p < count(); p++) {
			double sum = 0;
			for (int d = 0; d < coordinates.length; d++) sum += rows[i][d] * coordinates[d][p];
			mapped[i][p] = (float) sum;
		}
		return new PixelPoints(mapped, variances);
	}

	private PixelPoints at(final int[] pixels) {
		final float[][] few = new float[coordinates.length][pixels.length];
		for (int d = 0; d < few.length; d++) for (int i = 0; i < pixels.length; i++) few[d][i] = coordinates[d][pixels[i]];
		return new PixelPoints(few, IntStream.of(pixels).mapToDouble(p -> variances[p]).toArray());
	}
}
