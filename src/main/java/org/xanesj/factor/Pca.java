// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.List;

import org.xanesj.block.Gram;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * Principal components of the spectra of an image, by the eigenvectors of their Gram matrix.
 *
 * @param vectors eigenspectra, c rows of c values, orthonormal, largest eigenvalue first, the largest component of
 *          each positive
 * @param indicators of each component, in the same order
 * @param pixels number of spectra
 * @param origin the spectrum that was subtracted from each, c values, all 0 unless the variant subtracts the mean
 */
public record Pca(double[][] vectors, List<Indicators> indicators, long pixels, double[] origin) {

	/** @param energies indices of the energies to look at */
	public static Pca of(final SpectralImage image, final Mask mask, final int[] energies, final PcaVariant variant,
		final Runner runner)
	{
		final double[] zero = new double[energies.length];
		if (variant == PcaVariant.CORRELATION) return standardized(image, mask, energies, variant, zero, runner);
		final Gram gram = Gram.of(image, mask, energies, runner);
		if (variant == PcaVariant.LARCH) return standardized(image, mask, energies, variant, gram.mean(), runner);
		if (variant == PcaVariant.CENTRED) return of(centred(gram), gram.pixels(), energies.length, gram.mean());
		return of(gram.products(), gram.pixels());
	}

	/** Spectra that each have mean 0 leave an exact zero among the eigenvalues, which is no component. */
	private static Pca standardized(final SpectralImage image, final Mask mask, final int[] energies,
		final PcaVariant variant, final double[] origin, final Runner runner)
	{
		final Preparation preparation = Preparation.of(variant, energies, origin);
		final Gram gram = Gram.of("PCA", image, mask, energies.length, preparation::apply, runner);
		return of(gram.products(), gram.pixels(), energies.length - 1, origin);
	}

	private static double[][] centred(final Gram gram) {
		final int n = gram.sums().length;
		final double[][] matrix = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++)
			matrix[i][j] = gram.products()[i][j] - gram.sums()[i] * gram.sums()[j] / gram.pixels();
		return matrix;
	}

	/**
	 * @param symmetric Gram matrix c x c
	 * @param pixels number of spectra it was summed over
	 */
	public static Pca of(final double[][] symmetric, final long pixels) {
		return of(symmetric, pixels, symmetric.length, new double[symmetric.length]);
	}

	private static Pca of(final double[][] symmetric, final long pixels, final int independent, final double[] origin) {
		final Eigen eigen = Eigen.of(symmetric);
		final int rank = (int) Math.min(independent, pixels);
		final double[] values = Arrays.copyOf(eigen.values(), rank);
		return new Pca(eigen.vectors(), Indicators.of(values, Math.max(symmetric.length, pixels)), pixels, origin);
	}

	/** @return the eigenvalues, largest first */
	public double[] eigenvalues() {
		return indicators.stream().mapToDouble(Indicators::eigenvalue).toArray();
	}

	/** @return the first n eigenspectra */
	public double[][] factors(final int n) {
		return Arrays.copyOf(vectors, n);
	}

	/** @return the component at which IND is smallest */
	public int indMinimum() {
		int best = 1;
		for (final Indicators i : indicators) if (i.ind() < indicators.get(best - 1).ind()) best = i.component();
		return best;
	}

	/** @return the last component before the first that the F test does not tell from noise at this level */
	public int significant(final double level) {
		for (final Indicators i : indicators) if (!(i.p() < level)) return i.component() - 1;
		return indicators.size();
	}
}
