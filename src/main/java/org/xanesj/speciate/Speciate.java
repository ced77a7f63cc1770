// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.block.Gram;
import org.xanesj.block.Runner;
import org.xanesj.factor.NoiseModel;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/**
 * The whole way from a stack to a species map: absorption, mask and E0, components, target tests, clusters, fits of
 * their mean spectra by references, and the references in use fitted in every pixel.
 *
 * <pre>
 * Sample sample = new Sample(stack, Optional.empty(), Optional.empty(), references);
 * Speciation result = Speciate.run(sample, SpeciateOptions.DEFAULT, new LocalRunner(Progress.NONE));
 * result.results().get(0).species(); // what the largest cluster is made of
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

	/** @throws InputException when the stack, the mask or the references cannot be used */
	public static Speciation run(final Sample sample, final SpeciateOptions options, final Runner runner) {
		return new Speciate(sample, options, runner).run();
	}

	private Speciation run() {
		assumptions.addAll(sample.stack().info().notes());
		assumptions.addAll(sample.references().notes());
		final Absorption absorption = stopwatch.time("absorption", () -> Absorption.of(sample.stack(), options.mode(), sample
			.incident(), runner));
		assumptions.addAll(absorption.notes());
		final SpectralImage image = absorption.image();
		final EdgeRegion edge = stopwatch.time("mask and E0", () -> EdgeRegion.of(image, sample.mask(), options.fitFrom(),
			options.fitTo(), options.exclude(), runner));
		assumptions.addAll(edge.notes());

		final int[] window = edge.window().indices();
		final EnergyAxis axis = image.energies().select(window);
		final NoiseModel noise = stopwatch.time("components", () -> NoiseModel.of(Gram.of(image, edge.mask(), window,
			runner), axis));
		final int components = components(noise);

		final Fitting fitting = Fitting.of(image, edge, noise, options, runner);
		assumptions.addAll(fitting.notes());
		final ReferenceLibrary references = fitting.prepared(sample.references());
		for (final ReferenceLibrary.LeftOut out : references.leftOut()) assumptions.add("The reference " + out.name() +
			" was left out: " + out.reason());
		final List<TargetTest> targets = stopwatch.time("target tests", () -> targets(references, axis, noise, components));

		final SpectralClusters clusters = stopwatch.time("clusters", () -> SpectralClusters.of(image, edge.mask(), window,
			noise, components, options.clusters(), options.seed(), runner));
		assumptions.add(clusters.number().map(n -> n.suggested() + " clusters: " + n.reason() + ".").orElse(options
			.clusters() + " clusters were asked for."));
		final List<ClusterResult> results = stopwatch.time("cluster fits", () -> fitting.clusters(clusters.labels(),
			references.spectra()));
		final Optional<SpeciesMaps> maps = stopwatch.time("pixel fits", () -> fitting.maps(results, references.spectra()));
		if (references.spectra().isEmpty()) assumptions.add("No references: clusters are not named and nothing is fitted.");
		else assumptions.add("In use, and fitted in every pixel: " + maps.map(m -> String.join(", ", m.names())).orElse(
			"none") + ".");
		return new Speciation(image, MeanImage.of(image, runner), edge.mask(), edge.e0(), window, noise, components, targets,
			clusters, results, references, maps, fitting.resolved(absorption.mode(), components, clusters.labels().count()),
			List.copyOf(assumptions), stopwatch.seconds());
	}

	private int components(final NoiseModel noise) {
		final int most = noise.pca().vectors().length;
		if (options.components() > most) throw new InputException("components=" + options.components() + ", but " + most +
			" is the most for this many energies.", "Ask for fewer, or for 0 (automatic).");
		if (options.components() > 0) return options.components();
		assumptions.add(noise.components() + " components stand above the noise (IND has its minimum at " + noise.pca()
			.indMinimum() + ", the F test at 5 % ends at " + noise.pca().significant(0.05) + ").");
		return noise.components();
	}

	private static List<TargetTest> targets(final ReferenceLibrary references, final EnergyAxis axis,
		final NoiseModel noise, final int components)
	{
		final List<TargetTest> tests = new ArrayList<>();
		for (final Spectrum reference : references.spectra()) tests.add(TargetTest.of(reference.name(), noise.projection()
			.apply(reference.on(axis).values()), noise.pca(), components));
		return tests;
	}
}
