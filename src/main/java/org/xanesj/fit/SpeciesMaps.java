// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How much of each reference every pixel holds, and how well it is explained. NaN outside the mask, and everywhere
 * in a pixel with a value that is not a number.
 *
 * @param names of the references
 * @param fractions references x pixels: shares of the edge step, or amounts; shares are NaN where there is no edge
 * @param errors references x pixels: one standard error, scaled by the pixel's own misfit; NaN at a bound
 * @param rFactor as in {@link RFactor#LARCH}
 * @param reducedChiSquare chi-square over the degrees of freedom
 * @param edgeStep sum of the amounts
 * @param undecided 1 where another set of references explains the pixel so well that it cannot be told from the most
 *          probable one, 0 where there is none; NaN when only one set was looked at
 */
public record SpeciesMaps(List<String> names, float[][] fractions, float[][] errors, float[] rFactor,
	float[] reducedChiSquare, float[] edgeStep, float[] undecided) implements Serializable
{

	/** @return maps of so many pixels, all NaN */
	public static SpeciesMaps unknown(final List<String> names, final int pixels) {
		final int k = names.size();
		final SpeciesMaps maps = new SpeciesMaps(List.copyOf(names), new float[k][pixels], new float[k][pixels],
			new float[pixels], new float[pixels], new float[pixels], new float[pixels]);
		for (final float[] map : maps.all()) Arrays.fill(map, Float.NaN);
		return maps;
	}

	/** @return the same with another edge step, such as that by which pixels were normalised */
	public SpeciesMaps withEdgeStep(final float[] other) {
		return new SpeciesMaps(names, fractions, errors, rFactor, reducedChiSquare, other, undecided);
	}

	/** @return R-factor, reduced chi-square, edge step, undecided */
	public float[][] quality() {
		return new float[][] { rFactor, reducedChiSquare, edgeStep, undecided };
	}

	private float[][] all() {
		final int k = names.size();
		final float[][] all = new float[2 * k + 4][];
		System.arraycopy(fractions, 0, all, 0, k);
		System.arraycopy(errors, 0, all, k, k);
		all[2 * k] = rFactor;
		all[2 * k + 1] = reducedChiSquare;
		all[2 * k + 2] = edgeStep;
		all[2 * k + 3] = undecided;
		return all;
	}

	/**
	 * Puts the pixels of a block where they belong.
	 *
	 * @param block maps of the block's pixels inside the mask
	 * @param first where the block begins in these maps
	 * @param offsets of its pixels, counted from there
	 */
	public void put(final SpeciesMaps block, final int first, final int[] offsets) {
		final float[][] from = block.all();
		final float[][] to = all();
		final int n = offsets.length;
		if (n > 0 && offsets[n - 1] - offsets[0] == n - 1) put(block, first + offsets[0]);
		else for (int m = 0; m < to.length; m++) for (int i = 0; i < n; i++) to[m][first + offsets[i]] = from[m][i];
	}

	/** Puts maps of consecutive pixels where they belong. */
	public void put(final SpeciesMaps part, final int first) {
		final float[][] from = part.all();
		final float[][] to = all();
		for (int m = 0; m < to.length; m++) System.arraycopy(from[m], 0, to[m], first, from[m].length);
	}
}
