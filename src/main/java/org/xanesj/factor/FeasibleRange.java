// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.block.Progress;

/**
 * The rotational ambiguity of a resolution: other species explain the same spectra as well, with neither amounts nor
 * spectra below zero. As in MCR-BANDS (Tauler, J. Chemometrics 15, 627 (2001)) the share of every species is made as small
 * and as large as the constraints allow; what lies between is the range. Here the share is that of all edge step, and
 * spectra may fit a little worse than the best, as noise allows: see {@link #limit}.
 *
 * @param solutions species x coordinates each: the one that was found; then for every species that is not fixed the one
 *          with the least, and the one with the most of it
 * @param shares of the species in each of these, of the sum of all amounts
 */
public record FeasibleRange(List<double[][]> solutions, List<double[]> shares) {

	/** Noise is known to this part of its variance, over all that was assumed of it. */
	private static final double KNOWN = 0.1;

	/** Standard deviations of the misfit that are allowed. */
	private static final double DEVIATIONS = 2;

	/** How much of the mean of all species every spectrum gets, to stand a little inside of all bounds at first. */
	private static final double INSIDE = 1e-3;

	/** The second begins, for every species, at the best that was found for any other. */
	private static final int ROUNDS = 2;

	/**
	 * @param found spectra, those that are fixed first
	 * @param fixed how many are
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static FeasibleRange of(final Mixtures data, final double[][] found, final int fixed, final Progress progress) {
		final List<double[][]> solutions = new ArrayList<>();
		solutions.add(found);
		final double[][] inside = inside(data, found, fixed);
		final double limit = Math.max(limit(data, found), (1 + KNOWN) * SubsetAmounts.of(data.scores(), inside, 0).misfit());
		final int free = found.length - fixed;
		final RangeSearch search = new RangeSearch(data, inside, fixed, limit);
		for (int round = 0; round < ROUNDS; round++)
			for (int goal = 0; goal < 2 * free; goal++) {
				progress.advance("Range of every species", 2L * free * round + goal, 2L * free * ROUNDS);
				search.pursue(fixed + goal / 2, goal % 2 == 0 ? -1 : 1);
			}
		solutions.addAll(search.best());
		return new FeasibleRange(List.copyOf(solutions), solutions.stream().map(spectra -> shares(data, spectra)).toList());
	}

	/**
	 * How large the sum of squares may be. Where the true amount of a species is zero, noise makes it negative in half of
	 * the pixels, and holding it at zero leaves the square of one more coordinate of noise: the misfit of the truth is
	 * chi-bar-square distributed, with as many degrees of freedom as amounts are held (Kudô, Biometrika 50, 403 (1963)).
	 * Two standard deviations of that are allowed, and a tenth for what is not known of the noise.
	 */
	private static double limit(final Mixtures data, final double[][] found) {
		final SubsetAmounts amounts = SubsetAmounts.of(data.scores(), found, 0);
		final double degrees = Math.max(amounts.held(), (double) found.length * found.length);
		return (1 + KNOWN) * Math.max(amounts.misfit(), degrees) + DEVIATIONS * Math.sqrt(2 * degrees);
	}

	/** @return the same with another solution before all others: the one that is shown */
	public FeasibleRange with(final Mixtures data, final double[][] shown) {
		final List<double[][]> all = new ArrayList<>(solutions);
		all.add(0, shown);
		final List<double[]> allShares = new ArrayList<>(shares);
		allShares.add(0, shares(data, shown));
		return new FeasibleRange(List.copyOf(all), List.copyOf(allShares));
	}

	private static double[][] inside(final Mixtures data, final double[][] found, final int fixed) {
		final int n = data.scores().length;
		final double[] mean = IntStream.range(0, n).mapToDouble(c -> IntStream.range(0, data.pixels()).mapToDouble(p -> data
			.scores()[c][p]).sum()).toArray();
		final double step = data.cone().step(mean);
		final double[][] inside = found.clone();
		for (int k = fixed; k < found.length; k++) {
			inside[k] = new double[n];
			for (int c = 0; c < n; c++) inside[k][c] = (1 - INSIDE) * found[k][c] + INSIDE * mean[c] / step;
		}
		return inside;
	}

	/** @return of the sum of all amounts, by species */
	static double[] shares(final Mixtures data, final double[][] spectra) {
		final double[] shares = new double[spectra.length];
		final double[][] amounts = SubsetAmounts.of(data.scores(), spectra, 0).values();
		double total = 0;
		for (int k = 0; k < shares.length; k++) for (final double amount : amounts[k]) {
			shares[k] += amount;
			total += amount;
		}
		for (int k = 0; k < shares.length; k++) shares[k] /= total;
		return shares;
	}

	/** @return the least share of a species in any solution */
	public double least(final int species) {
		return shares.stream().mapToDouble(s -> s[species]).min().orElseThrow();
	}

	/** @return the largest */
	public double most(final int species) {
		return shares.stream().mapToDouble(s -> s[species]).max().orElseThrow();
	}
}
