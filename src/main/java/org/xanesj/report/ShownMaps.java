// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import org.xanesj.block.Runner;
import org.xanesj.imagej.ShownPlanes;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MeanImage;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.stack.Heap;
import org.xanesj.stack.SpectralImage;

/** Keeps, of the planes that come by, the maps of those that pictures show. */
final class ShownMaps implements PlaneMaps.Sink {

	/** Maps besides a fraction for each reference: labels, edge step, mean. */
	private static final int BESIDES = 3;

	private final Findings found;
	private final ShownPlanes shown;
	private final int area;
	private final int[] labels;
	private final float[][] fractions;
	private final float[] edgeStep;

	ShownMaps(final Findings found) {
		this.found = found;
		final SpectralImage image = found.ground().image();
		area = image.width() * image.height();
		shown = ShownPlanes.of(image.depth(), area);
		labels = new int[shown.count() * area];
		fractions = new float[found.inUse().size()][labels.length];
		edgeStep = new float[fractions.length == 0 ? 0 : labels.length];
	}

	@Override
	public void accept(final PlaneMaps plane) {
		final int at = shown.index(plane.z());
		if (at < 0) return;
		System.arraycopy(plane.labels(), 0, labels, at * area, area);
		for (int k = 0; k < fractions.length; k++) System.arraycopy(plane.species().fractions()[k], 0, fractions[k], at * area,
			area);
		if (fractions.length > 0) System.arraycopy(plane.species().edgeStep(), 0, edgeStep, at * area, area);
	}

	/** @return which planes these are */
	ShownPlanes planes() {
		return shown;
	}

	/** @return cluster of each pixel, plane after plane */
	int[] labels() {
		return labels;
	}

	/** @return a map for each reference in use, plane after plane */
	float[][] fractions() {
		return fractions;
	}

	/** @return plane after plane; empty when no reference is in use */
	float[] edgeStep() {
		return edgeStep;
	}

	/**
	 * Asked before the work starts.
	 *
	 * @param references that may be in use
	 * @throws org.xanesj.stack.InputException when there is no room for what pictures need
	 */
	static void require(final SpectralImage image, final int references) {
		final int area = image.width() * image.height();
		final int planes = ShownPlanes.of(image.depth(), area).count();
		Heap.require(Heap.product(Float.BYTES, area, planes, references + BESIDES), image.info().name(), "the pictures of its " +
			"maps", "Give Java a larger heap (Edit > Options > Memory & Threads, or -Xmx), or crop the stack.");
	}

	/** @return the mean absorption of each pixel over the energies, plane after plane */
	float[] mean(final Runner runner) {
		final float[] all = new float[labels.length];
		final float[][] means = MeanImage.of(found.ground().image(), shown.planes(), runner);
		for (int i = 0; i < means.length; i++) System.arraycopy(means[i], 0, all, i * area, area);
		return all;
	}
}
