// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xanesj.block.Runner;
import org.xanesj.fit.FitWay;
import org.xanesj.io.XdiWriter;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.speciate.Stopwatch;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/** Writes every file of a speciation into a folder. Their names are what users' scripts hold on to. */
public final class SpeciationFiles {

	/** The slices of {@code quality.tif}. */
	public static final List<String> QUALITY = List.of("R-factor", "reduced chi-square", "edge step",
		"undecided");

	private static final Set<String> NAMES = Set.of("overlay.png", "species.png", "spectra.csv", "clusters.csv", "fits.csv", "posterior.csv", "pca.csv", "targets.csv", "report.html",
		"run.json");

	private final Findings found;
	private final RunInputs inputs;
	private final Runner runner;
	private final PlaneMaps.Sink also;
	private SpeciationFigures figures;

	/**
	 * @param inputs what the run was given, for its record
	 * @param runner makes the maps, which are written as they come
	 * @param also takes the planes of the maps beside the files
	 */
	public SpeciationFiles(final Findings found, final RunInputs inputs, final Runner runner, final PlaneMaps.Sink also) {
		this.found = found;
		this.inputs = inputs;
		this.runner = runner;
		this.also = also;
	}

	/** Files alone. */
	public SpeciationFiles(final Findings found, final RunInputs inputs, final Runner runner) {
		this(found, inputs, runner, plane -> {});
	}

	/** @return the pictures that were written, for windows; null before */
	public SpeciationFigures figures() {
		return figures;
	}

	/** @return whether a path below the folder of results, with slashes, is one of ours */
	public static boolean isOurs(final String path) {
		return NAMES.contains(path) || path.matches(SpeciationMaps.FILES) || path.matches("spectra/cluster_\\d+\\.xdi");
	}

	/** @param folder an empty folder */
	public void writeTo(final Path folder) throws IOException {
		final Stopwatch stopwatch = new Stopwatch(found.seconds());
		figures = stopwatch.time("pixel maps", () -> writeMaps(folder));
		final RunRecord run = new RunRecord(found, inputs, stopwatch, runner.progress());
		writePictures(folder);
		writeTables(folder);
		writeSpectra(Files.createDirectory(folder.resolve("spectra")));
		Files.write(folder.resolve("run.json"), run.json());
		Files.write(folder.resolve("report.html"), new HtmlReport(found, figures, run).bytes());
	}

	private SpeciationFigures writeMaps(final Path folder) {
		try (SpeciationMaps maps = new SpeciationMaps(folder, found)) {
			return SpeciationFigures.of(found, runner, maps.and(also));
		}
	}

	private void writePictures(final Path folder) throws IOException {
		Files.write(folder.resolve("overlay.png"), figures.overlayPng());
		final Optional<byte[]> composite = figures.compositePng();
		if (composite.isPresent()) Files.write(folder.resolve("species.png"), composite.get());
	}

	private void writeTables(final Path folder) throws IOException {
		final List<ClusterResult> results = found.results();
		Files.write(folder.resolve("spectra.csv"), SpeciationTables.spectra(found.ground().image().energies(), results)
			.bytes());
		Files.write(folder.resolve("clusters.csv"), SpeciationTables.clusters(results).bytes());
		Files.write(folder.resolve("pca.csv"), SpeciationTables.pca(found.ground().noise().pca().indicators(), found
			.ground().crossValidation()).bytes());
		if (found.references().spectra().isEmpty()) return;
		Files.write(folder.resolve("fits.csv"), SpeciationTables.fits(results).bytes());
		final Csv posteriors = SpeciationTables.posteriors(results);
		if (!posteriors.rows().isEmpty()) Files.write(folder.resolve("posterior.csv"), posteriors.bytes());
		Files.write(folder.resolve("targets.csv"), SpeciationTables.targets(found.targets()).bytes());
	}

	private void writeSpectra(final Path folder) {
		final StackInfo info = found.ground().image().info();
		final String column = found.options().fit() == FitWay.NORMALIZED ? "norm" : "mu";
		for (final ClusterResult cluster : found.results()) {
			final Map<String, String> header = new HashMap<>();
			header.put("Sample.name", info.name() + ", cluster " + cluster.number() + ", " + cluster.species());
			if (!info.element().isEmpty()) header.put("Element.symbol", info.element());
			if (!info.edge().isEmpty()) header.put("Element.edge", info.edge());
			final Spectrum spectrum = new Spectrum("cluster " + cluster.number(), cluster.spectrum().energies(), cluster
				.spectrum().values(), header);
			XdiWriter.write(spectrum, column, folder.resolve("cluster_" + cluster.number() + ".xdi"));
		}
	}
}
