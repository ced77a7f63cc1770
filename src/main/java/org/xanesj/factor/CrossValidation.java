// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.xanesj.block.Gram;
import org.xanesj.block.GramFolds;
import org.xanesj.block.LineProjection;
import org.xanesj.block.Runner;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * How well n components predict values they were not made from. Pixels are dealt into folds; the components are made of
 * all folds but one, and in the pixels of that one each energy is predicted from the others: the spectrum in the span of
 * the components that is nearest at the other energies. That is the eigenvector method of R. Bro, K. Kjeldahl, A. K.
 * Smilde and H. A. L. Kiers, Anal. Bioanal. Chem. 390, 1241 (2008), the cross-validation of H. T. Eastment and W. J.
 * Krzanowski, Technometrics 24, 73 (1982), with whole pixels left out.
 * <p>
 * With orthonormal vectors v, P their projector and h = diag P, the error at energy e is {@code ((I - P) x)_e / (1 - h_e)}
 * (the residual of a linear regression without its own point): linear in x, so that its sum of squares over the pixels of
 * a fold follows from the Gram matrix of the fold alone.
 * </p>
 *
 * @param press sum of the squares of the errors of prediction for n = 0, 1, … components, NaN where nothing can be
 *          predicted: of the whitened spectra, line-free, or of the spectra as the variant prepares them
 */
public record CrossValidation(double[] press) {

	/** What is left of an energy's unit vector beside the basis, at least, for it to be predicted from the others. */
	private static final double LEFT = 1e-9;

	/**
	 * How pixels are dealt.
	 *
	 * @param folds how many, at least 2
	 * @param seed of the chance
	 */
	public record Options(int folds, long seed) {

		public static final Options DEFAULT = new Options(5, 1);

		/** @throws IllegalArgumentException when there are fewer than two folds */
		public Options {
			if (folds < 2) throw new IllegalArgumentException("folds: " + folds);
		}
	}

	/**
	 * Of whitened spectra with a free line: an energy is predicted by the line and the components that fit the others.
	 *
	 * @param folds of the spectra as they are
	 * @param projection takes the line out and whitens
	 */
	public static CrossValidation of(final GramFolds folds, final LineProjection projection) {
		final double[] weights = projection.weights();
		return sum(folds, (training, held) -> {
			final double[][] vectors = Eigen.of(projection.project(training.products())).vectors();
			for (int k = 0; k < vectors.length; k++) vectors[k] = projection.expand(vectors[k]);
			final double[][] products = held.products();
			final double[][] whitened = new double[weights.length][weights.length];
			for (int e = 0; e < weights.length; e++) for (int f = 0; f < weights.length; f++)
				whitened[e][f] = products[e][f] * weights[e] * weights[f];
			return errors(projection.line(), Arrays.copyOf(vectors, rank(vectors.length, training)), whitened);
		});
	}

	/**
	 * Of spectra as a variant prepares them. A mean spectrum that is subtracted is that of the training folds where spectra
	 * are centred, and that of all pixels where they are standardised after it.
	 *
	 * @param energies indices of the energies to look at
	 * @param origin of the components: the spectrum that was subtracted
	 */
	public static CrossValidation of(final SpectralImage image, final Mask mask, final int[] energies,
		final PcaVariant variant, final double[] origin, final Options options, final Runner runner)
	{
		final Preparation preparation = Preparation.of(variant == PcaVariant.CENTRED ? PcaVariant.UNCENTRED : variant, energies,
			origin);
		final GramFolds folds = GramFolds.of("Cross-validation", image, mask, energies.length, preparation::apply, options
			.folds(), options.seed(), runner);
		return sum(folds, (training, held) -> {
			final double[] mean = variant == PcaVariant.CENTRED ? training.mean() : new double[energies.length];
			final double[][] vectors = Eigen.of(training.about(mean)).vectors();
			return errors(variant.free(energies.length), Arrays.copyOf(vectors, rank(vectors.length, training)), held.about(
				mean));
		});
	}

	/** Few pixels make no more components than they are. */
	private static int rank(final int vectors, final Gram training) {
		return (int) Math.min(vectors, training.pixels());
	}

	/** What is done with the pixels of one fold. */
	@FunctionalInterface
	private interface Fold {

		double[] errors(Gram training, Gram held);
	}

	private static CrossValidation sum(final GramFolds folds, final Fold fold) {
		final double[] press = new double[folds.folds().get(0).sums().length + 1];
		for (int k = 0; k < folds.folds().size(); k++) {
			final Gram training = folds.without(k);
			final double[] errors = training.pixels() == 0 ? new double[0] : fold.errors(training, folds.folds().get(k));
			for (int n = 0; n < press.length; n++) press[n] += n < errors.length ? errors[n] : Double.NaN;
		}
		return new CrossValidation(press);
	}

	/**
	 * @param free orthonormal vectors that are always fitted
	 * @param vectors orthonormal ones that are let in one by one
	 * @param gram of the spectra that are predicted
	 * @return the sum of squares of the errors with none, one, … of the vectors
	 */
	static double[] errors(final double[][] free, final double[][] vectors, final double[][] gram) {
		final int n = gram.length;
		final double[][] all = Subspace.joined(free, vectors);
		final double[] squares = IntStream.range(0, n).mapToDouble(e -> gram[e][e]).toArray();
		final double[] left = new double[n];
		Arrays.fill(left, 1);
		final double[] errors = new double[vectors.length + 1];
		for (int k = 0; k <= all.length; k++) {
			if (k >= free.length) errors[k - free.length] = error(squares, left);
			if (k < all.length) letIn(k, all, gram, squares, left);
		}
		return errors;
	}

	private static double error(final double[] squares, final double[] left) {
		double sum = 0;
		for (int e = 0; e < left.length; e++) sum += left[e] < LEFT ? Double.NaN : Math.max(0, squares[e]) / (left[e] * left[e]);
		return sum;
	}

	/** Brings the diagonals of (I - P) G (I - P) and of I - P up to date for one vector more. */
	private static void letIn(final int k, final double[][] all, final double[][] gram, final double[] squares,
		final double[] left)
	{
		final double[] v = all[k];
		final double[] image = Arrays.stream(gram).mapToDouble(row -> dot(row, v)).toArray();
		final double[] shared = image.clone();
		for (int j = 0; j < k; j++) {
			final double product = dot(all[j], image);
			for (int e = 0; e < v.length; e++) shared[e] -= product * all[j][e];
		}
		final double own = dot(v, image);
		for (int e = 0; e < v.length; e++) {
			squares[e] += v[e] * (v[e] * own - 2 * shared[e]);
			left[e] -= v[e] * v[e];
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
		return sum;
	}

	/** @return the PRESS with n components; NaN where nothing can be predicted */
	public double of(final int n) {
		return n < press.length ? press[n] : Double.NaN;
	}

	/** @return whether anything could be predicted: too few pixels leave folds empty */
	public boolean isDefined() {
		return !Double.isNaN(of(1));
	}

	/** @return the number of components with the smallest PRESS; 0 when none predicts better than nothing */
	public int minimum() {
		int best = 0;
		for (int n = 1; n < press.length; n++) if (press[n] < press[best]) best = n;
		return best;
	}
}
