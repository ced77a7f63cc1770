// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.nio.file.Path;

import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.MapFiles;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.stack.SpectralImage;

final class SpeciationMaps implements PlaneMaps.Sink, AutoCloseable {

	private final Path folder;
	private final Findings found;
	private final MapsInMemory maps;

	SpeciationMaps(final Path folder, final Findings found) {
		this.folder = folder;
		this.found = found;
		maps = new MapsInMemory(found);
	}

	@Override
	public void accept(final PlaneMaps plane) {
		maps.accept(plane);
	}

	void complete() {
		final SpectralImage image = found.ground().image();
		final LabelMap shape = new LabelMap(maps.labels(), image.width(), image.height(), image.depth());
		MapFiles.writeLabels(folder.resolve("labels.tif"), shape, SpeciationLegend.of(found.results()), image.info()
			.pixelSize());
		if (found.inUse().isEmpty()) return;
		final float[][] quality = { maps.species().rFactor(), maps.species().reducedChiSquare(), maps.species().edgeStep() };
		MapFiles.writeMaps(folder.resolve("species.tif"), found.inUse(), maps.species().fractions(), shape, image.info()
			.pixelSize());
		MapFiles.writeMaps(folder.resolve("uncertainty.tif"), found.inUse(), maps.species().errors(), shape, image.info()
			.pixelSize());
		MapFiles.writeMaps(folder.resolve("quality.tif"), SpeciationFiles.QUALITY, quality, shape, image.info().pixelSize());
	}

	@Override
	public void close() {}
}
