// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.xanesj.block.Gram;
import org.xanesj.block.LineProjection;
import org.xanesj.stack.EnergyAxis;

/**
 * The noise of the spectra at each energy, found from the spectra themselves: what a line and the significant
 * components leave. With it the spectra are whitened, and then the noise has no eigenvalue above the edge of
 * Marchenko and Pastur (Math. USSR Sb. 1, 457 (1967)), {@code (sqrt r + sqrt c)²}: what lies above it is a component.
 * Components are let in one by one until none is left above it.
 *
 * @param sigma standard deviation of the noise at each energy, the root mean square over pixels
 * @param projection takes the line out and whitens
 * @param pca of the whitened spectra without their line, uncentred
 * @param components how many eigenvalues stand above the noise, at least 1
 */
public record NoiseModel(double[] sigma, LineProjection projection, Pca pca, int components) {

	/** The edge is raised by this: noise that differs from pixel to pixel spreads its eigenvalues a little. */
	private static final double MARGIN = 1.1;

	/** More components than this are drift or misalignment, not species. */
	private static final int MOST = 12;

	private static final int ROUNDS = 4;

	/** Of the values: single precision has seven digits, and absorption is a difference of logarithms. */
	private static final double PRECISION = 1e-6;

	/** Below this part of the noise that was assumed, what is left is no noise. */
	private static final double EXPLAINED = 0.1;

	/** Spectra for each energy, at least, from which the noise of every single energy can be told. */
	private static final int FEWEST = 3;

	/**
	 * @param gram of the spectra at the energies of the axis
	 * @param energies n of them, at least 5
	 */
	public static NoiseModel of(final Gram gram, final EnergyAxis energies) {
		return found(gram, energies, gram.pixels() < FEWEST * energies.size() ? NoiseModel::equal : UnaryOperator.identity());
	}

	/** The same, when the noise is taken to be the same at all energies; its level is found. */
	public static NoiseModel ofEqual(final Gram gram, final EnergyAxis energies) {
		return found(gram, energies, NoiseModel::equal);
	}

	/** @param sigma the noise at each energy, as it is known from elsewhere */
	public static NoiseModel ofKnown(final Gram gram, final EnergyAxis energies, final double[] sigma) {
		NoiseModel model = given(1, sigma, gram, energies);
		while (model.hasAnother() && !model.isAtLimit())
			model = new NoiseModel(sigma, model.projection, model.pca, model.components + 1);
		return model;
	}

	/** @param shape what is made of the noise that was found at each energy */
	private static NoiseModel found(final Gram gram, final EnergyAxis energies, final UnaryOperator<double[]> shape) {
		final double[] equal = new double[energies.size()];
		Arrays.fill(equal, 1);
		NoiseModel model = with(1, equal, gram, energies, shape);
		while (model.hasAnother() && !model.isAtLimit())
			model = with(model.components + 1, model.sigma, gram, energies, shape);
		return model;
	}

	/** @return whether as many components were found as are looked for, and there are more */
	public boolean isAtLimit() {
		final long most = Math.min(MOST, Math.min(sigma.length, pca.pixels()) / 3);
		return components >= most && hasAnother();
	}

	/**
	 * One component more at a time, each with its own noise level: were many let in at once, a single noisy energy could
	 * become a component that explains itself.
	 */
	private static NoiseModel with(final int components, final double[] start, final Gram gram, final EnergyAxis energies,
		final UnaryOperator<double[]> shape)
	{
		double[] sigma = start;
		for (int round = 0; round < ROUNDS; round++)
			sigma = positive(shape.apply(given(components, sigma, gram, energies).refined(gram)), PRECISION * largest(gram));
		return given(components, sigma, gram, energies);
	}

	private static NoiseModel given(final int components, final double[] sigma, final Gram gram,
		final EnergyAxis energies)
	{
		final LineProjection projection = LineProjection.of(energies, sigma);
		return new NoiseModel(sigma, projection, Pca.of(projection.project(gram.products()), gram.pixels()), components);
	}

