// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Fits the same references in every pixel, exactly as {@link LinearCombination} fits one spectrum: amounts as
 * {@link PixelAmounts} finds them, with their errors, and how good the fits are. The weights are common to all pixels,
 * errors are scaled by each pixel's own misfit.
 *
 * <pre>
 * Design design = Design.of(image.energies(), inUse, options);
 * SpeciesMaps maps = PixelFit.map(image, mask, design, runner);
 * </pre>
 */
public final class PixelFit implements BlockTask<SpeciesMaps> {

	private static final long serialVersionUID = 1L;

	/** More references than this are not told apart in a pixel, and their active sets are too many. */
	public static final int MOST_REFERENCES = PixelSets.MOST_REFERENCES;

	private final Design design;
	private final transient PixelSets sets;

	private final transient Spare<BlockFit> spare;

	/**
	 * @param design made for the energies of the blocks
	 * @throws InputException when there are more than 16 references
	 */
	public PixelFit(final Design design) {
		this.design = design;
		sets = new PixelSets(design);
		spare = new Spare<>(pixels -> new BlockFit(sets, pixels), BlockFit::pixels);
	}

	/** What is not sent along is worked out again where it is needed. */
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
		sets.check(block);
		return spare.with(block, fit -> fit.of(block));
	}
}
