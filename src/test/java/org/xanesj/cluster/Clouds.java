// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.Random;

/** Round clouds of points whose centres are known, and k-means as the textbook has it, to compare with. */
final class Clouds {

	/** Dimensions x points. */
	final float[][] points;

	/** Clouds x dimensions. */
	final double[][] centres;

	/** The cloud of each point. */
	final int[] cloud;

	/** @param spread standard deviation of the points of a cloud along each dimension */
	Clouds(final double[][] centres, final int points, final double spread, final long seed) {
		final Random random = new Random(seed);
		this.centres = centres;
		this.points = new float[centres[0].length][points];
		cloud = new int[points];
		for (int p = 0; p < points; p++) {
			cloud[p] = p < centres.length ? p : random.nextInt(centres.length);
			for (int d = 0; d < centres[0].length; d++)
				this.points[d][p] = (float) (centres[cloud[p]][d] + spread * random.nextGaussian());
		}
	}

	/** @return clouds whose centres are spread out like Gaussians of the given standard deviation */
	static Clouds random(final int clouds, final int dimensions, final double wide, final int points, final long seed) {
		final Random random = new Random(seed);
		final double[][] centres = new double[clouds][dimensions];
		for (final double[] centre : centres) for (int d = 0; d < dimensions; d++) centre[d] = wide * random.nextGaussian();
		return new Clouds(centres, points, 1, seed + 1);
	}

	/** @return the nearest of the centres, the first of equals */
	int nearest(final float[][] of, final int p) {
		int best = 0;
		for (int c = 1; c < of.length; c++) if (distance(of[c], p) < distance(of[best], p)) best = c;
		return best;
	}

	double distance(final float[] centre, final int p) {
		double sum = 0;
		for (int d = 0; d < centre.length; d++) sum += Math.pow(points[d][p] - (double) centre[d], 2);
		return sum;
	}

	/** @return the sum of the squared distances to the nearest of the centres */
	double inertia(final float[][] of) {
		double sum = 0;
		for (int p = 0; p < cloud.length; p++) sum += distance(of[nearest(of, p)], p);
		return sum;
	}

	/** @return the means of the points that have each label, and the old centre where none has */
	float[][] means(final float[][] old, final int[] labels) {
		final float[][] means = new float[old.length][];
		for (int c = 0; c < old.length; c++) {
			final double[] sum = new double[points.length];
			int count = 0;
			for (int p = 0; p < labels.length; p++) if (labels[p] == c) {
				count++;
				for (int d = 0; d < sum.length; d++) sum[d] += points[d][p];
			}
			means[c] = old[c].clone();
			if (count > 0) for (int d = 0; d < sum.length; d++) means[c][d] = (float) (sum[d] / count);
		}
		return means;
	}

	/** @return one step of Lloyd */
	float[][] improved(final float[][] from) {
		final int[] labels = new int[cloud.length];
		for (int p = 0; p < labels.length; p++) labels[p] = nearest(from, p);
		return means(from, labels);
	}
}
