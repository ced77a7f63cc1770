// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/** Averages the fits of a block's pixels by subsets of references, for {@link PixelPosterior}. Not for two threads at once. */
final class BlockPosterior {

	/** Subsets whose weight is less than exp(-12) of the largest change nothing. */
	private static final double NEGLIGIBLE = 12;

	/** More probable than not. */
	private static final double LIKELY = 0.5;

	/** Pixels at a time: the weights of all subsets stay in a core's cache. */
	private static final int TILE = 256;

	private final BlockFit fit;
	private final SubsetFits all;
	private final double[] prior;
	private final boolean isShares;

	/** Of each number of members of the better subset, the ratio of sums of squares above which another is as good. */
	private final double[] asGood;

	/** Of the pixels of a block: noise, sum of squares, and the products of the target with each column. */
	private final double[] variance;
	private final double[] squared;
	private final double[][] along;

	/** Of the pixels of a block and one subset: amounts, the lowest of them, and what they take off the sum of squares. */
	private final double[][] amounts;
	private final double[] lowest;
	private final double[] explained;

	/** Of each subset, the logarithm of its weight in the pixels of a tile. */
	private final double[][] weights;

	/** Of one pixel: what the references are fitted to, the amounts of a subset, and what is averaged of each reference. */
	private final double[] target;
	private final double[] amount;
	private final double[] mean;
	private final double[] square;
	private final double[] probability;

	BlockPosterior(final BlockFit fit, final SubsetFits all, final SubsetPrior prior, final Hamilton hamilton) {
		this.fit = fit;
		this.all = all;
		this.prior = prior.logarithms();
		isShares = all.isShares;
		asGood = new double[all.largest() + 1];
		for (int m = 0; m < asGood.length; m++) asGood[m] = hamilton.criticalRatio(m);
		final int k = all.reduced.length;
		final int pixels = fit.pixels();
		variance = new double[pixels];
		squared = new double[pixels];
		along = new double[k][pixels];
		amounts = new double[all.largest()][pixels];
		lowest = new double[pixels];
		explained = new double[pixels];
		weights = new double[all.size()][TILE];
		target = new double[k];
		amount = new double[k];
		mean = new double[k];
		square = new double[k];
		probability = new double[k];
	}

	/** @return the most in a block */
	int pixels() {
		return fit.pixels();
	}

	SpeciesMaps of(final PixelBlock block) {
		final SpeciesMaps maps = prepared(block);
		for (int from = 0; from < block.size(); from += TILE) {
			final int to = Math.min(from + TILE, block.size());
			weigh(from, to);
			for (int i = from; i < to; i++) {
				final int best = best(i - from);
				if (best >= 0) average(i, i - from, best, maps);
			}
		}
		return maps;
	}

	/** @return of each pixel and each subset, the logarithm of the probability of the data, less what is common to all */
	float[][] evidence(final PixelBlock block) {
		prepared(block);
		final float[][] evidence = new float[block.size()][weights.length];
		for (int from = 0; from < block.size(); from += TILE) {
			final int to = Math.min(from + TILE, block.size());
			weigh(from, to);
			for (int i = from; i < to; i++) {
				final int best = best(i - from);
				for (int s = 0; s < weights.length; s++) evidence[i][s] = best < 0 ? Float.NEGATIVE_INFINITY : (float) (weights[s][i - from] -
					prior[s] - weights[best][i - from] + prior[best]);
			}
		}
		return evidence;
	}

	/** Fits by all references, and works out what all subsets need. */
	private SpeciesMaps prepared(final PixelBlock block) {
		final SpeciesMaps maps = fit.of(block);
		final int n = block.size();
		System.arraycopy(fit.misfit().outside, 0, squared, 0, n);
		for (final double[] target : fit.targets()) FusedSums.addSquares(squared, 1, target, 0, n);
		for (int j = 0; j < along.length; j++) {
			Arrays.fill(along[j], 0, n, 0);
			FusedSums.add(along[j], all.reduced[j], fit.targets(), 0, n);
		}
		for (int i = 0; i < n; i++) variance[i] = maps.reducedChiSquare()[i];
		return maps;
	}

