// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.speciate.Speciation;
import org.xanesj.stack.SpectralImage;

/** A speciation as ImageJ windows. */
final class SpeciationWindows {

	/** More plots than this would cover the screen; the others are in the output folder. */
	private static final int PLOTS = 1;

	private final Speciation speciation;
	private final SpeciationFigures figures;
	private final SpectralImage image;

	SpeciationWindows(final Speciation speciation) {
		this.speciation = speciation;
		figures = new SpeciationFigures(speciation);
		image = speciation.ground().image();
	}

	/** @return the labelled overlay map with its legend, as a picture */
	ImagePlus overlay() {
		return new ImagePlus("Species map of " + image.info().name(), figures.overlay().draw());
	}

	/** @return the fraction maps; empty when no reference is in use */
	Optional<ImagePlus> species() {
		return speciation.maps().map(maps -> MapImages.maps("Species fractions of " + image.info().name(), maps.names(), maps
			.fractions(), image.width(), image.height(), image.depth(), image.info().pixelSize()));
	}

	/** @return the mean spectra of all clusters, in their colours */
	PlotPanel means() {
		final List<PlotSeries> series = new ArrayList<>();
		for (final FittedSpectrum s : figures.spectra()) series.add(new PlotSeries(s.title(), s.energies(), s.data(),
			PlotSeries.Style.LINE, s.colour()));
		return new PlotPanel("Clusters of " + image.info().name(), "Energy (eV)", figures.absorptionLabel(), series);
	}

	/** The spectrum and fit of the largest clusters. */
	void showSpectra() {
		for (final FittedSpectrum spectrum : figures.spectra().subList(0, Math.min(PLOTS, speciation.results().size())))
			Windows.plot(spectrum.panel(figures.absorptionLabel()));
	}
}
