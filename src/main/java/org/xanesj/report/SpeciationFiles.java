// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xanesj.fit.FitWay;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.MapFiles;
import org.xanesj.io.XdiWriter;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Speciation;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/** Writes every file of a speciation into a folder. Their names are what users' scripts hold on to. */
public final class SpeciationFiles {

	/** The slices of {@code quality.tif}. */
	public static final List<String> QUALITY = List.of("R-factor", "reduced chi-square", "edge step");

	private static final Set<String> NAMES = Set.of("overlay.png", "labels.tif", "species.tif", "uncertainty.tif",
		"quality.tif", "species.png", "spectra.csv", "clusters.csv", "fits.csv", "pca.csv", "targets.csv", "report.html",
		"run.json");

	private final Speciation speciation;
	private final SpeciationFigures figures;
	private final RunRecord run;

	/** @param inputs what the run was given, for its record */
	public SpeciationFiles(final Speciation speciation, final RunInputs inputs) {
		this.speciation = speciation;
		figures = new SpeciationFigures(speciation);
		run = new RunRecord(speciation, inputs);
	}

	/** @return whether a path below the folder of results, with slashes, is one of ours */
	public static boolean isOurs(final String path) {
		return NAMES.contains(path) || path.matches("spectra/cluster_\\d+\\.xdi");
	}

	/** @param folder an empty folder */
	public void writeTo(final Path folder) throws IOException {
		writeMaps(folder);
		writeTables(folder);
		writeSpectra(Files.createDirectory(folder.resolve("spectra")));
		Files.write(folder.resolve("run.json"), run.json());
		Files.write(folder.resolve("report.html"), new HtmlReport(speciation, figures, run).bytes());
	}

	private void writeMaps(final Path folder) throws IOException {
		final LabelMap labels = figures.labels();
		final PixelSize size = speciation.ground().image().info().pixelSize();
		Files.write(folder.resolve("overlay.png"), figures.overlayPng());
		MapFiles.writeLabels(folder.resolve("labels.tif"), labels, figures.legend(), size);
		if (speciation.maps().isEmpty()) return;
		final SpeciesMaps maps = speciation.maps().get();
		Files.write(folder.resolve("species.png"), figures.compositePng().orElseThrow());
		MapFiles.writeMaps(folder.resolve("species.tif"), maps.names(), maps.fractions(), labels, size);
		MapFiles.writeMaps(folder.resolve("uncertainty.tif"), maps.names(), maps.errors(), labels, size);
		final float[][] quality = { maps.rFactor(), maps.reducedChiSquare(), maps.edgeStep() };
		MapFiles.writeMaps(folder.resolve("quality.tif"), QUALITY, quality, labels, size);
	}

	private void writeTables(final Path folder) throws IOException {
		final List<ClusterResult> results = speciation.results();
		Files.write(folder.resolve("spectra.csv"), SpeciationTables.spectra(speciation.ground().image().energies(), results)
			.bytes());
		Files.write(folder.resolve("clusters.csv"), SpeciationTables.clusters(results).bytes());
		Files.write(folder.resolve("pca.csv"), SpeciationTables.pca(speciation.ground().noise().pca().indicators()).bytes());
		if (speciation.references().spectra().isEmpty()) return;
		Files.write(folder.resolve("fits.csv"), SpeciationTables.fits(results).bytes());
		Files.write(folder.resolve("targets.csv"), SpeciationTables.targets(speciation.targets()).bytes());
	}

	private void writeSpectra(final Path folder) {
		final StackInfo info = speciation.ground().image().info();
		final String column = speciation.options().fit() == FitWay.NORMALIZED ? "norm" : "mu";
		for (final ClusterResult cluster : speciation.results()) {
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
