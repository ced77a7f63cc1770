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
		final ReferenceLibrary references = basis.references();
		assumptions.addAll(basis.notes());
		final List<TargetTest> targets = stopwatch.time("target tests", () -> Targets.of(references, ground,
			TargetScale.FREE));

		final SpectralClusters clusters = stopwatch.time("clusters", () -> SpectralClusters.of(ground, options.clusters(),
			options.seed(), runner));
		assumptions.add(clusters.note(options.clusters()));
		final List<ClusterResult> results = stopwatch.time("cluster fits", () -> fitting.clusters(clusters, references
			.spectra()));
		final List<Spectrum> inUse = fitting.inUse(results, references.spectra());
		final List<String> names = inUse.stream().map(Spectrum::name).toList();
		assumeOfFits(fitting, results, references, names);
		final PixelMapping mapping = inUse.isEmpty() ? PixelMapping.withoutReferences(clusters.assignment())
			: new PixelMapping(clusters.assignment(), fitting.ofPixels(inUse));
		return new Findings(ground, targets, clusters, results, references, names, mapping, fitting.resolved(clusters
			.count()), List.copyOf(assumptions), stopwatch.seconds());
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
