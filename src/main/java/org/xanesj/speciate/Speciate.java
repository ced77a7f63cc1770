// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.Runner;
import org.xanesj.factor.TargetScale;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.PixelFit;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/**
 * The whole way from a stack to a species map: absorption, mask and E0, components, target tests, clusters, fits of
 * their mean spectra by references, and the references in use fitted in every pixel.
 *
 * <pre>
 * Sample sample = new Sample(stack, Optional.empty(), Optional.empty(), references);
 * Findings found = Speciate.find(sample, SpeciateOptions.DEFAULT, runner);
 * found.results().get(0).species(); // what the largest cluster is made of
 * found.map(runner, plane -> plane.labels()); // where, plane by plane
 * </pre>
 */
public final class Speciate {

	private final Sample sample;
	private final SpeciateOptions options;
	private final Runner runner;
	private final Stopwatch stopwatch = new Stopwatch();
	private final List<String> assumptions = new ArrayList<>();

	private Speciate(final Sample sample, final SpeciateOptions options, final Runner runner) {
		this.sample = sample;
		this.options = options;
		this.runner = runner;
	}

	/**
	 * @return all but the maps
	 * @throws InputException when the stack, the mask or the references cannot be used
	 */
	public static Findings find(final Sample sample, final SpeciateOptions options, final Runner runner) {
		return new Speciate(sample, options, runner).find();
	}

	/**
	 * @return everything, in memory
	 * @throws InputException when the stack, the mask or the references cannot be used, or the maps do not fit
	 */
	public static Speciation run(final Sample sample, final SpeciateOptions options, final Runner runner) {
		return Speciation.of(find(sample, options, runner), runner);
	}

	private Findings find() {
		final FitBasis basis = FitBasis.of(sample, options, runner, stopwatch);
		final Groundwork ground = basis.ground();
		final Fitting fitting = basis.fitting();
		assumptions.addAll(basis.notes());
		final SpectralClusters found = stopwatch.time("clusters", () -> SpectralClusters.of(ground, options.clusters(),
			options.seed(), runner));
		assumptions.add(found.note(options.clusters()));
		final LibraryCalibration calibration = stopwatch.time("calibration", () -> LibraryCalibration.of(fitting, found, basis
			.references(), ground.axis(), options.certainty().calibration()));
		assumptions.addAll(calibration.notes());
		final ReferenceLibrary references = calibration.references();
		final List<TargetTest> targets = stopwatch.time("target tests", () -> Targets.of(references, ground, TargetScale.FREE));
		final UnknownPixels unknown = stopwatch.time("unknown pixels", () -> unknown(fitting, found, references, ground));
		final SpectralClusters clusters = unknown.clusters();
		final List<ClusterResult> known = stopwatch.time("cluster fits", () -> fitting.clusters(clusters, references
			.spectra()));
		final List<Spectrum> inUse = fitting.inUse(known, references.spectra());
		final List<String> names = inUse.stream().map(Spectrum::name).toList();
		final List<ClusterResult> results = unknown.results(known, fitting, references.spectra());
		assumeOfFits(fitting, known, references, names);
		final PixelMapping mapping = inUse.isEmpty() ? PixelMapping.withoutReferences(clusters.assignment())
			: new PixelMapping(clusters.assignment(), fitting.ofPixels(inUse));
		return new Findings(ground, targets, clusters, results, references, calibration.fit(), names, mapping.without(unknown),
			fitting.resolved(clusters.count()), List.copyOf(assumptions), stopwatch.seconds());
	}

	private UnknownPixels unknown(final Fitting fitting, final SpectralClusters clusters, final ReferenceLibrary references,
		final Groundwork ground)
	{
		final double falseAlarm = options.certainty().falseAlarm();
		final UnknownPixels none = UnknownPixels.none(clusters, ground.image().size());
		if (falseAlarm == 0 || references.spectra().isEmpty()) return none;
		final List<Spectrum> tested = references.spectra().size() <= PixelFit.MOST_REFERENCES ? references.spectra() : fitting
			.inUse(fitting.clusters(clusters, references.spectra()), references.spectra());
		if (tested.isEmpty()) return none;
		final Unexplained.Result test = Unexplained.of(ground, fitting, tested, options, runner);
		if (test.test().isEmpty()) assumptions.add("Pixels were not tested for unknown species: " + test.why() + ".");
		if (test.test().isEmpty()) return none;
		assumptions.add(test.test().get().note());
		final UnknownPixels unknown = UnknownPixels.of(ground.image(), test.test().get().pixels(runner), clusters, runner);
		assumptions.addAll(unknown.notes(ground.edge().mask().count(), falseAlarm));
		return unknown;
	}

	private void assumeOfFits(final Fitting fitting, final List<ClusterResult> results,
		final ReferenceLibrary references, final List<String> inUse)
	{
		if (references.spectra().isEmpty()) assumptions.add("No references: clusters are not named and nothing is fitted.");
		else assumptions.add(inUse.isEmpty()
			? "No reference is in use: no cluster holds one above 0.01 and above three standard errors."
			: "In use, and fitted in every pixel: " + String.join(", ", inUse) + ".");
		if (!inUse.isEmpty()) fitting.noteOfPixels().ifPresent(assumptions::add);
		for (final ClusterResult r : results) if (!r.fits().isEmpty()) fitting.misfit("cluster " + r.number(), r.fits()).ifPresent(
			assumptions::add);
		if (inUse.size() == PixelFit.MOST_REFERENCES) assumptions.add(
			"No more than " + PixelFit.MOST_REFERENCES + " references are fitted in a pixel: those of which there is most.");
		final List<String> unknown = results.stream().filter(r -> r.species().equals(Species.UNKNOWN)).map(r -> String.valueOf(r
			.number())).toList();
		if (!inUse.isEmpty() && !unknown.isEmpty()) assumptions.add("Unknown: cluster " + String.join(", ", unknown) +
			". Fractions in its pixels are of references that do not explain it: look at quality.tif.");
	}
}
