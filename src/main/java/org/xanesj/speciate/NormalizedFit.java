// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.xanesj.block.BlockTask;
import org.xanesj.block.PixelBlock;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.prepare.StackNormalization;

/**
 * The classic fit of every pixel: each is normalised, then fitted. The edge step is that by which it was normalised.
 *
 * @param operator for the energies of the stack
 * @param fit of normalised spectra
 */
record NormalizedFit(NormalizationOperator operator, BlockTask<SpeciesMaps> fit) implements BlockTask<SpeciesMaps> {

	@Override
	public SpeciesMaps apply(final PixelBlock block) {
		final float[] steps = StackNormalization.inPlace(operator, block);
		return fit.apply(block).withEdgeStep(steps);
	}
}
