// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.block.LineProjection;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.block.Gram;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.StackInfo;

/** Eigenvalues against the squares of singular values of the same numbers in double precision. */
class PcaTest {

	private static final int N = 24;
	private static final int[] ALL = IntStream.range(0, N).toArray();
	private static final LocalRunner RUNNER = new LocalRunner(2, Progress.NONE);
	private static final SpectralImage IMAGE = image();
	private static final RealMatrix SPECTRA = matrix(IMAGE);

	private static SpectralImage image() {
		final Random random = new Random(5);
		final double[] energies = IntStream.range(0, N).mapToDouble(i -> 7100 + i * (1 + 0.03 * i)).toArray();
		final List<float[]> planes = new ArrayList<>();
		final float[] a = new float[40 * 25];
		final float[] b = new float[a.length];
		for (int p = 0; p < a.length; p++) {
			a[p] = random.nextFloat();
			b[p] = random.nextFloat();
		}
		for (int e = 0; e < N; e++) {
			final float[] plane = new float[a.length];
			for (int p = 0; p < plane.length; p++)
				plane[p] = (float) (2 * a[p] * Math.atan(e - 9.0) + b[p] * Math.sin(0.5 * e) + 1 + 0.01 * random.nextGaussian());
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, 40, 25, 1, EnergyAxis.of(energies), StackInfo.named("two components"));
	}

	private static RealMatrix matrix(final SpectralImage image) {
		final RealMatrix spectra = new Array2DRowRealMatrix(N, (int) image.size());
		for (int e = 0; e < N; e++) for (int p = 0; p < image.size(); p++)
			spectra.setEntry(e, p, image.pixels().getAt(p % 40, p / 40, e).get());
		return spectra;
	}

	private static void assertEigenvalues(final RealMatrix spectra, final Pca pca) {
		final double[] s = new SingularValueDecomposition(spectra.transpose()).getSingularValues();
		for (int k = 0; k < pca.indicators().size(); k++) assertEquals(1, pca.eigenvalues()[k] / (s[k] * s[k]), 1e-6, "eigenvalue " + k);
	}

	@Test
	void uncentredEigenvaluesAreSquaredSingularValues() {
		assertEigenvalues(SPECTRA, Pca.of(IMAGE, Mask.all(IMAGE.size()), ALL, PcaVariant.UNCENTRED, RUNNER));
	}

	@Test
	void centredEigenvaluesAreThoseOfSpectraMinusTheirMean() {
		final RealMatrix centred = SPECTRA.copy();
		for (int e = 0; e < N; e++) {
			final double mean = IntStream.range(0, SPECTRA.getColumnDimension()).mapToDouble(SPECTRA.getRowVector(e)::getEntry)
				.average().orElseThrow();
			centred.setRowVector(e, SPECTRA.getRowVector(e).mapSubtract(mean));
		}
		assertEigenvalues(centred, Pca.of(IMAGE, Mask.all(IMAGE.size()), ALL, PcaVariant.CENTRED, RUNNER));
	}

	@Test
	void lineFreeEigenvaluesAreThoseOfProjectedSpectra() {
		final double[] sigma = IntStream.range(0, N).mapToDouble(e -> 1 + 0.1 * e).toArray();
		final LineProjection projection = LineProjection.of(IMAGE.energies(), sigma);
		final RealMatrix projected = new Array2DRowRealMatrix(N - 2, SPECTRA.getColumnDimension());
		for (int p = 0; p < SPECTRA.getColumnDimension(); p++) projected.setColumn(p, projection.apply(SPECTRA.getColumn(p)));
		final Gram gram = Gram.of(IMAGE, Mask.all(IMAGE.size()), ALL, RUNNER);
		assertEigenvalues(projected, Pca.of(projection.project(gram.products()), gram.pixels()));
	}

