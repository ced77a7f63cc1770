// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * The Gram matrix of the spectra of an image: the sum over pixels of the products of each two energies, with the sum
 * of the spectra. All of factor analysis follows from it; the pixels are read once.
 *
 * @param products energies x energies, symmetric
 * @param sums of all spectra, one for each energy
 * @param pixels how many there were
 */
public record Gram(double[][] products, double[] sums, long pixels) implements Serializable {

	/** @param energies indices of the energies to look at */
	public static Gram of(final SpectralImage image, final Mask mask, final int[] energies, final Runner runner) {
		return of("Covariance", image, mask, energies.length, block -> block.select(energies), runner);
	}

	/**
	 * @param step what is being done, for the progress bar
	 * @param energies how many values each spectrum has
	 * @param spectra what is made of each block before its products are summed
	 */
	public static Gram of(final String step, final SpectralImage image, final Mask mask, final int energies,
		final BlockTask<PixelBlock> spectra, final Runner runner)
	{
		final GramSums total = new GramSums(energies);
		runner.run(step, image, mask, block -> GramSums.of(spectra.apply(block)), (block, sums) -> total.add(sums));
		return total.gram();
	}

	/** @return the Gram matrix of the spectra of one block */
	public static Gram of(final PixelBlock block) {
		return GramSums.of(block).gram();
	}

	/**
	 * @param origin a value for each energy
	 * @return the products of the spectra after a spectrum was subtracted from each
	 */
	public double[][] about(final double[] origin) {
		final int n = sums.length;
		final double[][] about = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) about[i][j] = products[i][j] - origin[i] * sums[j] - sums[i] *
			origin[j] + pixels * origin[i] * origin[j];
		return about;
	}

	/** @return the Gram matrix of the pixels of both */
	Gram plus(final Gram other) {
		final int n = sums.length;
		final double[][] both = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) both[i][j] = products[i][j] + other.products[i][j];
		return new Gram(both, IntStream.range(0, n).mapToDouble(i -> sums[i] + other.sums[i]).toArray(), pixels + other.pixels);
	}

	/** @return the mean spectrum */
	public double[] mean() {
		return Arrays.stream(sums).map(s -> s / pixels).toArray();
	}
}
