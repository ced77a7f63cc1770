// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.xanesj.block.Progress;

/**
 * A mixture of normal distributions, each with a covariance of its own, by expectation and maximisation (Dempster,
 * Laird and Rubin, J. R. Stat. Soc. B 39, 1 (1977)) from the clusters of k-means. A cluster may be long, flat or tilted
 * here; k-means takes all for round and of one size. The same points, options and seed give the same mixture on any
 * number of threads.
 *
 * <pre>
 * GaussianMixture mixture = GaussianMixture.fit(points, GaussianMixture.Options.of(4, seed), progress);
 * mixture.within(0.001).assign(points, n, labels); // -1 where a point is too far from every component
 * </pre>
 *
 * @param weights share of the points of each component
 * @param normals the components
 * @param logLikelihoods mean over the points, before each step of maximisation and in the end: they never
 *          fall, but for what the ridge takes
 * @param points how many the mixture was found from
 * @param farthest squared Mahalanobis distance beyond which a point fits no component
 */
public record GaussianMixture(double[] weights, List<Normal> normals, double[] logLikelihoods, int points,
	double farthest) implements Partition
{

	/** Points that are worked on at once. */
	private static final int CHUNK = 2048;

	/**
	 * @param clusters k, 1 to 32,767
	 * @param iterations at most
	 * @param tolerance it ends when the mean logarithm of the likelihood grows by less than this
	 * @param ridge is added to the diagonals of the covariances, as a share of the points' variance averaged over
	 *          dimensions: components of few points must not shrink to nothing
	 * @param seed of k-means
	 */
	public record Options(int clusters, int iterations, double tolerance, double ridge, long seed) {

		/** @throws IllegalArgumentException when a number is out of its range */
		public Options {
			if (clusters < 1 || clusters > Short.MAX_VALUE || iterations < 1 || !(tolerance >= 0) || !(ridge >= 0))
				throw new IllegalArgumentException("clusters " + clusters + ", iterations " + iterations + ", tolerance " +
					tolerance + ", ridge " + ridge);
		}

		/** At most 200 iterations, to a tolerance of 1e-6, with a ridge of 1e-6. */
		public static Options of(final int clusters, final long seed) {
			return new Options(clusters, 200, 1e-6, 1e-6, seed);
		}
	}

	/**
	 * @param points dimensions x points, finite, at least k of them
	 * @throws IllegalArgumentException when there are fewer points than clusters, or a coordinate is not finite
	 * @throws CancellationException when the user stops it
	 */
	public static GaussianMixture fit(final float[][] points, final Options options, final Progress progress) {
		return fit(points, KMeans.fit(points, KMeans.Options.of(options.clusters, options.seed), progress), options, progress);
	}

	/** @param start the clusters from which the mixture is found */
	static GaussianMixture fit(final float[][] points, final KMeans start, final Options options, final Progress progress) {
		final int n = points[0].length;
		// points that are all the same have no variance
		final double ridge = Math.max(options.ridge * new Points(points, n).variance(), Float.MIN_NORMAL);
		final double[][] centres = centres(start);
		final List<Normal> none = new ArrayList<>();
		GaussianMixture mixture = maximised(start(points, start, centres), centres, ridge, new GaussianMixture(new double[0],
			none, new double[0], n, Double.POSITIVE_INFINITY));
		for (int i = 0; i <= options.iterations; i++) {
			progress.advance("Gaussian mixture", i, options.iterations);
			final MixtureSums sums = mixture.expectation(points);
			mixture = mixture.reached(sums.logLikelihood() / n);
			if (i == options.iterations || mixture.gain() < options.tolerance) break;
			mixture = maximised(sums, means(mixture.normals), ridge, mixture);
		}
		progress.report("Gaussian mixture", options.iterations, options.iterations);
		return mixture;
	}

	private static double[][] centres(final KMeans start) {
		return Arrays.stream(start.centres()).map(centre -> IntStream.range(0, centre.length).mapToDouble(d -> centre[d])
			.toArray()).toArray(double[][]::new);
	}

	private static double[][] means(final List<Normal> normals) {
		return normals.stream().map(Normal::mean).toArray(double[][]::new);
	}

	private static MixtureSums start(final float[][] points, final KMeans start, final double[][] centres) {
		final int n = points[0].length;
		final int[] labels = new int[n];
		start.assign(points, n, labels);
		final double[][] shares = new double[centres.length][n];
		for (int p = 0; p < n; p++) shares[labels[p]][p] = 1;
		return MixtureSums.of(points, 0, shares, centres, Double.NaN);
	}

	private static GaussianMixture maximised(final MixtureSums sums, final double[][] means, final double ridge,
		final GaussianMixture before)
	{
		final double[] weights = Arrays.stream(sums.counts()).map(c -> c / before.points).toArray();
		final List<Normal> normals = IntStream.range(0, means.length).mapToObj(c -> sums.normal(c, means[c], ridge)).toList();
		return new GaussianMixture(weights, normals, before.logLikelihoods, before.points, before.farthest);
	}

	private GaussianMixture reached(final double logLikelihood) {
		final double[] all = Arrays.copyOf(logLikelihoods, logLikelihoods.length + 1);
		all[logLikelihoods.length] = logLikelihood;
		return new GaussianMixture(weights, normals, all, points, farthest);
	}

	private double gain() {
		final int n = logLikelihoods.length;
		return n < 2 ? Double.POSITIVE_INFINITY : logLikelihoods[n - 1] - logLikelihoods[n - 2];
	}

	private MixtureSums expectation(final float[][] points) {
		final int n = points[0].length;
		final double[][] means = means(normals);
		return MixtureSums.total(IntStream.range(0, (n + CHUNK - 1) / CHUNK).parallel().mapToObj(chunk -> {
			final int from = chunk * CHUNK;
			final double[][] shares = logDensities(points, from, Math.min(CHUNK, n - from));
			final double logLikelihood = share(shares);
			return MixtureSums.of(points, from, shares, means, logLikelihood);
		}).toList());
	}

	/** @return components x points: logarithms of weight times density */
	private double[][] logDensities(final float[][] points, final int first, final int n) {
		final double[][] logs = new double[weights.length][];
		for (int c = 0; c < logs.length; c++) {
			final Normal normal = normals.get(c);
			final double constant = Math.log(weights[c]) - 0.5 * (normal.logDeterminant() + points.length * Math.log(2 *
				Math.PI));
			logs[c] = normal.squaredDistances(points, first, n);
			for (int p = 0; p < n; p++) logs[c][p] = constant - 0.5 * logs[c][p];
		}
		return logs;
	}

	/** Makes responsibilities of logarithms of densities. @return the sum of the logarithms of the points' densities */
	private static double share(final double[][] logs) {
		double total = 0;
		for (int p = 0; p < logs[0].length; p++) {
			double most = Double.NEGATIVE_INFINITY;
			for (final double[] log : logs) most = Math.max(most, log[p]);
			double sum = 0;
			for (final double[] log : logs) sum += log[p] = Math.exp(log[p] - most);
			for (final double[] log : logs) log[p] /= sum;
			total += most + Math.log(sum);
		}
		return total;
	}

	/**
	 * The information criterion of Schwarz (Ann. Stat. 6, 461 (1978)): -2 log-likelihood + free numbers · ln(points). The
	 * smallest of several mixtures is preferred.
	 */
	public double bic() {
		final int k = weights.length;
		final int d = normals.get(0).mean().length;
		final double free = k - 1 + k * d + k * d * (d + 1) / 2.0;
		return -2 * points * logLikelihoods[logLikelihoods.length - 1] + free * Math.log(points);
	}

	/**
	 * @param falseAlarm share of the points of a component that are farther away than the limit; 0 for no limit
	 * @return the same mixture, where a point beyond that Mahalanobis distance (its square has a chi-square distribution)
	 *         from the component that is most likely for it fits none
	 */
	public GaussianMixture within(final double falseAlarm) {
		final double limit = falseAlarm == 0 ? Double.POSITIVE_INFINITY : new ChiSquaredDistribution(normals.get(0)
			.mean().length).inverseCumulativeProbability(1 - falseAlarm);
		return new GaussianMixture(weights, normals, logLikelihoods, points, limit);
	}

	@Override
	public int clusters() {
		return weights.length;
	}

	/** Finds the most likely component of each point, the first of equals. */
	@Override
	public void assign(final float[][] of, final int n, final int[] labels) {
		if (of.length != normals.get(0).mean().length) throw new IllegalArgumentException("Points of " + of.length +
			" dimensions and components of " + normals.get(0).mean().length);
		final double[][] squares = new double[weights.length][];
		for (int c = 0; c < squares.length; c++) squares[c] = normals.get(c).squaredDistances(of, 0, n);
		for (int p = 0; p < n; p++) {
			int best = -1;
			double most = Double.NEGATIVE_INFINITY;
			for (int c = 0; c < squares.length; c++) {
				final double log = Math.log(weights[c]) - 0.5 * (normals.get(c).logDeterminant() + squares[c][p]);
				if (log > most) {
					most = log;
					best = c;
				}
			}
			labels[p] = best >= 0 && squares[best][p] <= farthest ? best : -1;
		}
	}
}