	@Test
	void standardisedSpectraHaveTheTraceOfTheirNumber() {
		for (final PcaVariant variant : new PcaVariant[] { PcaVariant.CORRELATION, PcaVariant.LARCH }) {
			final Pca pca = Pca.of(IMAGE, Mask.all(IMAGE.size()), ALL, variant, RUNNER);
			final double trace = pca.indicators().stream().mapToDouble(Indicators::eigenvalue).sum();
			assertEquals(1, trace / (N * IMAGE.size()), 1e-6);
		}
	}

	@Test
	void centredScoresHaveAMeanOfZeroAndTheirEigenvalueAsSumOfSquares() {
		final Mask all = Mask.all(IMAGE.size());
		final Pca pca = Pca.of(IMAGE, all, ALL, PcaVariant.CENTRED, RUNNER);
		final float[][] scores = EigenImages.of(IMAGE, all, ALL, pca, PcaVariant.CENTRED, 3, RUNNER);
		for (int k = 0; k < 3; k++) {
			double sum = 0;
			double squares = 0;
			for (final float score : scores[k]) {
				sum += score;
				squares += (double) score * score;
			}
			assertEquals(0, sum / scores[k].length, 1e-6);
			assertEquals(1, squares / pca.eigenvalues()[k], 1e-5);
		}
	}

	@ParameterizedTest
	@EnumSource(PcaVariant.class)
	void scoresOfAnyVariantHaveTheirEigenvalueAsSumOfSquares(final PcaVariant variant) {
		final Mask some = Mask.of(IMAGE.size(), p -> p % 4 != 1);
		final Pca pca = Pca.of(IMAGE, some, ALL, variant, RUNNER);
		final float[][] scores = EigenImages.of(IMAGE, some, ALL, pca, variant, 2, RUNNER);
		for (int k = 0; k < 2; k++) {
			double squares = 0;
			for (int p = 0; p < scores[k].length; p++) if (some.contains(p)) squares += (double) scores[k][p] * scores[k][p];
			assertEquals(1, squares / pca.eigenvalues()[k], 1e-5);
		}
	}

	@Test
	void aLineOfAnySizeInEveryPixelChangesNothing() {
		final LineProjection projection = LineProjection.of(IMAGE.energies(), IntStream.range(0, N).mapToDouble(e -> 2 + Math
			.sin(e)).toArray());
		final double[] spectrum = SPECTRA.getColumn(3);
		final double[] lifted = spectrum.clone();
		for (int e = 0; e < N; e++) lifted[e] += 5 - 0.02 * IMAGE.energies().at(e);
		final double[] a = projection.apply(spectrum);
		final double[] b = projection.apply(lifted);
		for (int i = 0; i < a.length; i++) assertEquals(a[i], b[i], 1e-9);
	}

	@Test
	void theNoiseThatWasAddedIsFoundAndBothComponentsWithIt() {
		final NoiseModel noise = NoiseModel.of(Gram.of(IMAGE, Mask.all(IMAGE.size()), ALL, RUNNER), IMAGE.energies());
		assertEquals(2, noise.components());
		for (final double sigma : noise.sigma()) assertEquals(0.01, sigma, 0.001);
	}

	@Test
	void aComponentPassesTheTargetTestAndAStrangerDoesNot() {
		final NoiseModel noise = NoiseModel.of(Gram.of(IMAGE, Mask.all(IMAGE.size()), ALL, RUNNER), IMAGE.energies());
		final double[] member = IntStream.range(0, N).mapToDouble(e -> Math.atan(e - 9.0) + 0.3 * Math.sin(0.5 * e)).toArray();
		final double[] stranger = IntStream.range(0, N).mapToDouble(e -> Math.atan(e - 12.0)).toArray();
		final TargetTest yes = TargetTest.of("member", noise.projection().apply(member), noise.pca(), 2);
		final TargetTest no = TargetTest.of("stranger", noise.projection().apply(stranger), noise.pca(), 2);
		assertTrue(yes.spoil() < 3, "SPOIL of a member: " + yes.spoil());
		assertEquals("rejected", no.verdict());
		assertTrue(no.rFactor() > 100 * yes.rFactor());
	}
}
