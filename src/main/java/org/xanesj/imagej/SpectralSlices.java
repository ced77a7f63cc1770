// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xanesj.stack.Destination;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Piece;
import org.xanesj.stack.SpectraSource;
import org.xanesj.stack.SpectralImage;

/** An image that is read piece by piece as an ImageJ stack: z fastest, then energy, each slice read when it is looked at. */
final class SpectralSlices extends OnDemandStack {

	private final SpectralImage image;

	/** @param image with a source */
	SpectralSlices(final SpectralImage image) {
		super(image.width(), image.height(), Float.SIZE, labels(image), null, slice -> plane(image, slice));
		this.image = image;
	}

	private static List<String> labels(final SpectralImage image) {
		final List<String> labels = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) labels.addAll(Collections.nCopies(image.depth(), EnergyAxis.label(
			image.energies().at(e))));
		return labels;
	}

	private static float[] plane(final SpectralImage image, final int slice) {
		final float[] plane = new float[image.width() * image.height()];
		image.source().orElseThrow().read(new Piece(0, image.height(), slice % image.depth(), 1), new int[] { slice / image
			.depth() }, Destination.planes(List.of(plane), 1));
		return plane;
	}

	/**
	 * Energies may have been deleted, and the slices be called by other dimensions.
	 *
	 * @return where the values are; empty when z is not what it was
	 */
	Optional<SpectraSource> spectra(final SliceLayout layout) {
		final int[] energies = IntStream.range(0, layout.energies()).map(e -> original(layout.slice(e, 0)) / image.depth())
			.toArray();
		if (layout.depth() != image.depth()) return Optional.empty();
		for (int e = 0; e < energies.length; e++) for (int z = 0; z < image.depth(); z++)
			if (original(layout.slice(e, z)) != energies[e] * image.depth() + z || e > 0 && energies[e] <= energies[e - 1])
				return Optional.empty();
		return energies.length == image.energies().size() ? image.source() : image.select(energies).source();
	}
}
