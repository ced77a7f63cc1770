// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.xanesj.block.BlockTask;
import org.xanesj.block.Runner;
import org.xanesj.fit.CalibrationPrior;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.Combinations;
import org.xanesj.fit.CoreHole;
import org.xanesj.fit.Design;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.FitWindow;
import org.xanesj.fit.Hamilton;
import org.xanesj.fit.InUse;
import org.xanesj.fit.Interpolation;
import org.xanesj.fit.MovableReference;
import org.xanesj.fit.Noise;
import org.xanesj.fit.PixelBootstrap;
import org.xanesj.fit.PixelFit;
import org.xanesj.fit.PixelPosterior;
import org.xanesj.fit.Posterior;
import org.xanesj.fit.RankedFit;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * Fits of cluster means and of pixels by references, in one of the two ways: absorption with a free line, weighed by
 * the noise that was found; or normalised absorption, with the noise of the normalisation carried through.
 */
public final class Fitting {

	/** A reduced chi-square above this is no matter of noise: the misfit is more than three times as large. */
	private static final double MISFIT = 10;

	/** Pixels from which it is learned how common each set of references is, at most. */
	private static final int LEARNED = 4000;

	private final Mode mode;
	private final int components;
	private final SpectralImage image;
	private final EdgeRegion edge;
	private final SpeciateOptions options;
	private final NormalizationOperator operator;
	private final FittedForm form;
	private final double[] sigma;
	private final Hamilton hamilton;
	private final CoreHole coreHole;
	private final Runner runner;

	private Fitting(final Groundwork ground, final SpeciateOptions options, final Runner runner) {
		mode = ground.mode();
		components = ground.components();
		image = ground.image();
		edge = ground.edge();
		this.options = options;
		this.runner = runner;
		sigma = everywhere(ground);
		operator = NormalizationOperator.of(options.normalization(), image.energies(), edge.e0(),
			Normalization.Options.AUTOMATIC);
		form = FittedForm.of(options.fit(), operator, image.energies());
		coreHole = options.coreHole() > 0 ? new CoreHole(options.coreHole(), "as given") : CoreHole.of(image.info().element(),
			image.info().edge(), edge.e0());
		hamilton = Hamilton.of(ground.axis(), coreHole);
	}

	public static Fitting of(final Groundwork ground, final SpeciateOptions options, final Runner runner) {
		return new Fitting(ground, options, runner);
	}

	/** The noise at all energies of the stack: outside the window, where it was not looked for, that of the nearest inside. */
	private static double[] everywhere(final Groundwork ground) {
		final int[] window = ground.window();
		final double[] sigma = new double[ground.image().energies().size()];
		int nearest = 0;
		for (int e = 0; e < sigma.length; e++) {
			while (nearest < window.length - 1 && Math.abs(window[nearest + 1] - e) <= Math.abs(window[nearest] - e)) nearest++;
			sigma[e] = ground.noise().sigma()[nearest];
		}
		return sigma;
	}

	/** The weights of subsets stand on independent noise, which normalisation does not leave. */
	private ErrorBars errors() {
		final ErrorBars asked = options.certainty().errors();
		if (asked != ErrorBars.AUTO) return asked;
		return options.fit() == FitWay.BASELINE ? ErrorBars.BAYESIAN : ErrorBars.FIT;
	}

