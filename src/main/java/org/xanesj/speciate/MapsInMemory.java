// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.Heap;
import org.xanesj.stack.SpectralImage;

/** The maps of all planes, put together in memory. */
public final class MapsInMemory implements PlaneMaps.Sink {

	/** Maps of a pixel besides two for each reference: its label, R-factor, reduced chi-square, edge step. */
	private static final int BESIDES = 4;

	private static final double SHARE = 0.2;

	private final int[] labels;
	private final SpeciesMaps species;
	private final int area;

	/** @throws org.xanesj.stack.InputException when there is not that much memory */
	public MapsInMemory(final Findings found) {
		final SpectralImage image = found.ground().image();
		require(image, found.inUse().size());
		labels = new int[(int) image.size()];
		species = SpeciesMaps.unknown(found.inUse(), labels.length);
		area = image.width() * image.height();
	}

	/**
	 * @param references that are in use, or the least number of them that may be
	 * @throws org.xanesj.stack.InputException when their maps would not fit
	 */
	public static void require(final SpectralImage image, final int references) {
		final boolean countable = image.size() <= Integer.MAX_VALUE - 8;
		Heap.require(countable ? bytes(image, references) : -1, image.info().name(), "the maps of its " + image.size() +
			" pixels", "Use Speciate XANES... with an output folder, to which maps are written plane by plane, or a larger heap (-Xmx).");
	}

	/** @return whether the maps take no more than a part of the memory that leaves room for their windows */
	public static boolean fit(final SpectralImage image, final int references) {
		if (image.size() > Integer.MAX_VALUE - 8) return false;
		return bytes(image, references) < SHARE * Runtime.getRuntime().maxMemory() && Heap.has(bytes(image, references));
	}

	private static long bytes(final SpectralImage image, final int references) {
		return Heap.product(Float.BYTES, image.size(), 2L * references + BESIDES);
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
