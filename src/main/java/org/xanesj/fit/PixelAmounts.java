// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.stack.InputException;

/**
 * How much of each reference every pixel holds, and nothing else: exact least squares under the design's constraint,
 * with its line and its weights.
 *
 * <pre>
 * FitOptions nonNegative = FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(Constraint.NON_NEGATIVE);
 * double[][] amounts = new PixelAmounts(Design.of(axis, references, nonNegative)).apply(block); // references x pixels
 * </pre>
 */
public final class PixelAmounts implements BlockTask<double[][]> {

	private static final long serialVersionUID = 1L;

	private final Design design;
	private final transient PixelSets sets;

	private final transient Spare<BlockAmounts> spare;

	/**
	 * @param design made for the energies of the blocks
	 * @throws InputException when there are more than 16 references
	 */
	public PixelAmounts(final Design design) {
		this.design = design;
		sets = new PixelSets(design);
		spare = new Spare<>(this::buffers, found -> found.pixels);
	}

	/** What is not sent along is worked out again where it is needed. */
	private Object readResolve() {
		return new PixelAmounts(design);
	}

	/**
	 * @return references x pixels, in the data's units; NaN in a pixel with a value that is not a number
	 * @throws InputException when the block has not as many energies as the design was made for
	 */
	@Override
	public double[][] apply(final PixelBlock block) {
		sets.check(block);
		return spare.with(block, found -> {
			found.solve(block);
			final double[][] amounts = new double[found.amounts.length][];
			for (int j = 0; j < amounts.length; j++) amounts[j] = Arrays.copyOf(found.amounts[j], block.size());
			return amounts;
		});
	}

	private BlockAmounts buffers(final int pixels) {
		final int first = design.line().length;
		final double[][] ofReferences = Arrays.copyOfRange(design.projector(), first, first + design.columns().length);
		return new BlockAmounts(sets, ofReferences, 0, new double[0][], pixels);
	}
}
