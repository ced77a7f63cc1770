// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

import org.xanesj.stack.Spectrum;

/** Makes what measures edges fit for the noise of a pixel: each has a smoothing window of its own. */
final class EdgeTuning {

	private final Spectrum mean;
	private final List<double[]> sample;
	private final PixelNoise noise;
	private final double e0;
	private final Background background;
	private final double window;
	private final double smoothing;
	private final List<String> notes = new ArrayList<>();

	EdgeTuning(final Spectrum mean, final List<double[]> sample, final PixelNoise noise, final double e0,
		final Background background, final double window, final double smoothing)
	{
		this.mean = mean;
		this.sample = sample;
		this.noise = noise;
		this.e0 = e0;
		this.background = background;
		this.window = window;
		this.smoothing = smoothing;
	}

	SteepestPoint steepest() {
		final Smoothing smoothing = new Smoothing(mean.energies(), e0 - window, e0 + window);
		final DoubleFunction<SteepestPoint> made = h -> new SteepestPoint(smoothing.slopes(h));
		final Bandwidth chosen = choose(h -> {
			final SteepestPoint point = made.apply(h);
			return spectrum -> point.of(spectrum).energy();
		});
		final double least = smoothing.widths()[0];
		notes.add(String.format(Locale.ROOT, "The derivative is smoothed over %s. The mean spectrum is steepest at %.3f eV " +
			"then, and at %.3f eV with ±%.2f eV: edge energies that were smoothed differently do not compare.", chosen, made
				.apply(chosen.halfWidth()).of(mean.values()).energy().value(), made.apply(least).of(mean.values()).energy()
					.value(), least));
		return made.apply(chosen.halfWidth());
	}

	HalfHeight halfHeight(final double level) {
		final DoubleFunction<HalfHeight> made = h -> HalfHeight.of(edge().values(h, background), level, background.step());
		return made.apply(crossing(made));
	}

	IntegralEnergy integral(final double lower, final double upper) {
		final DoubleFunction<IntegralEnergy> made = h -> IntegralEnergy.of(edge().values(h, background), background.step(),
			lower, upper);
		return made.apply(crossing(made));
	}

	private double crossing(final DoubleFunction<? extends Functional> made) {
		final Bandwidth chosen = choose(h -> first(made.apply(h), e0));
		notes.add("The normalised absorption at the edge is smoothed over " + chosen + ".");
		return chosen.halfWidth();
	}

	WhiteLine whiteLine(final double steepest) {
		final Bandwidth chosen = choose(h -> first(whiteLine(h, steepest), steepest));
		notes.add("The white line is smoothed over " + chosen + ".");
		return whiteLine(chosen.halfWidth(), steepest);
	}

	private Function<double[], Estimate> first(final Functional functional, final double steepest) {
		return spectrum -> functional.of(spectrum, steepest, Estimate.sum(background.step(), spectrum)).get(0);
	}

	private WhiteLine whiteLine(final double halfWidth, final double steepest) {
		return WhiteLine.of(edge().values(halfWidth, background), background.step(), mean.values(), steepest);
	}

	/** @param slope the steepest of the mean spectrum, per eV */
	Optional<PreEdge> preEdge(final PeakWindow peak, final double slope) {
		final double width = 2 * Rows.dot(background.step(), mean.values()) / (Math.PI * slope);
		final PreEdge found = PreEdge.of(mean.energies(), peak, e0 - window, e0 + window, width);
		notes.add(String.format(Locale.ROOT, found.isPossible()
			? "The pre-edge peak is measured from %.2f to %.2f eV, over a baseline fitted beside it." :
			"There are not enough energies beside the pre-edge peak, %.2f to %.2f eV, for a baseline.", peak.from(), peak
				.to()));
		return found.isPossible() ? Optional.of(found) : Optional.empty();
	}

	/** From below the window, where a low level may be passed, to the white line. */
	private Smoothing edge() {
		return new Smoothing(mean.energies(), e0 - 2 * window, e0 + window + WhiteLine.RANGE);
	}

	private Bandwidth choose(final DoubleFunction<Function<double[], Estimate>> measurement) {
		final double[] widths = smoothing > 0 ? new double[] { smoothing } : new Smoothing(mean.energies(), e0 - window, e0 + window).widths();
		return Bandwidth.choose(widths, measurement, sample, noise);
	}

	/** @return what was chosen so far */
	List<String> notes() {
		return List.copyOf(notes);
	}
}
