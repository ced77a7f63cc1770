// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.cluster;

import java.util.List;

/**
 * What one step of expectation leaves for the step of maximisation: for each component the sum of the
 * responsibilities, and of the points and their squares weighted by them. Points are counted from the component's
 * present mean, so that clouds far from zero lose no digits.
 *
 * @param counts of each component
 * @param first components x dimensions
 * @param second components x dimensions x dimensions, the lower triangles
 * @param logLikelihood of the points
 */
record MixtureSums(double[] counts, double[][] first, double[][][] second, double logLikelihood) {

	/**
	 * @param points dimensions x points
	 * @param from the first point
	 * @param shares components x points: responsibilities of the points from there on
	 * @param means of the components
	 */
	static MixtureSums of(final float[][] points, final int from, final double[][] shares, final double[][] means,
		final double logLikelihood)
	{
		final int k = means.length;
		final int d = points.length;
		final MixtureSums sums = new MixtureSums(new double[k], new double[k][d], new double[k][d][d], logLikelihood);
		final double[] off = new double[d];
		for (int c = 0; c < k; c++) for (int p = 0; p < shares[c].length; p++) {
			final double share = shares[c][p];
			if (share == 0) continue;
			for (int i = 0; i < d; i++) off[i] = points[i][from + p] - means[c][i];
			sums.add(c, share, off);
		}
		return sums;
	}

	private void add(final int component, final double share, final double[] off) {
		counts[component] += share;
		for (int i = 0; i < off.length; i++) {
			final double weighted = share * off[i];
			first[component][i] += weighted;
			for (int j = 0; j <= i; j++) second[component][i][j] += weighted * off[j];
		}
	}

	/** @return the sums over all parts, added up in their order */
	static MixtureSums total(final List<MixtureSums> parts) {
		final int k = parts.get(0).counts.length;
		final int d = parts.get(0).first[0].length;
		double log = 0;
		final MixtureSums total = new MixtureSums(new double[k], new double[k][d], new double[k][d][d], 0);
		for (final MixtureSums part : parts) {
			log += part.logLikelihood;
			for (int c = 0; c < k; c++) {
				total.counts[c] += part.counts[c];
				for (int i = 0; i < d; i++) {
					total.first[c][i] += part.first[c][i];
					for (int j = 0; j <= i; j++) total.second[c][i][j] += part.second[c][i][j];
				}
			}
		}
		return new MixtureSums(total.counts, total.first, total.second, log);
	}

	/**
	 * @param old the mean from which the sums were counted
	 * @param ridge is added to the diagonal of the covariance
	 * @return the component that these points make most likely
	 */
	Normal normal(final int component, final double[] old, final double ridge) {
		final int d = old.length;
		// as scikit-learn does, so that a component without points is no division by zero
		final double count = counts[component] + 10 * Math.ulp(1.0);
		final double[] shift = new double[d];
		final double[] mean = new double[d];
		for (int i = 0; i < d; i++) {
			shift[i] = first[component][i] / count;
			mean[i] = old[i] + shift[i];
		}
		final double[][] covariance = new double[d][d];
		for (int i = 0; i < d; i++) {
			for (int j = 0; j <= i; j++) covariance[i][j] = covariance[j][i] = second[component][i][j] / count - shift[i] *
				shift[j];
			covariance[i][i] = Math.max(0, covariance[i][i]) + ridge;
		}
		return Normal.of(mean, covariance);
	}
}
