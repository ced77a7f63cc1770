// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Edge energy, white line and pre-edge peak of spectra on one energy axis, each with its error. All are found on smooth
 * curves whose points are weighted sums of the spectrum (see {@link LocalPolynomial}, {@link SmoothCurve}), the same
 * sums for every spectrum: a reference on the same energies is treated exactly as a pixel.
 *
 * <pre>
 * EdgeAnalysis analysis = EdgeAnalysis.of(mean, sample, noise, e0, background, EdgeAnalysis.Options.DEFAULT);
 * analysis.of(spectrum, sigma).values()[0]; // its edge energy in eV
 * </pre>
 */
public final class EdgeAnalysis implements Serializable {

	private static final long serialVersionUID = 1L;

	/**
	 * The steepest slope over its standard error: noise alone has one of 3 or 4 somewhere in the window. And the edge step
	 * over its own, and a pre-edge area over its own: a ratio to something less certain has no normal error.
	 */
	public static final double SIGNIFICANT = 5;

	private static final int FEWEST = 9;

	private final List<Quantity> quantities;
	private final SteepestPoint steepest;
	private final List<Functional> functionals;
	private final boolean isSteepest;
	private final double[] step;
	private final List<String> notes;

	/**
	 * @param method what is called the edge energy
	 * @param window how far from the edge of the mean spectrum that of a pixel is looked for, in eV
	 * @param level of the half-height method
	 * @param lower level of the integral method
	 * @param upper level of it
	 * @param peak where the pre-edge peak lies; null when there is none to be measured
	 * @param smoothing half width of all smoothing windows in eV; 0: as little as true errors need, for each its own
	 */
	public record Options(EdgeMethod method, double window, double level, double lower, double upper, PeakWindow peak,
		double smoothing)
	{

		/** The largest derivative within 10 eV; levels 0.5, and 0.15 to 1 as Dau et al. (2003) use; no pre-edge peak. */
		public static final Options DEFAULT = new Options(EdgeMethod.DERIVATIVE, 10, 0.5, 0.15, 1, null, 0);

		/** @throws InputException when the window is not positive, or the levels are not between 0 and 2 and rising */
		public Options {
			if (!(window > 0) || Double.isInfinite(window)) throw new InputException("window is " + window + " eV.",
				"Give a positive number of eV; 10 is usual.");
			if (!(lower > 0 && upper > lower && upper <= 2)) throw new InputException("The levels of the integral method are " +
				lower + " and " + upper + ".", "Give level_from above 0 and level_to above it, at most 2; 0.15 and 1 are usual.");
			if (!(smoothing >= 0) || smoothing > window) throw new InputException("smoothing is ±" + smoothing +
				" eV in a search window of ±" + window + " eV.", "Give a half width no larger than the window, or 0 for automatic.");
			if (!(level > 0 && level < 2)) throw new InputException("The level of the half-height method is " + level + ".",
				"Give a share of the edge step between 0 and 2.");
		}

		public Options with(final EdgeMethod other) {
			return new Options(other, window, level, lower, upper, peak, smoothing);
		}

		public Options withWindow(final double other) {
			return new Options(method, other, level, lower, upper, peak, smoothing);
		}

		public Options withLevels(final double from, final double to) {
			return new Options(method, window, level, from, to, peak, smoothing);
		}

		public Options with(final PeakWindow other) {
			return new Options(method, window, level, lower, upper, other, smoothing);
		}

		public Options withSmoothing(final double other) {
			return new Options(method, window, level, lower, upper, peak, other);
		}
	}

	private EdgeAnalysis(final SteepestPoint steepest, final boolean isSteepest, final List<Functional> functionals,
		final double[] step, final List<String> notes)
	{
		this.steepest = steepest;
		this.isSteepest = isSteepest;
		this.functionals = functionals;
		this.step = step;
		this.notes = notes;
		quantities = new ArrayList<>(isSteepest ? List.of(Quantity.E0) : List.of());
		for (final Functional functional : functionals) quantities.addAll(functional.quantities());
	}

