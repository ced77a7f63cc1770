// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.Arrays;

/** Makes of the fits of a block's pixels what is reported of them. Not for two threads at once. */
final class BlockMaps {

	private final Design design;
	private final PixelSets sets;
	private final boolean isShares;
	private final boolean isSumToOne;
	private final double[] sum;

	/** Of each pixel, what amounts are multiplied by to be fractions. */
	private final double[] unit;

	/** @param pixels the most in a block */
	BlockMaps(final PixelSets sets, final int pixels) {
		this.sets = sets;
		design = sets.design;
		isShares = design.isShares();
		isSumToOne = design.constraint().isSumToOne();
		sum = new double[pixels];
		unit = new double[pixels];
	}

	/**
	 * @param amounts references x pixels, NaN in a pixel that could not be fitted
	 * @param free as bits, the references of each pixel that are not held at zero
	 */
	SpeciesMaps of(final double[][] amounts, final int[] free, final BlockMisfit misfit, final int n) {
		final SpeciesMaps maps = SpeciesMaps.unknown(design.names(), n);
		Arrays.fill(sum, 0, n, 0);
		for (final double[] amount : amounts) FusedSums.add(sum, 1, amount, 0, n);
		for (int i = 0; i < n; i++) unit[i] = !isShares ? 1 : sum[i] > 0 ? 1 / sum[i] : Double.NaN;
		for (int j = 0; j < amounts.length; j++) multiply(amounts[j], unit, maps.fractions()[j], n);
		for (int i = 0; i < n; i++) maps.edgeStep()[i] = (float) sum[i];
		for (int i = 0; i < n; i++)
			maps.rFactor()[i] = misfit.size[i] == 0 ? Float.NaN : (float) (misfit.misfit[i] / misfit.size[i]);
		for (int i = 0; i < n; i++) putErrors(i, sets.at(free[i]), misfit, amounts, maps);
		return maps;
	}

	private static void multiply(final double[] amounts, final double[] units, final float[] fractions, final int n) {
		for (int i = 0; i < n; i++) fractions[i] = (float) (amounts[i] * units[i]);
	}

	/** Errors are scaled by the pixel's own misfit; what is held, or is all there is, has none. */
	private void putErrors(final int i, final PixelSet set, final BlockMisfit misfit, final double[][] amounts,
		final SpeciesMaps maps)
	{
		final double variance = Design.variance(misfit.chiSquare[i], set.degreesOfFreedom);
		maps.reducedChiSquare()[i] = (float) variance;
		if (set.columns.length == 1 && isSumToOne) return;
		final double noise = design.spread() == null ? variance : design.spread().variance(misfit.outside[i]);
		for (int c = 0; c < set.columns.length; c++) {
			final int j = set.columns[c];
			final double factor = isShares ? set.uncertainty.ofShare(c, amounts[j][i] * unit[i], sum[i])
				: set.uncertainty.ofAmount(c);
			maps.errors()[j][i] = (float) Math.sqrt(noise * factor);
		}
	}
}
