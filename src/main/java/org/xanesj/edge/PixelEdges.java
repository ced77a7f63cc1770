// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/** Measures the edge of every pixel, as {@link EdgeAnalysis} does of one spectrum, with the pixel's own noise. */
public record PixelEdges(EdgeAnalysis analysis, PixelNoise noise) implements BlockTask<EdgeMaps> {

	/**
	 * @param image absorption, at the energies of the analysis
	 * @throws InputException when the image has more pixels than a map holds
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public EdgeMaps map(final SpectralImage image, final Mask mask, final Runner runner) {
		if (image.size() > Integer.MAX_VALUE - 8) throw new InputException(image.info().name() + " has " + image.size() +
			" pixels, more than one map holds.", "Map it in blocks of z.");
		final EdgeMaps maps = EdgeMaps.unknown(analysis.quantities(), (int) image.size());
		runner.run("Measuring the edge of every pixel", image, mask, this, (block, part) -> maps.put(part, (int) block
			.first(), block.inside(mask)));
		return maps;
	}

	@Override
	public EdgeMaps apply(final PixelBlock block) {
		final EdgeMaps maps = EdgeMaps.unknown(analysis.quantities(), block.size());
		final double[] spectrum = new double[block.energies()];
		for (int i = 0; i < block.size(); i++) {
			block.copy(i, spectrum);
			maps.put(analysis.of(spectrum, noise.of(spectrum)), i);
		}
		return maps;
	}
}
