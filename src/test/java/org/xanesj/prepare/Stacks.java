// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** Small stacks given by a formula for each pixel. */
final class Stacks {

	static final Runner RUNNER = new LocalRunner(2, Progress.NONE);

	/** The spectrum of a pixel, by its raster index. */
	@FunctionalInterface
	interface PixelSpectra {

		IntToDoubleFunction at(int pixel);
	}

	private Stacks() {}

	static SpectralImage of(final EnergyAxis axis, final int width, final int height, final int depth,
		final Signal signal, final PixelSpectra spectra)
	{
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < axis.size() * depth; i++) planes.add(new float[width * height]);
		for (int p = 0; p < width * height * depth; p++) {
			final IntToDoubleFunction spectrum = spectra.at(p);
			for (int e = 0; e < axis.size(); e++)
				planes.get(e * depth + p / (width * height))[p % (width * height)] = (float) spectrum.applyAsDouble(e);
		}
		return SpectralImage.ofPlanes(planes, width, height, depth, axis, StackInfo.named("phantom").with(signal));
	}

	static float value(final SpectralImage image, final int pixel, final int energy) {
		final int x = pixel % image.width();
		final int y = pixel / image.width() % image.height();
		final int z = pixel / image.width() / image.height();
		return image.depth() == 1 ? image.pixels().getAt(x, y, energy).get() : image.pixels().getAt(x, y, z, energy).get();
	}
}
