// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.List;

import org.xanesj.block.NewPlanes;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * A stack without what its components cannot make, which is mostly noise: each spectrum is replaced by the nearest one
 * of a subspace. Of white noise in c energies the part (dimension of the subspace)/c of the variance is left. What is
 * peculiar to a few pixels is no component and is lost with the noise: {@link ResidualMap} shows where.
 */
public final class Reconstruction {

	private Reconstruction() {}

	/**
	 * @param energies indices of the energies of the subspace
	 * @return a stack in memory of these energies, NaN outside the mask
	 * @throws org.xanesj.stack.InputException when it does not fit into the memory
	 */
	public static SpectralImage of(final SpectralImage image, final Mask mask, final int[] energies,
		final Subspace subspace, final Runner runner)
	{
		final NewPlanes planes = new NewPlanes(image, energies.length);
		runner.run("Reconstruction", image, mask, block -> nearest(block.select(energies), subspace), (block, rows) -> planes.put(
			block, mask, rows));
		return planes.image(image.energies().select(energies), image.info().noting(List.of("Reconstructed with a subspace of " +
			subspace.basis().length + " dimensions.")));
	}

	private static float[][] nearest(final PixelBlock block, final Subspace subspace) {
		final double[][] amounts = subspace.amounts(block);
		final float[][] rows = new float[block.energies()][block.size()];
		for (int e = 0; e < rows.length; e++) {
			final double[] values = subspace.values(amounts, e);
			for (int p = 0; p < values.length; p++) rows[e][p] = (float) values[p];
		}
		return rows;
	}
}
