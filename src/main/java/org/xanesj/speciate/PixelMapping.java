// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.io.Serializable;
import java.util.List;

import org.xanesj.block.Block;
import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * What is asked of every pixel in the end: which cluster it belongs to and how much it holds of each reference in use.
 * One pass over the image; planes are handed on as they are finished, and only one is in memory.
 */
final class PixelMapping implements BlockTask<PixelMapping.Part> {

	private static final long serialVersionUID = 1L;

	/** The maps of the pixels of a block inside the mask. */
	record Part(int[] labels, SpeciesMaps species) implements Serializable {}

	private final SpectralClusters.Assignment clusters;
	private final BlockTask<SpeciesMaps> fit;

	/** Which pixels are labelled as of no cluster; they are not sent along. */
	private final transient Mask unknown;
	private final transient int unknownLabel;

	/** @param fit of the references in use */
	PixelMapping(final SpectralClusters.Assignment clusters, final BlockTask<SpeciesMaps> fit) {
		this(clusters, fit, Mask.of(0, p -> false), 0);
	}

	private PixelMapping(final SpectralClusters.Assignment clusters, final BlockTask<SpeciesMaps> fit, final Mask unknown,
		final int unknownLabel)
	{
		this.clusters = clusters;
		this.fit = fit;
		this.unknown = unknown;
		this.unknownLabel = unknownLabel;
	}

	/** @return the same with these pixels under a label of their own */
	PixelMapping without(final UnknownPixels others) {
		return new PixelMapping(clusters, fit, others.pixels(), others.label());
	}

	/** A mapping to clusters alone. */
	static PixelMapping withoutReferences(final SpectralClusters.Assignment clusters) {
		return new PixelMapping(clusters, block -> SpeciesMaps.unknown(List.of(), block.size()));
	}

	/** The fit comes last: it may overwrite the spectra. */
	@Override
	public Part apply(final PixelBlock block) {
		final int[] labels = clusters.labels(block);
		return new Part(labels, fit.apply(block));
	}

	/**
	 * @param names of the references in use
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	void run(final SpectralImage image, final Mask mask, final List<String> names, final Runner runner,
		final PlaneMaps.Sink sink)
	{
		final Planes planes = new Planes(image.width() * image.height(), names, sink);
		runner.run("Mapping every pixel", image, mask, this, (block, part) -> {
			final int[] inside = block.inside(mask);
			relabel(part.labels, block, inside);
			planes.put(block, inside, part);
		});
	}

	private void relabel(final int[] labels, final Block block, final int[] inside) {
		if (unknown.size() == 0) return;
		for (int i = 0; i < inside.length; i++)
			if (unknown.contains(block.first() + inside[i])) labels[i] = unknownLabel;
	}

	/** Puts the pixels of blocks, which come in raster order, together to planes. */
	private static final class Planes {

		private final int area;
		private final List<String> names;
		private final PlaneMaps.Sink sink;
		private int[] labels;
		private SpeciesMaps species;

		Planes(final int area, final List<String> names, final PlaneMaps.Sink sink) {
			this.area = area;
			this.names = names;
			this.sink = sink;
		}

		void put(final Block block, final int[] inside, final Part part) {
			final int first = (int) (block.first() % area);
			if (first == 0) {
				labels = new int[area];
				species = SpeciesMaps.unknown(names, area);
			}
			for (int i = 0; i < inside.length; i++) labels[first + inside[i]] = part.labels[i];
			species.put(part.species, first, inside);
			if (first + block.count() == area) sink.accept(new PlaneMaps((int) (block.first() / area), labels, species));
		}
	}
}