	/** Weighs every subset in the pixels of a tile: minus infinity where an amount is not positive, or there is no noise to weigh by. */
	private void weigh(final int from, final int to) {
		for (int s = 0; s < weights.length; s++) {
			final FreeSet subset = all.subsets.get(s);
			Arrays.fill(lowest, from, to, Double.POSITIVE_INFINITY);
			Arrays.fill(explained, from, to, 0);
			for (int m = 0; m < subset.columns.length; m++) {
				Arrays.fill(amounts[m], from, to, subset.offset[m]);
				FusedSums.add(amounts[m], subset.map[m], fit.targets(), from, to);
				// of a least-squares fit: amounts times the products of data and columns
				FusedSums.addProducts(explained, amounts[m], along[subset.columns[m]], from, to);
				FusedSums.lower(lowest, amounts[m], from, to);
			}
			final double before = prior[s] + all.penalty[s];
			final double[] weight = weights[s];
			for (int i = from; i < to; i++) weight[i - from] = lowest[i] > 0 && variance[i] > 0 ? before - (squared[i] - explained[i]) /
				(2 * variance[i]) : Double.NEGATIVE_INFINITY;
		}
	}

	/** @return the most probable subset of a pixel of the tile, or -1 when there is none */
	private int best(final int t) {
		int best = -1;
		for (int s = 0; s < weights.length; s++)
			if (weights[s][t] > Double.NEGATIVE_INFINITY && (best < 0 || weights[s][t] > weights[best][t])) best = s;
		return best;
	}

	private void average(final int i, final int t, final int best, final SpeciesMaps maps) {
		Arrays.fill(mean, 0);
		Arrays.fill(square, 0);
		Arrays.fill(probability, 0);
		for (int j = 0; j < target.length; j++) target[j] = fit.targets()[j][i];
		final double least = weights[best][t] - NEGLIGIBLE;
		double total = 0;
		int second = -1;
		for (int s = 0; s < weights.length; s++) {
			final double logarithm = weights[s][t];
			if (s != best && logarithm > Double.NEGATIVE_INFINITY && (second < 0 || logarithm > weights[second][t])) second = s;
			if (!(logarithm > least)) continue;
			final double weight = Math.exp(logarithm - weights[best][t]);
			total += weight;
			add(s, variance[i], weight);
		}
		put(i, total, maps);
		maps.undecided()[i] = second >= 0 && isUndecided(i, t, best, second) ? 1 : 0;
	}

	private void add(final int s, final double noise, final double weight) {
		final FreeSet subset = all.subsets.get(s);
		final Uncertainty uncertainty = all.uncertainties.get(s);
		double sum = 0;
		for (int m = 0; m < subset.columns.length; m++) {
			amount[m] = subset.offset[m] + Vectors.dot(subset.map[m], target);
			sum += amount[m];
		}
		for (int m = 0; m < subset.columns.length; m++) {
			final int column = subset.columns[m];
			final double fraction = isShares ? amount[m] / sum : amount[m];
			final double factor = isShares ? uncertainty.ofShare(m, fraction, sum) : uncertainty.ofAmount(m);
			mean[column] += weight * fraction;
			square[column] += weight * (fraction * fraction + noise * Math.max(0, factor));
			probability[column] += weight;
		}
	}

	private void put(final int i, final double total, final SpeciesMaps maps) {
		int likely = 0;
		for (final double p : probability) if (p > LIKELY * total) likely++;
		for (int j = 0; j < mean.length; j++) {
			final boolean isFree = probability[j] > LIKELY * total && (likely > 1 || !isShares);
			final double average = mean[j] / total;
			maps.fractions()[j][i] = (float) average;
			maps.errors()[j][i] = isFree ? (float) Math.sqrt(Math.max(0, square[j] / total - average * average)) : Float.NaN;
		}
	}

	/** @return whether the second most probable subset cannot be told from the most probable one by Hamilton's test */
	private boolean isUndecided(final int i, final int t, final int best, final int second) {
		final double one = squares(best, i, t);
		final double other = squares(second, i, t);
		final int members = all.subsets.get(other < one ? second : best).columns.length;
		return Math.min(one, other) >= asGood[members] * Math.max(one, other);
	}

	private double squares(final int s, final int i, final int t) {
		return 2 * variance[i] * (prior[s] + all.penalty[s] - weights[s][t]);
	}
}
