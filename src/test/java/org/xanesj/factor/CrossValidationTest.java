// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.Gram;
import org.xanesj.block.GramFolds;
import org.xanesj.block.LineProjection;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.PixelBlock;
import org.xanesj.block.Progress;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** The sums of squares from Gram matrices against every single prediction, made by least squares. */
class CrossValidationTest {

	private static final int N = 11;
	private static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, N).mapToDouble(e -> 700 + e + 0.07 * e * e)
		.toArray());

	/** @return pixels x energies: two components and a line in noise */
	private static double[][] spectra(final int pixels, final double noise, final long seed) {
		final Random random = new Random(seed);
		final double[][] spectra = new double[pixels][N];
		for (final double[] spectrum : spectra) {
			final double a = random.nextDouble(), b = random.nextDouble(), c = random.nextDouble();
			for (int e = 0; e < N; e++) spectrum[e] = (float) (a * Math.atan(e - 4.0) + b * Math.sin(0.9 * e) + c + 0.1 * c * e +
				noise * random.nextGaussian());
		}
		return spectra;
	}

	private static Gram gram(final double[][] spectra) {
		final float[][] rows = new float[N][spectra.length];
		for (int p = 0; p < spectra.length; p++) for (int e = 0; e < N; e++) rows[e][p] = (float) spectra[p][e];
		return Gram.of(PixelBlock.of(rows, spectra.length));
	}

	private static final List<double[][]> FOLDS = List.of(spectra(17, 0.05, 1), spectra(20, 0.05, 2), spectra(15, 0.05, 3));

	private static GramFolds folds() {
		return new GramFolds(FOLDS.stream().map(CrossValidationTest::gram).toList());
	}

	private static double[][] allBut(final int fold) {
		final List<double[]> spectra = new ArrayList<>();
		for (int k = 0; k < FOLDS.size(); k++) if (k != fold) spectra.addAll(List.of(FOLDS.get(k)));
		return spectra.toArray(double[][]::new);
	}

	/** Leaves an energy out of both the spectrum and the columns, fits, and compares. */
	private static double squaredError(final double[] spectrum, final RealMatrix columns) {
		double sum = 0;
		for (int e = 0; e < N; e++) {
			final int left = e;
			final int[] others = IntStream.range(0, N).filter(i -> i != left).toArray();
			double predicted = 0;
			if (columns.getColumnDimension() > 0) {
				final RealMatrix design = columns.getSubMatrix(others, IntStream.range(0, columns.getColumnDimension()).toArray());
				final double[] values = IntStream.of(others).mapToDouble(i -> spectrum[i]).toArray();
				final double[] amounts = new QRDecomposition(design).getSolver().solve(new Array2DRowRealMatrix(values)).getColumn(0);
				for (int k = 0; k < amounts.length; k++) predicted += amounts[k] * columns.getEntry(e, k);
			}
			sum += (spectrum[e] - predicted) * (spectrum[e] - predicted);
		}
		return sum;
	}

	@Test
	void pressOfWhitenedSpectraWithALineIsThatOfEverySinglePrediction() {
		final double[] sigma = IntStream.range(0, N).mapToDouble(e -> 0.04 + 0.004 * e).toArray();
		final LineProjection projection = LineProjection.of(AXIS, sigma);
		final CrossValidation found = CrossValidation.of(folds(), projection);
		for (int n = 0; n <= 6; n++) {
			double press = 0;
			for (int k = 0; k < FOLDS.size(); k++) {
				final double[][] projected = new double[allBut(k).length][];
				for (int p = 0; p < projected.length; p++) projected[p] = projection.apply(allBut(k)[p]);
				final RealMatrix v = new SingularValueDecomposition(new Array2DRowRealMatrix(projected)).getV();
				final RealMatrix columns = new Array2DRowRealMatrix(N, n + 2);
				for (int e = 0; e < N; e++) {
					columns.setEntry(e, 0, 1 / sigma[e]);
					columns.setEntry(e, 1, (AXIS.at(e) - 705) / sigma[e]);
				}
				for (int j = 0; j < n; j++) columns.setColumn(j + 2, projection.expand(v.getColumn(j)));
				for (final double[] spectrum : FOLDS.get(k)) press += squaredError(IntStream.range(0, N).mapToDouble(
					e -> spectrum[e] / sigma[e]).toArray(), columns);
			}
			assertEquals(1, found.of(n) / press, 1e-9, n + " components");
		}
		assertEquals(2, found.minimum());
		assertTrue(Double.isNaN(found.of(N - 2)), "as many as there are numbers predict nothing");
		assertTrue(Double.isNaN(found.of(N)));
	}

	@Test
	void errorsOfVectorsAloneAreThoseOfEverySinglePrediction() {
		final RealMatrix v = new SingularValueDecomposition(new Array2DRowRealMatrix(allBut(0))).getV();
		final double[][] vectors = IntStream.range(0, N).mapToObj(v::getColumn).toArray(double[][]::new);
		final double[] errors = CrossValidation.errors(new double[0][], vectors, gram(FOLDS.get(0)).products());
		for (int n = 0; n <= 8; n++) {
			final RealMatrix columns = n == 0 ? new Array2DRowRealMatrix(N, 1) : v.getSubMatrix(0, N - 1, 0, n - 1);
			double press = 0;
			for (final double[] spectrum : FOLDS.get(0)) press += n == 0 ? IntStream.range(0, N).mapToDouble(e -> spectrum[e] *
				spectrum[e]).sum() : squaredError(spectrum, columns);
			assertEquals(1, errors[n] / press, 1e-9, n + " components");
		}
	}

	private static SpectralImage image() {
		final double[][] spectra = spectra(60 * 50, 0.01, 8);
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < N; e++) {
			final float[] plane = new float[spectra.length];
			for (int p = 0; p < plane.length; p++) plane[p] = (float) spectra[p][e];
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, 60, 50, 1, AXIS, StackInfo.named("two components and a line"));
	}

	/** Two components and a slope, each of any amount, are three. */
	@ParameterizedTest
	@EnumSource(PcaVariant.class)
	void everyVariantPredictsBestWithItsOwnNumberOnAnyNumberOfThreads(final PcaVariant variant) {
		final SpectralImage image = image();
		final int[] all = IntStream.range(0, N).toArray();
		final Mask mask = Mask.of(image.size(), p -> p % 7 != 3);
		final Pca pca = Pca.of(image, mask, all, variant, new LocalRunner(2, Progress.NONE));
		final CrossValidation one = CrossValidation.of(image, mask, all, variant, pca.origin(), CrossValidation.Options.DEFAULT,
			new LocalRunner(1, Progress.NONE));
		final CrossValidation four = CrossValidation.of(image, mask, all, variant, pca.origin(), CrossValidation.Options.DEFAULT,
			new LocalRunner(4, Progress.NONE));
		assertArrayEquals(one.press(), four.press(), 0);
		assertEquals(3, one.minimum());
	}

	@Test
	void thePixelsOfAllFoldsAreThoseOfTheImage() {
		final SpectralImage image = image();
		final int[] all = IntStream.range(0, N).toArray();
		final LocalRunner runner = new LocalRunner(2, Progress.NONE);
		final Gram gram = Gram.of(image, Mask.all(image.size()), all, runner);
		final GramFolds folds = GramFolds.of(image, Mask.all(image.size()), all, 5, 3, runner);
		assertEquals(gram.pixels(), folds.all().pixels());
		for (int e = 0; e < N; e++) for (int f = 0; f < N; f++)
			assertEquals(1, folds.all().products()[e][f] / gram.products()[e][f], 1e-9);
		for (int k = 0; k < 5; k++) {
			assertEquals(600, folds.folds().get(k).pixels(), 100);
			assertEquals(3000 - folds.folds().get(k).pixels(), folds.without(k).pixels());
		}
	}
}
