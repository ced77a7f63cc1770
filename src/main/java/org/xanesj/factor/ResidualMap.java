// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Where some components are not enough: for each pixel the root mean square, over energies, of what they leave of its
 * spectrum over the noise. It is divided by what noise alone would leave (a chi-square over its degrees of freedom, as
 * in any least-squares fit), so that 1 is expected where there is nothing else.
 */
public final class ResidualMap {

	private ResidualMap() {}

	/**
	 * @param energies indices of the energies of the subspace
	 * @param sigma the noise at each of these
	 * @return a value for each pixel, NaN outside the mask, and everywhere when nothing can be left
	 */
	public static float[] of(final SpectralImage image, final Mask mask, final int[] energies, final Subspace subspace,
		final double[] sigma, final Runner runner)
	{
		final double degrees = subspace.basis().length < energies.length ? subspace.degrees(sigma) : 0;
		return EigenImages.images("Residuals", image, mask, 1, block -> new double[][] { left(block.select(energies), subspace,
			sigma, degrees) }, runner)[0];
	}

	private static double[] left(final PixelBlock block, final Subspace subspace, final double[] sigma,
		final double degrees)
	{
		final double[][] amounts = subspace.amounts(block);
		final double[] left = new double[block.size()];
		for (int e = 0; e < sigma.length; e++) addSquares(left, block.row(e), subspace.values(amounts, e), sigma[e]);
		for (int p = 0; p < left.length; p++) left[p] = degrees > 0 ? Math.sqrt(left[p] / degrees) : Double.NaN;
		return left;
	}

	private static void addSquares(final double[] sums, final float[] row, final double[] values, final double sigma) {
		for (int p = 0; p < sums.length; p++) {
			final double residual = (row[p] - values[p]) / sigma;
			sums[p] += residual * residual;
		}
	}
}
