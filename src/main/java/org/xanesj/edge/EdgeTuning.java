// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

import org.xanesj.stack.Spectrum;

/** Makes what measures edges fit for the noise of a pixel: each has a smoothing window of its own. */
final class EdgeTuning {

	private final Spectrum mean;
	private final long pixels;
	private final double e0;
	private final double[] sigma;
	private final Background background;
	private final double window;
	private final List<String> notes = new ArrayList<>();

	EdgeTuning(final Spectrum mean, final long pixels, final double e0, final double[] sigma,
		final Background background, final double window)
	{
		this.mean = mean;
		this.pixels = pixels;
		this.e0 = e0;
		this.sigma = sigma;
		this.background = background;
		this.window = window;
	}

	SteepestPoint steepest() {
		final Smoothing smoothing = new Smoothing(mean.energies(), e0 - window, e0 + window);
		final Bandwidth chosen = choose(h -> new SteepestPoint(smoothing.slopes(h), 0).of(mean.values()).energy(),
			Bandwidth.OF_A_MAXIMUM);
		notes.add(String.format(Locale.ROOT, "The derivative is smoothed over ±%.2f eV%s.", chosen.halfWidth(), chosen
			.bias() == 0 ? "" : String.format(Locale.ROOT, ", which moves E0 of the mean spectrum by %+.3f eV: taken off " +
				"everywhere", chosen.bias())));
		return new SteepestPoint(smoothing.slopes(chosen.halfWidth()), chosen.bias());
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
		final double halfWidth = choose(h -> made.apply(h).of(mean.values(), e0).get(0), Bandwidth.OF_A_CROSSING)
			.halfWidth();
		notes.add(String.format(Locale.ROOT, "The normalised absorption at the edge is smoothed over ±%.2f eV.", halfWidth));
		return halfWidth;
	}

	WhiteLine whiteLine(final double steepest) {
		final Bandwidth chosen = choose(h -> whiteLine(h, steepest).of(mean.values(), steepest).get(0),
			Bandwidth.OF_A_MAXIMUM);
		notes.add(String.format(Locale.ROOT, "The white line is smoothed over ±%.2f eV.", chosen.halfWidth()));
		return whiteLine(chosen.halfWidth(), steepest);
	}

	private WhiteLine whiteLine(final double halfWidth, final double steepest) {
		return WhiteLine.of(edge().values(halfWidth, background), background.step(), mean.values(), steepest);
	}

	/** @param slope the steepest of the mean spectrum, per eV */
	Optional<PreEdge> preEdge(final PeakWindow peak, final double slope) {
		final double width = 2 * Rows.dot(background.step(), mean.values()) / (Math.PI * slope);
		final PreEdge found = PreEdge.of(mean.energies(), peak, e0 - window, e0 + window, width, background.step());
		notes.add(String.format(Locale.ROOT, found.isPossible()
			? "The pre-edge peak is measured from %.2f to %.2f eV, over a baseline fitted beside it." :
			"There are not enough energies beside the pre-edge peak, %.2f to %.2f eV, for a baseline.", peak.from(), peak
				.to()));
		return found.isPossible() ? Optional.of(found) : Optional.empty();
	}

	private Smoothing edge() {
		return new Smoothing(mean.energies(), e0 - window, e0 + window + WhiteLine.RANGE);
	}

	private Bandwidth choose(final DoubleFunction<Estimate> ofMean, final double largest) {
		final double[] widths = new Smoothing(mean.energies(), e0 - window, e0 + window).widths();
		return Bandwidth.choose(widths, ofMean, sigma, pixels, largest);
	}

	/** @return what was chosen so far */
	List<String> notes() {
		return List.copyOf(notes);
	}
}
