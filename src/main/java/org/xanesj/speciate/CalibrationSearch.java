// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xanesj.fit.Calibration;
import org.xanesj.fit.Calibration.Parameter;
import org.xanesj.fit.CalibrationFit;
import org.xanesj.fit.CalibrationTarget;
import org.xanesj.fit.CombinationFit;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Looks for the calibration on which the means of the clusters agree. Which references explain a cluster depends on the
 * calibration and the other way round: each is found in turn until neither changes. A cluster is weighed by its own
 * misfit where that exceeds its noise: the likelihood's maximum when each has a model error of its own. So clusters of a
 * species that is not in the library do not bend it.
 */
final class CalibrationSearch {

	/** Of the edge step: what straight lines for the matrix and between the points of references leave. */
	private static final double MODEL_ERROR = 0.001;

	private static final int ROUNDS = 20;

	/** It has settled when no number moves by more than this part of its error. */
	private static final double SETTLED = 0.1;

	private final Fitting fitting;
	private final EnergyAxis window;
	private final List<Spectrum> library;
	private final List<Spectrum> means = new ArrayList<>();
	private final List<Long> sizes = new ArrayList<>();

	private CalibrationSearch(final Fitting fitting, final SpectralClusters clusters, final List<Spectrum> library,
		final EnergyAxis window)
	{
		this.fitting = fitting;
		this.library = library;
		this.window = window;
		for (int c = 0; c < clusters.count(); c++) {
			if (!(fitting.step(best(clusters.means().get(c), clusters.sizes()[c], library)) > 0)) continue;
			means.add(clusters.means().get(c));
			sizes.add(clusters.sizes()[c]);
		}
	}

	/** @return how the clusters are explained by the library as it is */
	static Result asItIs(final Fitting fitting, final SpectralClusters clusters, final List<Spectrum> library,
		final EnergyAxis window)
	{
		final CalibrationSearch search = new CalibrationSearch(fitting, clusters, library, window);
		return search.new Result(new CalibrationFit(Calibration.NONE, Map.of(), 0, 0));
	}

	private CombinationFit best(final Spectrum mean, final long pixels, final List<Spectrum> references) {
		return fitting.fit(mean, pixels, references).get(0).fit();
	}

	/** How a calibration explains the clusters, by the best combination of each. */
	final class Result {

		private final CalibrationFit fit;
		private final List<CalibrationTarget> targets = new ArrayList<>();
		private final double[] reduced;

		private Result(final CalibrationFit fit) {
			this.fit = fit;
			final Calibration calibration = fit.calibration();
			final List<Spectrum> references = calibration.equals(Calibration.NONE) ? library : calibration.apply(library,
				window);
			reduced = new double[means.size()];
			for (int c = 0; c < reduced.length; c++) {
				final CombinationFit best = best(means.get(c), sizes.get(c), references);
				final List<String> names = best.components().stream().map(CombinationFit.Component::name).toList();
				final double floor = MODEL_ERROR * fitting.step(best);
				final double[] noise = Arrays.stream(fitting.noise(sizes.get(c))).map(n -> Math.hypot(n, floor)).toArray();
				final List<Spectrum> some = library.stream().filter(r -> names.contains(r.name())).toList();
				final double chiSquare = new CalibrationTarget(means.get(c), some, fitting.weighed(noise)).fit(calibration)
					.reducedChiSquare();
				reduced[c] = Double.isNaN(chiSquare) ? 1 : Math.max(1, chiSquare);
				final double scale = Math.sqrt(reduced[c]);
				targets.add(new CalibrationTarget(means.get(c), some, fitting.weighed(Arrays.stream(noise).map(n -> scale * n)
					.toArray())));
			}
		}

		/** @return the calibration by some numbers with which this one begins */
		Result searched(final Set<Parameter> parameters) {
			Result result = this;
			for (int round = 0; round < ROUNDS && !targets.isEmpty() && !parameters.isEmpty(); round++) {
				final Result next = new Result(CalibrationFit.of(result.targets, parameters).withKnownNoise());
				final boolean settled = round > 0 && next.isAsGoodAs(result);
				result = next;
				if (settled) break;
			}
			return result;
		}

		private boolean isAsGoodAs(final Result other) {
			return Arrays.stream(Parameter.values()).allMatch(p -> {
				final double moved = Math.abs(fit.calibration().value(p) - other.fit.calibration().value(p));
				return moved == 0 || moved <= SETTLED * fit.error(p);
			});
		}

		CalibrationFit fit() {
			return fit;
		}

		int clusters() {
			return targets.size();
		}

		/** @return how many numbers are explained */
		int points() {
			return window.size() * targets.size();
		}

		/** @return twice the logarithm of the likelihood that is lost by misfits beyond the noise */
		double excess() {
			return window.size() * Arrays.stream(reduced).map(Math::log).sum();
		}

		/** @return of the fits of the clusters, 1 where it is less */
		double medianReducedChiSquare() {
			final double[] sorted = reduced.clone();
			Arrays.sort(sorted);
			return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
		}
	}
}
