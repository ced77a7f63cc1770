// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.Arrays;

import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Finds E0 as Larch does ({@code find_e0} of {@code larch/xafs/pre_edge.py}, 2025): the point of the grid with the
 * largest derivative whose two neighbours are steep as well, first as measured, then smoothed within 75 points of
 * that. A value finer than the grid is the business of edge energy maps, not of normalisation.
 */
public final class EdgeFinder {

	/** Below this Larch's second search has no point left to look at. */
	private static final int ENOUGH_TO_SMOOTH = 14;

	private EdgeFinder() {}

	/**
	 * @param spectrum absorption; of fewer than 14 energies the steepest inner point is taken
	 * @return E0 in eV, one of the spectrum's energies
	 * @throws InputException when a value is not finite
	 */
	public static double e0(final Spectrum spectrum) {
		FiniteValues.require(spectrum);
		final double[] energies = spectrum.energies().toArray();
		final double[] mu = spectrum.values();
		final int n = energies.length;
		if (n < ENOUGH_TO_SMOOTH) return energies[steepestInner(energies, mu)];
		// like Larch, each search leaves out the last point of what it is given
		final double[] shortened = Arrays.copyOf(energies, n - 1);
		final int coarse = steepest(Derivative.of(shortened, Arrays.copyOf(mu, n - 1)));
		double centre = energies[coarse];
		int from = Math.max(3, coarse - 75);
		int to = Math.min(coarse + 75, n - 3);
		if (coarse < 0.05 * n) { // a glitch at the start of the scan rather than an edge
			centre = Arrays.stream(energies).average().orElseThrow();
			from = Math.max(3, coarse - 20);
			to = n - 3;
		}
		final double width = 0.5 * (clip(typicalStep(shortened)) + clip(centre / 25000));
		final double[] near = Arrays.copyOfRange(energies, from, to - 1);
		final double[] slope = Derivative.of(near, Arrays.copyOfRange(mu, from, to - 1));
		final int fine = steepest(LorentzianSmoothing.apply(near, slope, width));
		return fine < 1 ? energies[from + 2] : near[fine];
	}

	private static int steepestInner(final double[] energies, final double[] mu) {
		if (energies.length < 3) return 0;
		final double[] slope = Derivative.of(energies, mu);
		int best = 1;
		for (int i = 2; i < slope.length - 1; i++) if (slope[i] > slope[best]) best = i;
		return best;
	}

	/** @return the index of the largest slope between two steep neighbours, ends excluded; 0 when there is none */
	private static int steepest(final double[] slope) {
		final int skipped = Math.max(3, (int) (slope.length * 0.02));
		final double[] inner = Arrays.copyOfRange(slope, skipped, slope.length - skipped);
		final double min = Arrays.stream(inner).min().orElseThrow();
		final double range = Math.max(1e-10, Arrays.stream(inner).max().orElseThrow() - min);
		final double[] scaled = Arrays.stream(slope).map(s -> (s - min) / range).toArray();
		final double threshold = steepThreshold(scaled);
		int best = 0;
		double largest = 0;
		for (int i = skipped; i <= Math.min(slope.length - skipped, slope.length - 2); i++) {
			if (scaled[i] > threshold && scaled[i - 1] > threshold && scaled[i + 1] > threshold && scaled[i] > largest) {
				best = i;
				largest = scaled[i];
			}
		}
		return best;
	}

	/** What counts as steep: lowered at most twice when hardly a point does; then every point counts. */
	private static double steepThreshold(final double[] scaled) {
		double threshold = scaled.length > 20 ? 0.6 : 0.3;
		if (countAbove(scaled, threshold) >= 3) return threshold;
		threshold *= 0.5;
		if (countAbove(scaled, threshold) > 3) return threshold;
		threshold *= 0.5;
		return countAbove(scaled, threshold) >= 3 ? threshold : Double.NEGATIVE_INFINITY;
	}

	private static long countAbove(final double[] values, final double threshold) {
		return Arrays.stream(values).filter(v -> v > threshold).count();
	}

	/** The mean of the ten smallest steps, the very smallest 1 % ignored; NaN below 100 points, as in Larch. */
	private static double typicalStep(final double[] energies) {
		final int skipped = (int) (0.01 * energies.length);
		if (skipped == 0) return Double.NaN;
		final double[] steps = new double[energies.length - 2 - 2 * skipped];
		for (int i = 0; i < steps.length; i++) steps[i] = energies[skipped + i + 1] - energies[skipped + i];
		Arrays.sort(steps);
		return Arrays.stream(steps, skipped, Math.min(steps.length, skipped + 10)).average().orElse(Double.NaN);
	}

	/** Into 0.01 to 1 eV; 1 when not known. */
	private static double clip(final double step) {
		return Double.isNaN(step) ? 1 : Math.max(0.01, Math.min(1, step));
	}
}
