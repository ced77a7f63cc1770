// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.MapFolder;
import org.xanesj.imagej.MapShape;
import org.xanesj.imagej.PlannedMap;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.stack.SpectralImage;

/** Writes the maps of a speciation as they come: labels, and fractions, errors and quality where references are in use. */
final class SpeciationMaps implements PlaneMaps.Sink, AutoCloseable {

	private static final String LABELS = "labels", SPECIES = "species", UNCERTAINTY = "uncertainty", QUALITY = "quality";

	/** The names of the files of maps, whole or in blocks of z. */
	static final String FILES = "(" + String.join("|", LABELS, SPECIES, UNCERTAINTY, QUALITY) + ")(-z\\d+)?\\.tif|index\\.json";

	private final MapFolder files;
	private final boolean fitted;

	/** @throws org.xanesj.stack.InputException when a plane of a map is larger than a file can be */
	SpeciationMaps(final Path folder, final Findings found) {
		final SpectralImage image = found.ground().image();
		fitted = !found.inUse().isEmpty();
		final List<PlannedMap> maps = new ArrayList<>();
		maps.add(new PlannedMap.Labels(LABELS, SpeciationLegend.of(found.results())));
		if (fitted) {
			maps.add(new PlannedMap.Values(SPECIES, found.inUse()));
			maps.add(new PlannedMap.Values(UNCERTAINTY, found.inUse()));
			maps.add(new PlannedMap.Values(QUALITY, SpeciationFiles.QUALITY));
		}
		files = new MapFolder(folder, new MapShape(image.width(), image.height(), image.depth(), image.info().pixelSize()), image
			.energies(), maps);
	}

	@Override
	public void accept(final PlaneMaps plane) {
		files.labels(LABELS, plane.labels());
		if (!fitted) return;
		final SpeciesMaps species = plane.species();
		files.values(SPECIES, species.fractions());
		files.values(UNCERTAINTY, species.errors());
		files.values(QUALITY, species.quality());
	}

	/** Completes the files, or removes them when planes are missing. */
	@Override
	public void close() {
		files.close();
	}
}
