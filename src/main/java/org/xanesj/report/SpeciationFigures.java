// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.xanesj.factor.Indicators;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.OverlayMap;
import org.xanesj.imagej.Pictures;
import org.xanesj.imagej.ScreePlot;
import org.xanesj.imagej.SpeciesComposite;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.fit.FitWay;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Speciation;
import org.xanesj.stack.SpectralImage;

/** A speciation as figures: what is drawn where, in which colour; the same in windows, files and the report. */
public final class SpeciationFigures {

	private final Speciation speciation;
	private final SpectralImage image;

	public SpeciationFigures(final Speciation speciation) {
		this.speciation = speciation;
		image = speciation.ground().image();
	}

	public LabelMap labels() {
		return new LabelMap(speciation.clusters().labels().values(), image.width(), image.height(), image.depth());
	}

	/** @return a line for each cluster: its number and species, and its share of the mask */
	public List<LegendEntry> legend() {
		final List<ClusterResult> results = speciation.results();
		final List<LegendEntry> colours = LegendEntry.of(results.stream().map(ClusterResult::species).toList(), results
			.stream().mapToDouble(ClusterResult::fractionOfArea).toArray());
		final List<LegendEntry> numbered = new ArrayList<>();
		for (int i = 0; i < results.size(); i++) {
			final String name = results.get(i).fits().isEmpty() ? colours.get(i).name() : (i + 1) + "  " + colours.get(i).name();
			numbered.add(new LegendEntry(name, colours.get(i).share(), colours.get(i).ink()));
		}
		return numbered;
	}

	public OverlayMap overlay() {
		return new OverlayMap(labels(), speciation.meanImage(), legend(), image.info().pixelSize(), image.info().name());
	}

	/** @return empty when no reference is in use */
	public Optional<SpeciesComposite> composite() {
		return speciation.maps().map(maps -> new SpeciesComposite(Arrays.asList(maps.fractions()), maps.edgeStep(), image
			.width(), image.height(), image.depth(), references(maps.names()), image.info().pixelSize(), image.info()
				.name()));
	}

	/** A reference has the colour of the largest cluster that is it alone: the two maps stand side by side. */
	private List<LegendEntry> references(final List<String> names) {
		final List<String> clusters = speciation.results().stream().map(ClusterResult::species).toList();
		final List<LegendEntry> colours = legend();
		final List<LegendEntry> references = new ArrayList<>();
		int unused = clusters.size();
		for (final String name : names) {
			final int cluster = clusters.indexOf(name);
			references.add(new LegendEntry(name, Double.NaN, cluster < 0 ? SpeciesPalette.ink(unused++) : colours.get(cluster)
				.ink()));
		}
		return references;
	}

	/** @return each cluster's spectrum with its best fit */
	public List<FittedSpectrum> spectra() {
		final List<LegendEntry> legend = legend();
		final List<FittedSpectrum> spectra = new ArrayList<>();
		for (final ClusterResult cluster : speciation.results()) spectra.add(new FittedSpectrum(title(cluster), image.energies().toArray(), cluster
				.spectrum().values(), fit(cluster), List.of(), legend.get(cluster.number() - 1).ink().colour()));
		return spectra;
	}

	/** A mixture's name is too long for the title of a small plot; its table has it. */
	private static String title(final ClusterResult cluster) {
		final String name = cluster.species().contains(" + ") ? "mixture" : cluster.species();
		return cluster.fits().isEmpty() ? "Cluster " + cluster.number() : "Cluster " + cluster.number() + ": " + name;
	}

	private double[] fit(final ClusterResult cluster) {
		return cluster.best().map(best -> best.fittedOn(image.energies())).orElse(new double[0]);
	}

	public String absorptionLabel() {
		return speciation.options().fit() == FitWay.NORMALIZED ? "Normalised absorption" : "Absorption";
	}

	public byte[] overlayPng() {
		return Pictures.png(overlay().draw());
	}

	public Optional<byte[]> compositePng() {
		return composite().map(c -> Pictures.png(c.draw()));
	}

	public byte[] spectraPng() {
		return Pictures.png(SpectraPlot.draw(spectra(), absorptionLabel()));
	}

	public byte[] screePng() {
		final Map<String, double[]> indicators = new LinkedHashMap<>();
		indicators.put("RE", column(Indicators::re));
		indicators.put("IND", column(Indicators::ind));
		return Pictures.png(ScreePlot.draw(speciation.ground().noise().pca().eigenvalues(), speciation.ground().components(),
			indicators));
	}

	private double[] column(final ToDoubleFunction<Indicators> value) {
		return speciation.ground().noise().pca().indicators().stream().mapToDouble(value).toArray();
	}
}
