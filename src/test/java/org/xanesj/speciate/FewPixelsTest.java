// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.phantom.IronPhantom;
import org.xanesj.phantom.Phantom;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** A sample of a few pixels in a field of 128 x 128 pixels of matrix without iron. */
class FewPixelsTest {

	private static final int X = 52;
	private static final int Y = 40;

	/** A square of the phantom's sample, and background wherever else there is sample. */
	private static SpectralImage square(final Phantom phantom, final int side) {
		final SpectralImage image = phantom.image();
		final int width = image.width();
		final int[] empty = IntStream.range(0, (int) image.size()).filter(p -> phantom.labels()[p] == 0).toArray();
		final Random random = new Random(1);
		final int[] from = IntStream.range(0, (int) image.size()).map(p -> phantom.labels()[p] == 0 || inside(p, width, side)
			? p : empty[random.nextInt(empty.length)]).toArray();
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < image.energies().size(); e++) {
			final float[] plane = new float[from.length];
			for (int p = 0; p < plane.length; p++) plane[p] = image.pixels().getAt(from[p] % width, from[p] / width, e).get();
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, width, image.height(), 1, image.energies(), image.info());
	}

	private static boolean inside(final int pixel, final int width, final int side) {
		final int x = pixel % width - X;
		final int y = pixel / width - Y;
		return x >= 0 && x < side && y >= 0 && y < side;
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 4, 6, 9, 15 })
	void theyAreFoundAndNothingElse(final int side) {
		final Phantom phantom = IronPhantom.make(1, 30);
		final SpectralImage image = square(phantom, side);
		final Speciation speciation = Speciate.run(new Sample(image, Optional.empty(), Optional.empty(), phantom
			.references()), SpeciateOptions.DEFAULT, new LocalRunner(2, Progress.NONE));
		final Mask mask = speciation.ground().edge().mask();
		assertEquals(side * side, mask.count());
		assertEquals(mask.count(), mask.and(p -> inside((int) p, image.width(), side)).count());
		assertTrue(speciation.ground().components() <= 4, "components: " + speciation.ground().components());
	}
}
