// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.io.Serializable;
import java.util.Arrays;

import org.xanesj.block.LineProjection;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Projector;

/**
 * The spectra that some components, and what is free beside them, can make: those that lie nearest to the spectra of
 * pixels when differences are weighted. Every variant of the components is one: line-free, the line is free beside them
 * and the weights are one over the noise; where each spectrum is standardised, its mean is free (the standard deviation
 * cancels); where the mean spectrum is subtracted, that is the origin.
 *
 * @param basis orthonormal vectors of weighted energies: what is free, then the components
 * @param weights of the energies
 * @param origin the spectrum from which the others are counted
 */
public record Subspace(double[][] basis, double[] weights, double[] origin) implements Serializable {

	/** @return a line and the first n components of the whitened spectra */
	public static Subspace of(final NoiseModel noise, final int n) {
		final LineProjection projection = noise.projection();
		final double[][] factors = noise.pca().factors(n);
		for (int k = 0; k < n; k++) factors[k] = projection.expand(factors[k]);
		return new Subspace(joined(projection.line(), factors), projection.weights(), new double[projection.energies()]);
	}

	/** @return the first n components of spectra that were prepared as the variant does */
	public static Subspace of(final Pca pca, final PcaVariant variant, final int n) {
		final double[] equal = new double[pca.origin().length];
		Arrays.fill(equal, 1);
		return new Subspace(joined(variant.free(equal.length), pca.factors(n)), equal, pca.origin());
	}

	static double[][] joined(final double[][] first, final double[][] then) {
		final double[][] all = Arrays.copyOf(first, first.length + then.length);
		System.arraycopy(then, 0, all, first.length, then.length);
		return all;
	}

	/** @return how far along each vector of the basis the spectra lie: vectors x pixels */
	double[][] amounts(final PixelBlock block) {
		final double[][] vectors = new double[basis.length][weights.length];
		final double[] ofOrigin = new double[basis.length];
		for (int k = 0; k < vectors.length; k++) for (int e = 0; e < weights.length; e++) {
			vectors[k][e] = basis[k][e] * weights[e];
			ofOrigin[k] += vectors[k][e] * origin[e];
		}
		final double[][] amounts = new Projector(vectors).apply(block);
		for (int k = 0; k < amounts.length; k++) for (int p = 0; p < amounts[k].length; p++) amounts[k][p] -= ofOrigin[k];
		return amounts;
	}

	/** @return the values of the nearest spectra at one energy */
	double[] values(final double[][] amounts, final int energy) {
		final double[] values = new double[amounts[0].length];
		Arrays.fill(values, origin[energy]);
		for (int k = 0; k < basis.length; k++) add(values, basis[k][energy] / weights[energy], amounts[k]);
		return values;
	}

	private static void add(final double[] sums, final double weight, final double[] values) {
		for (int p = 0; p < sums.length; p++) sums[p] += weight * values[p];
	}

	/**
	 * @param sigma the noise at each energy
	 * @return what spectra of nothing but noise leave, on average: the sum over energies of the squares of what is left
	 *         over the noise; with weights of one over the noise it is the number of energies less that of the vectors
	 */
	double degrees(final double[] sigma) {
		double degrees = 0;
		for (int e = 0; e < sigma.length; e++) for (int f = 0; f < sigma.length; f++) {
			double left = e == f ? 1 : 0;
			for (final double[] v : basis) left -= v[e] / weights[e] * v[f] * weights[f];
			degrees += square(left * sigma[f] / sigma[e]);
		}
		return degrees;
	}

	private static double square(final double v) {
		return v * v;
	}
}
