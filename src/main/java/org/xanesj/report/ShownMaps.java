// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import org.xanesj.block.Runner;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.ShownPlanes;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MeanImage;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.stack.SpectralImage;

/** Keeps, of the planes that come by, the maps of those that pictures show. */
final class ShownMaps implements PlaneMaps.Sink {

	private final Findings found;
	private final ShownPlanes shown;
	private final int area;
	private final int[] labels;
	private final SpeciesMaps species;

	ShownMaps(final Findings found) {
		this.found = found;
		final SpectralImage image = found.ground().image();
		shown = ShownPlanes.of(image.depth());
		area = image.width() * image.height();
		labels = new int[shown.count() * area];
		species = SpeciesMaps.unknown(found.inUse(), labels.length);
	}

	@Override
	public void accept(final PlaneMaps plane) {
		final int at = shown.index(plane.z());
		if (at < 0) return;
		System.arraycopy(plane.labels(), 0, labels, at * area, area);
		species.put(plane.species(), at * area);
	}

	/** @return which planes these are */
	ShownPlanes planes() {
		return shown;
	}

	/** @return cluster of each pixel, plane after plane */
	int[] labels() {
		return labels;
	}

	/** @return of the references in use, plane after plane */
	SpeciesMaps species() {
		return species;
	}

	/** @return the mean absorption of each pixel over the energies, plane after plane */
	float[] mean(final Runner runner) {
		final float[] all = new float[labels.length];
		final float[][] means = MeanImage.of(found.ground().image(), shown.planes(), runner);
		for (int i = 0; i < means.length; i++) System.arraycopy(means[i], 0, all, i * area, area);
		return all;
	}
}
