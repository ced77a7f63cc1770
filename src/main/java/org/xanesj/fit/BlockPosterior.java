// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.PixelBlock;

/** Averages the fits of a block's pixels by subsets of references, for {@link PixelPosterior}. Not for two threads at once. */
final class BlockPosterior {

	/** Subsets whose weight is less than exp(-15) of the largest change nothing. */
	private static final double NEGLIGIBLE = 15;

	/** More probable than not. */
	private static final double LIKELY = 0.5;

	private final BlockFit fit;
	private final SubsetFits all;
	private final double[] prior;
	private final boolean isShares;

	/** Of each number of members of the better subset, the ratio of sums of squares above which another is as good. */
	private final double[] asGood;

	/** Of one pixel: the target, its products with the columns, and what is averaged of each reference. */
	private final double[] target;
	private final double[] along;
	private final double[] mean;
	private final double[] square;
	private final double[] probability;

	/** Of one pixel and each subset: amounts, sum of squares, logarithm of the weight. */
	private final double[][] amounts;
	private final double[] squares;
	private final double[] weights;

	BlockPosterior(final BlockFit fit, final SubsetFits all, final SubsetPrior prior, final Hamilton hamilton) {
		this.fit = fit;
		this.all = all;
		this.prior = prior.logarithms();
		isShares = all.isShares;
		asGood = new double[all.largest() + 1];
		for (int m = 0; m < asGood.length; m++) asGood[m] = hamilton.criticalRatio(m);
		final int k = all.reduced.length;
		target = new double[k];
		along = new double[k];
		mean = new double[k];
		square = new double[k];
		probability = new double[k];
		amounts = all.subsets.stream().map(subset -> new double[subset.columns.length]).toArray(double[][]::new);
		squares = new double[all.size()];
		weights = new double[all.size()];
	}

	/** @return the most in a block */
	int pixels() {
		return fit.pixels();
	}

	SpeciesMaps of(final PixelBlock block) {
		final SpeciesMaps maps = fit.of(block);
		for (int i = 0; i < block.size(); i++) {
			final double variance = maps.reducedChiSquare()[i];
			final int best = weigh(i, variance);
			if (best >= 0) average(i, best, variance, maps);
		}
		return maps;
	}

	/** @return of each pixel and each subset, the logarithm of the probability of the data, less what is common to all */
	float[][] evidence(final PixelBlock block) {
		final SpeciesMaps maps = fit.of(block);
		final float[][] evidence = new float[block.size()][weights.length];
		for (int i = 0; i < evidence.length; i++) {
			final int best = weigh(i, maps.reducedChiSquare()[i]);
			for (int s = 0; s < weights.length; s++) evidence[i][s] = best < 0 ? Float.NEGATIVE_INFINITY : (float) (weights[s] - prior[s] -
				weights[best] + prior[best]);
		}
		return evidence;
	}

	/**
	 * @param variance the pixel's noise
	 * @return the most probable subset; -1 when none has amounts that are all positive, or there is no noise to weigh by
	 */
	private int weigh(final int i, final double variance) {
		if (!(variance > 0)) return -1;
		double squared = fit.misfit().outside[i];
		for (int j = 0; j < target.length; j++) {
			target[j] = fit.targets()[j][i];
			squared += target[j] * target[j];
		}
		for (int j = 0; j < target.length; j++) along[j] = Vectors.dot(all.reduced[j], target);
		return weigh(squared, variance);
	}

	private void average(final int i, final int best, final double variance, final SpeciesMaps maps) {
		sum(best, variance);
		put(i, maps);
		maps.undecided()[i] = isUndecided(best) ? 1 : 0;
	}

	private int weigh(final double squared, final double variance) {
		int best = -1;
		for (int s = 0; s < weights.length; s++) {
			weights[s] = Double.NEGATIVE_INFINITY;
			if (!solve(all.subsets.get(s), amounts[s])) continue;
			squares[s] = squared - explained(all.subsets.get(s), amounts[s]);
			weights[s] = prior[s] + all.penalty[s] - squares[s] / (2 * variance);
			if (best < 0 || weights[s] > weights[best]) best = s;
		}
		return best;
	}

	/** @return whether all amounts are positive */
	private boolean solve(final FreeSet subset, final double[] into) {
		for (int m = 0; m < into.length; m++) {
			into[m] = subset.offset[m] + Vectors.dot(subset.map[m], target);
			if (!(into[m] > 0)) return false;
		}
		return true;
	}

	/** Of a least-squares fit, what it takes off the sum of squares is its amounts times the products of data and columns. */
	private double explained(final FreeSet subset, final double[] found) {
		double sum = 0;
		for (int m = 0; m < found.length; m++) sum += found[m] * along[subset.columns[m]];
		return sum;
	}

	private void sum(final int best, final double variance) {
		Arrays.fill(mean, 0);
		Arrays.fill(square, 0);
		Arrays.fill(probability, 0);
		double total = 0;
		for (int s = 0; s < weights.length; s++) {
			if (!(weights[s] > weights[best] - NEGLIGIBLE)) continue;
			final double weight = Math.exp(weights[s] - weights[best]);
			total += weight;
			add(s, weight, variance);
		}
		for (int j = 0; j < mean.length; j++) {
			mean[j] /= total;
			square[j] /= total;
			probability[j] /= total;
		}
	}

	private void add(final int s, final double weight, final double variance) {
		final int[] columns = all.subsets.get(s).columns;
		double sum = 0;
		for (final double amount : amounts[s]) sum += amount;
		for (int m = 0; m < columns.length; m++) {
			final double fraction = isShares ? amounts[s][m] / sum : amounts[s][m];
			final double factor = isShares ? all.uncertainties.get(s).ofShare(m, fraction, sum) : all.uncertainties.get(s).ofAmount(
				m);
			mean[columns[m]] += weight * fraction;
			square[columns[m]] += weight * (fraction * fraction + variance * Math.max(0, factor));
			probability[columns[m]] += weight;
		}
	}

	private void put(final int i, final SpeciesMaps maps) {
		int likely = 0;
		for (final double p : probability) if (p > LIKELY) likely++;
		for (int j = 0; j < mean.length; j++) {
			final boolean isFree = probability[j] > LIKELY && (likely > 1 || !isShares);
			maps.fractions()[j][i] = (float) mean[j];
			maps.errors()[j][i] = isFree ? (float) Math.sqrt(Math.max(0, square[j] - mean[j] * mean[j])) : Float.NaN;
		}
	}

	/** @return whether the second most probable subset cannot be told from the most probable one by Hamilton's test */
	private boolean isUndecided(final int best) {
		int second = -1;
		for (int s = 0; s < weights.length; s++)
			if (s != best && weights[s] > Double.NEGATIVE_INFINITY && (second < 0 || weights[s] > weights[second])) second = s;
		if (second < 0) return false;
		final int better = squares[second] < squares[best] ? second : best;
		return squares[better] >= asGood[amounts[better].length] * squares[better == best ? second : best];
	}
}
