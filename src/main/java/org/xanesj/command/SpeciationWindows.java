// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.stack.SpectralImage;

/** A speciation as ImageJ windows. */
final class SpeciationWindows {

	private final Findings found;
	private final SpeciationFigures figures;
	private final Optional<MapsInMemory> maps;
	private final SpectralImage image;

	/** @param maps empty when they are too large for the memory */
	SpeciationWindows(final Findings found, final SpeciationFigures figures, final Optional<MapsInMemory> maps) {
		this.found = found;
		this.figures = figures;
		this.maps = maps;
		image = found.ground().image();
	}

	/** @return the labelled overlay map with its legend, as a picture */
	ImagePlus overlay() {
		return new ImagePlus((isFitted() ? "Species" : "Cluster") + " map of " + image.info().name(), figures.overlayDrawing()
			.picture());
	}

	/** @return the fraction maps, from black for 0 to white for 1; empty when no reference is in use, or they are files only */
	Optional<ImagePlus> species() {
		if (found.inUse().isEmpty()) return Optional.empty();
		return maps.map(m -> Windows.fractions("Species fractions of " + image.info().name(), m.species(), found.options()
			.constraint(), image));
	}

	/** @return a picture of the mean spectra of the clusters with their fits, in the colours of the map */
	ImagePlus spectra() {
		return new ImagePlus("Cluster spectra of " + image.info().name(), figures.spectraDrawing().picture());
	}

	/** @return the mean spectra of all clusters in one frame, in the colours of the map */
	PlotPanel means() {
		final List<PlotSeries> series = new ArrayList<>();
		for (final FittedSpectrum s : figures.spectra()) series.add(new PlotSeries(s.title(), s.energies(), s.data(),
			PlotSeries.Style.LINE, s.colour()));
		return new PlotPanel("Cluster spectra of " + image.info().name(), "Energy (eV)", figures.absorptionLabel(), series);
	}

	private boolean isFitted() {
		return found.results().stream().anyMatch(cluster -> !cluster.fits().isEmpty());
	}
}
