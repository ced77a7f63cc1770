// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How common each subset of the references is among the pixels of an image, before one of them is looked at. It is
 * learned from a sample of the pixels themselves (empirical Bayes; Carlin and Louis, Bayesian Methods for Data Analysis, 3rd
 * ed., 2009, ch. 5): the shares of subsets that make the sample most probable, by expectation and maximisation (Dempster, Laird
 * and Rubin, J. R. Stat. Soc. B 39, 1 (1977)). Where grains are pure, mixtures are then not believed for noise alone; where
 * species lie over each other everywhere, none is left out for noise alone.
 *
 * @param logarithms of the probabilities of the subsets, in the order of {@link SubsetFits}
 */
record SubsetPrior(double[] logarithms) implements Serializable {

	/** So much of the belief is kept for subsets that the sample does not show: rare ones must not be impossible. */
	private static final double OPEN = 0.02;

	private static final int ROUNDS = 200;

	/** Shares that change by less than this have settled. */
	private static final double SETTLED = 1e-6;

	/** @return all subsets alike */
	static SubsetPrior uniform(final int subsets) {
		final double[] logarithms = new double[subsets];
		Arrays.fill(logarithms, -Math.log(subsets));
		return new SubsetPrior(logarithms);
	}

	/**
	 * @param evidence of each pixel of the sample, the logarithm of the probability of its data for each subset, up to a number
	 *          common to all; pixels that no subset explains are left out
	 */
	static SubsetPrior learned(final List<float[]> evidence, final int subsets) {
		final double[] shares = new double[subsets];
		Arrays.fill(shares, 1.0 / subsets);
		final double[][] likelihoods = evidence.stream().map(SubsetPrior::likelihoods).filter(l -> Arrays.stream(l).sum() > 0)
			.toArray(double[][]::new);
		for (int round = 0; round < ROUNDS && likelihoods.length > 0; round++) if (improve(shares, likelihoods) < SETTLED) break;
		return new SubsetPrior(Arrays.stream(shares).map(share -> Math.log((1 - OPEN) * share + OPEN / subsets)).toArray());
	}

	private static double[] likelihoods(final float[] evidence) {
		float most = Float.NEGATIVE_INFINITY;
		for (final float e : evidence) most = Math.max(most, e);
		final double[] likelihoods = new double[evidence.length];
		if (most > Float.NEGATIVE_INFINITY) for (int s = 0; s < likelihoods.length; s++) likelihoods[s] = Math.exp(evidence[s] - most);
		return likelihoods;
	}

	/** @return the largest change of a share */
	private static double improve(final double[] shares, final double[][] likelihoods) {
		final double[] sums = new double[shares.length];
		for (final double[] pixel : likelihoods) {
			double total = 0;
			for (int s = 0; s < shares.length; s++) total += shares[s] * pixel[s];
			for (int s = 0; s < shares.length; s++) sums[s] += shares[s] * pixel[s] / total;
		}
		double change = 0;
		for (int s = 0; s < shares.length; s++) {
			final double share = sums[s] / likelihoods.length;
			change = Math.max(change, Math.abs(share - shares[s]));
			shares[s] = share;
		}
		return change;
	}
}