	/** @return k vectors that give the scores of spectra on the first components: weighted, one value for each energy */
	public double[][] eigenspectra(final int k) {
		final double[] weights = projection.weights();
		final double[][] vectors = new double[k][];
		for (int i = 0; i < k; i++) {
			vectors[i] = projection.expand(pca.vectors()[i]);
			for (int e = 0; e < weights.length; e++) vectors[i][e] *= weights[e];
		}
		return vectors;
	}

	/** @return whether the next eigenvalue still stands above the noise */
	private boolean hasAnother() {
		return isAboveNoise(components);
	}

	/** @return whether the first component stands above the noise; it is kept even if it does not */
	public boolean hasSignal() {
		return isAboveNoise(0);
	}

	private boolean isAboveNoise(final int component) {
		final double[] values = pca.eigenvalues();
		final double edge = Math.pow(Math.sqrt(pca.pixels()) + Math.sqrt(pca.vectors().length), 2);
		return values.length > component && values[component] > edge * MARGIN;
	}

	/** @return whether nothing but rounding is left beside the components, in a stack without noise or of few pixels */
	public boolean isBelowPrecision() {
		final double[] values = pca.eigenvalues();
		final double left = Arrays.stream(values).skip(components).sum();
		return left < EXPLAINED * pca.pixels() * Math.max(1, pca.vectors().length - components);
	}

	/** @return the noise at each energy that the line and the components leave, corrected for what they take of it */
	private double[] refined(final Gram gram) {
		final int n = sigma.length;
		final double[][] kept = new double[n][n];
		for (int e = 0; e < n; e++) kept[e][e] = 1;
		for (final double[] v : projection.line()) deflate(kept, v);
		for (final double[] v : pca.factors(components)) deflate(kept, projection.expand(v));
		final double[][] whitened = whitened(gram.products());
		final double degrees = Math.max(1, gram.pixels() - components);
		final double[] refined = new double[n];
		for (int e = 0; e < n; e++) {
			final double[] left = new double[n];
			for (int i = 0; i < n; i++) add(left, kept[e][i], whitened[i]);
			double squares = 0;
			for (int j = 0; j < n; j++) squares += kept[e][j] * left[j];
			refined[e] = sigma[e] * Math.sqrt(Math.max(0, squares) / (degrees * kept[e][e]));
		}
		return refined;
	}

	private double[][] whitened(final double[][] products) {
		final int n = sigma.length;
		final double[][] whitened = new double[n][n];
		for (int i = 0; i < n; i++) for (int j = 0; j < n; j++)
			whitened[i][j] = products[i][j] / (sigma[i] * sigma[j]);
		return whitened;
	}

	private static void add(final double[] sums, final double weight, final double[] values) {
		for (int j = 0; j < sums.length; j++) sums[j] += weight * values[j];
	}

	/** Few spectra do not tell the noise of single energies from components: there it is taken to be the same at all. */
	private static double[] equal(final double[] sigma) {
		final double[] equal = new double[sigma.length];
		Arrays.fill(equal, Math.sqrt(Arrays.stream(sigma).map(s -> s * s).average().orElse(1)));
		return equal;
	}

	private static void deflate(final double[][] matrix, final double[] v) {
		for (int i = 0; i < v.length; i++) for (int j = 0; j < v.length; j++) matrix[i][j] -= v[i] * v[j];
	}

	/** @return the largest root mean square of the values at an energy */
	private static double largest(final Gram gram) {
		double largest = 0;
		for (int e = 0; e < gram.sums().length; e++) largest = Math.max(largest, gram.products()[e][e]);
		return Math.sqrt(largest / gram.pixels());
	}

	/** Energies without any noise (a synthetic stack) would get infinite weight, and rounding become components. */
	private static double[] positive(final double[] sigma, final double precision) {
		final double least = Math.max(precision, 1e-6 * Arrays.stream(sigma).max().orElse(1));
		return Arrays.stream(sigma).map(s -> Math.max(s, least)).toArray();
	}
}