	/**
	 * @param mean of the spectra to be analysed
	 * @param sample some of them, by which the smoothing is chosen
	 * @param noise of theirs
	 * @param e0 an energy on the edge of the mean, in eV: the middle of the search window
	 * @param background how spectra on these energies are normalised
	 * @throws InputException when there are too few energies, or the mean has no steepest point in the window
	 */
	public static EdgeAnalysis of(final Spectrum mean, final List<double[]> sample, final PixelNoise noise,
		final double e0, final Background background, final Options options)
	{
		final EnergyAxis axis = mean.energies();
		if (axis.size() < FEWEST || e0 <= axis.first() || e0 >= axis.last()) throw new InputException(mean.name() +
			": no edge can be measured at " + EnergyAxis.label(e0) + " with " + axis + ".", "At least " + FEWEST +
				" energies around the edge are needed.");
		final EdgeTuning tuning = new EdgeTuning(mean, sample, noise, e0, background, options.window, options.smoothing);
		final SteepestPoint steepest = tuning.steepest();
		final SteepestPoint.Found found = steepest.of(mean.values());
		if (!found.energy().isKnown()) throw new InputException(mean.name() + " is steepest at an end of the window " +
			EnergyAxis.label(e0 - options.window) + " to " + EnergyAxis.label(e0 + options.window) + ".",
			"Give a wider window, or check the mask and the energies.");
		final List<Functional> functionals = new ArrayList<>();
		if (options.method == EdgeMethod.HALF_HEIGHT) functionals.add(tuning.halfHeight(options.level));
		if (options.method == EdgeMethod.INTEGRAL) functionals.add(tuning.integral(options.lower, options.upper));
		functionals.add(tuning.whiteLine(found.energy().value()));
		if (options.peak != null) tuning.preEdge(options.peak, found.slope().value()).ifPresent(functionals::add);
		return new EdgeAnalysis(steepest, options.method == EdgeMethod.DERIVATIVE, functionals, background
			.step(), tuning.notes());
	}

	/** @return what is measured, in this order */
	public List<Quantity> quantities() {
		return List.copyOf(quantities);
	}

	/** @return what was chosen, one sentence each */
	public List<String> notes() {
		return notes;
	}

	/**
	 * @param spectrum absorption at the energies that this was made for
	 * @param sigma standard deviation of its noise at each
	 * @return NaN in all when no value of the derivative stands out of the noise, or one is not finite
	 */
	public EdgeNumbers of(final double[] spectrum, final double[] sigma) {
		final EdgeNumbers numbers = EdgeNumbers.unknown(quantities.size());
		final Optional<List<Estimate>> found = estimates(spectrum, sigma);
		if (found.isEmpty()) return numbers;
		final double[] values = new double[quantities.size()];
		final double[] errors = new double[values.length];
		for (int q = 0; q < values.length; q++) {
			values[q] = found.get().get(q).value();
			errors[q] = found.get().get(q).error(sigma);
		}
		forgetCentroidOfNothing(values, errors);
		return new EdgeNumbers(values, errors);
	}

	/** @return one estimate for each quantity; empty when there is no edge above the noise */
	Optional<List<Estimate>> estimates(final double[] spectrum, final double[] sigma) {
		for (final double value : spectrum) if (!Double.isFinite(value)) return Optional.empty();
		final SteepestPoint.Found edge = steepest.of(spectrum);
		if (!(edge.slope().value() > SIGNIFICANT * edge.slope().error(sigma))) return Optional.empty();
		final List<Estimate> all = new ArrayList<>();
		if (isSteepest) all.add(edge.energy());
		final Estimate step = Estimate.sum(this.step, spectrum);
		final Estimate jump = step.value() > SIGNIFICANT * step.error(sigma) ? step : Estimate.unknown(spectrum.length);
		for (final Functional functional : functionals) all.addAll(functional.of(spectrum, edge.energy().value(), jump));
		return Optional.of(all);
	}

	private void forgetCentroidOfNothing(final double[] values, final double[] errors) {
		final int centroid = quantities.indexOf(Quantity.PRE_EDGE_CENTROID);
		final int area = quantities.indexOf(Quantity.PRE_EDGE_AREA);
		if (centroid >= 0 && !(values[area] > SIGNIFICANT * errors[area])) values[centroid] = errors[centroid] =
			Double.NaN;
	}
}
