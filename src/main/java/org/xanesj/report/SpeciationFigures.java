// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xanesj.block.Runner;
import org.xanesj.factor.CrossValidation;
import org.xanesj.factor.Indicators;
import org.xanesj.factor.Pca;
import org.xanesj.fit.FitWay;
import org.xanesj.imagej.Drawing;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.OverlayMap;
import org.xanesj.imagej.Pictures;
import org.xanesj.imagej.ScreePlot;
import org.xanesj.imagej.SpeciesComposite;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.stack.SpectralImage;

/** A speciation as figures: what is drawn where, in which colour; the same in windows, files and the report. */
public final class SpeciationFigures {

	private final Findings found;
	private final SpectralImage image;
	private final ShownMaps shown;
	private final float[] mean;
	private final Drawing overlay;
	private final Optional<Drawing> composite;
	private final Drawing spectra;

	/** @param shown maps of the planes that pictures show */
	SpeciationFigures(final Findings found, final ShownMaps shown, final Runner runner) {
		this.found = found;
		this.shown = shown;
		image = found.ground().image();
		mean = shown.mean(runner);
		overlay = overlay().drawing();
		composite = composite().map(SpeciesComposite::drawing);
		spectra = SpectraPlot.drawing(spectra(), absorptionLabel());
	}

	/**
	 * Asked before the work starts.
	 *
	 * @param references that may be in use
	 * @throws org.xanesj.stack.InputException when there is no room for what pictures need
	 */
	public static void require(final SpectralImage image, final int references) {
		ShownMaps.require(image, references);
	}

	/**
	 * Maps all pixels for the pictures.
	 *
	 * @param also takes the planes of the maps as they come
	 */
	public static SpeciationFigures of(final Findings found, final Runner runner, final PlaneMaps.Sink also) {
		final ShownMaps shown = new ShownMaps(found);
		found.map(runner, shown.and(also));
		return new SpeciationFigures(found, shown, runner);
	}

	/** @return the labels of the planes that pictures show */
	public LabelMap labels() {
		return new LabelMap(shown.labels(), image.width(), image.height(), shown.planes().count());
	}

	/** @return a line for each cluster: its number and species, and its share of the mask */
	public List<LegendEntry> legend() {
		return SpeciationLegend.of(found.results());
	}

	/** @return the map as it is shown in windows and written */
	public Drawing overlayDrawing() {
		return overlay;
	}

	public OverlayMap overlay() {
		return new OverlayMap(labels(), mean, shown.planes(), legend(), image.info().pixelSize(), image.info().name());
	}

	/** @return empty when no reference is in use */
	public Optional<SpeciesComposite> composite() {
		if (found.inUse().isEmpty()) return Optional.empty();
		return Optional.of(new SpeciesComposite(Arrays.asList(shown.fractions()), shown.edgeStep(), image.width(), image
			.height(), shown.planes(), SpeciationLegend.ofReferences(found.inUse(), found.results()), image.info().pixelSize(), image
				.info().name()));
	}

	/** @return each cluster's spectrum with its best fit */
	public List<FittedSpectrum> spectra() {
		final List<LegendEntry> legend = legend();
		final List<FittedSpectrum> spectra = new ArrayList<>();
		for (final ClusterResult cluster : found.results()) spectra.add(new FittedSpectrum(title(cluster), image.energies().toArray(), cluster
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
		return found.options().fit() == FitWay.NORMALIZED ? "Normalised absorption" : "Absorption";
	}

	/** @return the spectra of the clusters with their fits, in the colours of the map */
	public Drawing spectraDrawing() {
		return spectra;
	}

	public byte[] overlayPng() {
		return overlay.png();
	}

	public Optional<byte[]> compositePng() {
		return composite.map(Drawing::png);
	}

	public byte[] spectraPng() {
		return spectra.png();
	}

	public byte[] screePng() {
		final Pca pca = found.ground().noise().pca();
		return Pictures.png(ScreePlot.draw(pca.eigenvalues(), found.ground().components(), indicators(pca, found.ground()
			.crossValidation())));
	}

	byte[] targetsPng() {
		return Pictures.png(SpectraPlot.draw(TargetFigures.of(found.targets(), found.references(), found.ground()),
			TargetFigures.LABEL));
	}

	/** @return what is drawn beside the eigenvalues, by name: a value for each component, of PRESS where it predicts anything */
	public static Map<String, double[]> indicators(final Pca pca, final CrossValidation predicted) {
		final Map<String, double[]> indicators = new LinkedHashMap<>();
		indicators.put("RE", pca.indicators().stream().mapToDouble(Indicators::re).toArray());
		indicators.put("IND", pca.indicators().stream().mapToDouble(Indicators::ind).toArray());
		if (predicted.isDefined()) indicators.put("PRESS", pca.indicators().stream().mapToDouble(i -> predicted.of(i
			.component())).map(press -> press > predicted.of(0) ? Double.NaN : press).toArray());
		return indicators;
	}
}
