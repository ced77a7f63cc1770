// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Fits the same references in every pixel, exactly as {@link LinearCombination} fits one spectrum. A block's data are
 * projected on Q together, which leaves a tiny problem for each pixel; misfits are then summed from the data
 * themselves. The weights are common to all pixels, errors are scaled by each pixel's own misfit.
 *
 * <pre>
 * Design design = Design.of(image.energies(), inUse, options);
 * SpeciesMaps maps = PixelFit.map(image, mask, design, runner);
 * </pre>
 */
public final class PixelFit implements BlockTask<SpeciesMaps> {

	private static final long serialVersionUID = 1L;

	/** Pixels at a time: what is known of them stays in a core's second-level cache. */
	private static final int TILE = 256;

	/** More references than this are not told apart in a pixel, and their active sets are too many. */
	public static final int MOST_REFERENCES = PixelSolver.MOST_REFERENCES;

	private final Design design;
	private final transient PixelSolver solver;

	/**
	 * @param design made for the energies of the blocks
	 * @throws InputException when there are more than 16 references
	 */
	public PixelFit(final Design design) {
		if (design.names().size() > PixelSolver.MOST_REFERENCES) throw new InputException(design.names().size() +
			" references were to be fitted in every pixel; " + PixelSolver.MOST_REFERENCES + " are the most.",
			"Fit the mean spectra first and map the references that are in use.");
		this.design = design;
		solver = new PixelSolver(design);
	}

	/** What the solver holds is worked out again where it is needed. */
	private Object readResolve() {
		return new PixelFit(design);
	}

	/**
	 * @param image absorption, or normalised absorption when the design says so
	 * @return maps of the whole image
	 * @throws InputException when the image's energies are not the design's, or it has too many pixels for one array
	 * @throws java.util.concurrent.CancellationException when the user stops it
	 */
	public static SpeciesMaps map(final SpectralImage image, final Mask mask, final Design design, final Runner runner) {
		if (image.size() > Integer.MAX_VALUE - 8) throw new InputException(image.info().name() + " has " + image.size() +
			" pixels, more than one map holds.", "Map it in blocks of z.");
		final SpeciesMaps maps = SpeciesMaps.unknown(design.names(), (int) image.size());
		runner.run("Fitting every pixel", image, mask, new PixelFit(design), (block, part) -> maps.put(part, (int) block
			.first(), block.inside(mask)));
		return maps;
	}

	/** @throws InputException when the block has not as many energies as the design was made for */
	@Override
	public SpeciesMaps apply(final PixelBlock block) {
		if (block.energies() != design.dataEnergies()) throw new InputException("The image has " + block.energies() +
			" energies and the fit was set up for " + design.dataEnergies() + ".", "Set it up for this image.");
		final SpeciesMaps maps = SpeciesMaps.unknown(design.names(), block.size());
		final PixelTile tile = new PixelTile(design, solver, TILE);
		for (int first = 0; first < block.size(); first += TILE)
			tile.fit(block, first, Math.min(TILE, block.size() - first), maps);
		return maps;
	}
}
