// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.Heap;
import org.xanesj.stack.SpectralImage;

/** The maps of all planes, put together in memory. */
public final class MapsInMemory implements PlaneMaps.Sink {

	/** Maps of a pixel besides two for each reference: its label, R-factor, reduced chi-square, edge step. */
	private static final int BESIDES = 4;

	private final int[] labels;
	private final SpeciesMaps species;
	private final int area;

	/** @throws org.xanesj.stack.InputException when there is not that much memory */
	public MapsInMemory(final Findings found) {
		final SpectralImage image = found.ground().image();
		final long pixels = image.size() > Integer.MAX_VALUE - 8 ? -1 : image.size();
		Heap.require(pixels < 0 ? -1 : bytes(found), image.info().name(), "the maps of " + image.size() + " pixels");
		labels = new int[(int) pixels];
		species = SpeciesMaps.unknown(found.inUse(), (int) pixels);
		area = image.width() * image.height();
	}

	/** @return what the maps of a stack take in memory */
	public static long bytes(final Findings found) {
		return Heap.product(Float.BYTES, found.ground().image().size(), 2L * found.inUse().size() + BESIDES);
	}

	@Override
	public void accept(final PlaneMaps plane) {
		System.arraycopy(plane.labels(), 0, labels, plane.z() * area, area);
		species.put(plane.species(), plane.z() * area);
	}

	/** @return cluster of each pixel in raster order, 0 outside the mask */
	public int[] labels() {
		return labels;
	}

	/** @return of the references in use; without names when there are none */
	public SpeciesMaps species() {
		return species;
	}
}