	/** @return what was assumed, one sentence each */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (options.normalization() == NormalizationMethod.AUTO) notes.add("References are " + (operator
			.method() == NormalizationMethod.NONE
				? "used as they are given: the stack is too short for an edge step, and fractions are shares of the references' own units."
				: "normalised by Larch's rules, " + (options.fit() == FitWay.BASELINE ? "each on its own range, unless its file calls it normalised."
					: "in the same windows as the data.")));
		else if (!hasUnitSteps()) notes.add("References are not divided by an edge step (normalization=" + operator.method()
			.macroValue() + "): fractions are shares of their own units.");
		if (!hasUnitSteps() && options.fit() == FitWay.BASELINE) notes.add(
			"The edge step in quality.tif is the sum of the amounts, in units of the references.");
		if (!options.constraint().isSumToOne()) notes.add("Fractions are amounts, in units of the references (sum_to_one=false).");
		if (!options.constraint().isNonNegative()) notes.add("Fractions may be negative: no species is ruled out by its sign.");
		form.note().ifPresent(notes::add);
		if (options.fit().isNormalized()) notes.add("Reduced chi-squares are not weighted by the noise, as in Larch.");
		form.doubt().ifPresent(notes::add);
		notes.add(String.format(Locale.ROOT, "Hamilton's test counts %.1f independent points: core-hole width %.2f eV (%s).",
			hamilton.independentPoints(), coreHole.width(), coreHole.source()));
		return notes;
	}

	/** @return what is assumed of the fits of pixels, beside what is assumed of all */
	public Optional<String> noteOfPixels() {
		return errors() != ErrorBars.BAYESIAN ? Optional.empty() : Optional.of("Fractions of pixels and their errors are averaged " +
			"over the sets of these references, by how common a set is here and how probable the pixel makes it (errors=fit: one fit by all).");
	}

	/** @return the references as they are fitted */
	public ReferenceLibrary prepared(final ReferenceLibrary library) {
		final EnergyAxis axis = image.energies();
		return PreparedReferences.of(library, axis, axis.select(edge.window().indices()), options.fit(), options
			.normalization(), operator);
	}

	/** @return each cluster with the fits of its mean spectrum; without references only the spectra */
	public List<ClusterResult> clusters(final SpectralClusters clusters, final List<Spectrum> references) {
		final List<ClusterResult> results = new ArrayList<>();
		for (int c = 1; c <= clusters.count(); c++)
			results.add(cluster(c, clusters.means().get(c - 1), clusters.sizes()[c - 1], references));
		return results;
	}

	/** @return what the mean spectrum of so many pixels is made of */
	ClusterResult cluster(final int number, final Spectrum mean, final long size, final List<Spectrum> references) {
		final List<RankedFit> fits = references.isEmpty() ? List.of() : fit(mean, size, references);
		final Optional<CombinationFit> best = fits.stream().findFirst().map(RankedFit::fit);
		return new ClusterResult(number, size, (double) size / edge.mask().count(), prepared(mean), fits, posterior(mean, references), Species
			.name(number, best, best.map(this::step).orElse(0.0)));
	}

	/**
	 * @param spectrum absorption on the energies of the stack, the mean of so many pixels
	 * @return the best combinations of a few references for it
	 */
	public List<RankedFit> fit(final Spectrum spectrum, final long pixels, final List<Spectrum> references) {
		return Combinations.fit(prepared(spectrum), references, options.maxSpecies(), fitOptions(spectrum, pixels), hamilton,
			runner.progress());
	}

	/**
	 * The same with references that may each lie a little higher or lower in energy.
	 *
	 * @param most the largest shift in eV, either way
	 */
	public List<RankedFit> fit(final Spectrum spectrum, final long pixels, final List<MovableReference> references,
		final double most)
	{
		return Combinations.fit(prepared(spectrum), references, most, options.maxSpecies(), fitOptions(spectrum, pixels),
			hamilton, runner.progress());
	}

	/** @return the references as they are fitted when they are moved, for those of a library that can be */
	public List<MovableReference> movable(final ReferenceLibrary library) {
		return PreparedReferences.movable(library, prepared(library), image.energies().select(edge.window().indices()), form);
	}

	/**
	 * @param spectrum absorption on the energies of the stack
	 * @return what is believed of its composition, its references perhaps a little off; nothing without references, where
	 *         fractions may be negative, and in the classic way, in which the noise is not independent
	 */
	public Optional<Posterior> posterior(final Spectrum spectrum, final List<Spectrum> references) {
		if (references.isEmpty() || options.fit() != FitWay.BASELINE || !options.constraint().isNonNegative()) return Optional
			.empty();
		return Optional.of(Posterior.of(spectrum, references, options.maxSpecies(), CalibrationPrior.DEFAULT, fitOptions(
			spectrum, 1), runner.progress()));
	}

	/** @return a spectrum of the stack as it is fitted: itself, or normalised, flattened, or the derivative of that */
	public Spectrum prepared(final Spectrum spectrum) {
		return spectrum.with(form.of(spectrum.values()));
	}

	/** References that were not normalised have no edge step of 1, and their amounts no meaning as one. */
	double step(final CombinationFit fit) {
		return hasUnitSteps() && options.fit() != FitWay.DERIVATIVE ? fit.edgeStep() : fit.height();
	}

	/** @return whether absorption is fitted over a free line, weighed by its noise */
	boolean isBaseline() {
		return options.fit() == FitWay.BASELINE;
	}

	boolean hasUnitSteps() {
		return operator.method() == NormalizationMethod.LARCH || operator.method() == NormalizationMethod.AREA;
	}

	/** @return the references that are fitted in every pixel: those in use in a cluster */
	public List<Spectrum> inUse(final List<ClusterResult> results, final List<Spectrum> references) {
		final List<String> names = InUse.DEFAULT.names(results.stream().flatMap(r -> r.best().stream()).toList());
		return largest(references.stream().filter(r -> names.contains(r.name())).toList(), results);
	}

	/** What is in use, of too many those of which there is most. */
	private static List<Spectrum> largest(final List<Spectrum> inUse, final List<ClusterResult> results) {
		if (inUse.size() <= PixelFit.MOST_REFERENCES) return inUse;
		final ToDoubleFunction<Spectrum> amount = reference -> results.stream().mapToDouble(r -> r.pixels() * r.amount(reference
			.name())).sum();
		final Set<String> kept = inUse.stream().sorted(Comparator.comparingDouble(amount).reversed()).limit(
			PixelFit.MOST_REFERENCES).map(Spectrum::name).collect(Collectors.toSet());
		return inUse.stream().filter(r -> kept.contains(r.name())).toList();
	}

	/** @return a warning when the best fit misses a spectrum by much more than its noise */
	public Optional<String> misfit(final String spectrum, final List<RankedFit> fits) {
		final double excess = fits.get(0).fit().reducedChiSquare();
		if (options.fit() != FitWay.BASELINE || !(excess > MISFIT)) return Optional.empty();
		return Optional.of(String.format(Locale.ROOT, "The best fit of %s misses it by %.0f times its noise (reduced chi-square " +
			"%.4g): a species may be missing, references may not be quite right, or max_species=%d too low; errors do not hold.",
			spectrum, Math.sqrt(excess), excess, options.maxSpecies()));
	}

	/** @return these references fitted in every pixel of the mask */
	public SpeciesMaps map(final List<Spectrum> references) {
		MapsInMemory.require(image, references.size());
		final SpeciesMaps maps = SpeciesMaps.unknown(references.stream().map(Spectrum::name).toList(), (int) image.size());
		runner.run("Fitting every pixel", image, edge.mask(), ofPixels(references), (block, part) -> maps.put(part, (int) block
			.first(), block.inside(edge.mask())));
		return maps;
	}

	/** @return the fit of these references in the pixels of a block, which it may overwrite */
	BlockTask<SpeciesMaps> ofPixels(final List<Spectrum> references) {
		form.requirePixels();
		final Design design = design(references);
		final BlockTask<SpeciesMaps> fit;
		switch (errors()) {
			case BAYESIAN: fit = PixelPosterior.of(design, hamilton).learned(image, Thinned.of(edge.mask(), LEARNED, options.seed()),
				runner); break;
			case BOOTSTRAP: fit = new PixelBootstrap(design, PixelBootstrap.USUAL, options.seed()); break;
			default: fit = new PixelFit(design);
		}
		return options.fit() == FitWay.BASELINE ? fit : new NormalizedFit(operator, fit);
	}

	/** @return these references made ready to be fitted in every pixel */
	Design design(final List<Spectrum> references) {
		return Design.of(image.energies(), references, fitOptions(edge.mean(), 1));
	}

	/** @return the noise of a pixel at each energy of the stack */
	double[] sigma() {
		return sigma.clone();
	}

	/** @return how spectra of the stack's energies are normalised */
	NormalizationOperator operator() {
		return operator;
	}

	/** @return the noise that averaging leaves at each energy of the stack */
	double[] noise(final long pixels) {
		return Arrays.stream(sigma).map(s -> s / Math.sqrt(pixels)).toArray();
	}

	/** @return how a spectrum of this noise is fitted over a free line */
	FitOptions weighed(final double[] noise) {
		return new FitOptions(options.fit(), options.constraint(), FitWindow.at(edge.window().indices()), Noise.of(noise),
			Interpolation.LINEAR);
	}

	/** @return the fit of these references in the pixels of a block of spectra as they are fitted */
	PixelFit pixelFit(final List<Spectrum> references) {
		return new PixelFit(design(references));
	}

	private FitOptions fitOptions(final Spectrum spectrum, final long pixels) {
		return new FitOptions(options.fit(), options.constraint(), FitWindow.at(edge.window().indices()), options
			.fit() == FitWay.BASELINE ? weights(pixels) : spread(spectrum), Interpolation.LINEAR);
	}

	/** What averaging leaves of the noise of a pixel, so that a reduced chi-square of 1 means a fit as good as the noise. */
	private Noise weights(final long pixels) {
		return Noise.of(noise(pixels));
	}

	/** No weights, as in Larch and Athena; but errors know how normalising spreads the noise along energy. */
	private Noise spread(final Spectrum spectrum) {
		final double[][] jacobian = form.jacobian(spectrum.values());
		for (final double[] row : jacobian) for (int e = 0; e < row.length; e++) row[e] *= sigma[e];
		return Noise.EQUAL.through(jacobian);
	}

	/** @return the options with automatic choices resolved */
	public SpeciateOptions resolved(final int clusters) {
		final EnergyAxis axis = image.energies();
		final int[] window = edge.window().indices();
		return new SpeciateOptions(mode, options.fit(), operator.method(), components, clusters, options.maxSpecies(), options
			.constraint(), axis.at(window[0]), axis.at(window[window.length - 1]), options.exclude(), coreHole.width(), options.seed(),
			new Certainty(options.certainty().calibration(), errors(), options.certainty().falseAlarm()));
	}
}
