// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.Spectrum;

/** One standard error is one standard error: it holds the truth in about 68 of 100 simulated measurements. */
class CoverageTest {

	private static final int MEASUREMENTS = 1500;
	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 3);

	/** Counts how often a free fraction lies within its error of the truth. */
	private static final class Coverage {

		private int free;
		private int within;

		void count(final CombinationFit fit, final double[] truth) {
			for (int j = 0; j < truth.length; j++) {
				final Component component = fit.components().get(j);
				if (component.atBound()) continue;
				free++;
				if (Math.abs(component.fraction() - truth[j]) <= component.fractionError()) within++;
			}
		}

		double percent() {
			return 100.0 * within / free;
		}
	}

	@ParameterizedTest
	@CsvSource({ "10", "30", "100" })
	void errorsOfTheBaselineFitHold(final double stepOverNoise) {
		final Random random = new Random(31);
		final double[] truth = { 0.5, 0.2, 0.3 };
		final Coverage coverage = new Coverage();
		for (int i = 0; i < MEASUREMENTS; i++) coverage.count(LinearCombination.fit(EdgePhantom.mixture(REFERENCES,
			truth, 0.7,
			-0.001, 1 / stepOverNoise, random), REFERENCES, FitOptions.DEFAULT), truth);
		assertTrue(coverage.percent() > 63 && coverage.percent() < 73, coverage.percent() + " % at " + stepOverNoise);
	}

	@Test
	void errorsHoldWhereNoiseDependsOnEnergy() {
		final Random random = new Random(32);
		final double[] truth = { 0.5, 0.2, 0.3 };
		final double[] sigma = new double[AXIS.size()];
		for (int e = 0; e < sigma.length; e++) sigma[e] = 0.005 + 0.04 * e / sigma.length;
		final FitOptions options = FitOptions.DEFAULT.with(Noise.of(sigma));
		final Coverage coverage = new Coverage();
		for (int i = 0; i < MEASUREMENTS; i++) {
			final double[] values = EdgePhantom.mixture(REFERENCES, truth, 0.7, -0.001, 0, random).values();
			for (int e = 0; e < values.length; e++) values[e] += sigma[e] * random.nextGaussian();
			coverage.count(LinearCombination.fit(new Spectrum("noisy", AXIS, values), REFERENCES, options), truth);
		}
		assertTrue(coverage.percent() > 63 && coverage.percent() < 73, coverage.percent() + " %");
	}

	/**
	 * A pre-edge line from a few points below 7085 eV, and a step at 7120 eV from a straight line through what lies
	 * above 7140 eV.
	 */
	private static final class Normalization {

		private final RealMatrix pre = extrapolating(0, 7085);
		private final RealVector step;

		Normalization() {
			final RealMatrix identity = MatrixUtils.createRealIdentityMatrix(AXIS.size());
			step = identity.subtract(pre).preMultiply(extrapolating(7140, 8000).getRowVector(AXIS.nearest(7120)));
		}

		/** The matrix that takes data to the straight line fitted between two energies, at all energies. */
		private static RealMatrix extrapolating(final double from, final double to) {
			final RealMatrix all = MatrixUtils.createRealMatrix(AXIS.size(), 2);
			final RealMatrix some = MatrixUtils.createRealMatrix(AXIS.size(), 2);
			for (int e = 0; e < AXIS.size(); e++) {
				final double[] row = { 1, (AXIS.at(e) - 7130) / 50 };
				all.setRow(e, row);
				if (AXIS.at(e) >= from && AXIS.at(e) <= to) some.setRow(e, row);
			}
			return all.multiply(new SingularValueDecomposition(some).getSolver().getInverse());
		}

		Spectrum of(final Spectrum spectrum) {
			final RealVector mu = MatrixUtils.createRealVector(spectrum.values());
			return spectrum.with(mu.subtract(pre.operate(mu)).mapDivide(step.dotProduct(mu)).toArray());
		}

		/** How noise of the data reaches its normalised values. */
		double[][] spread(final Spectrum normalised) {
			return MatrixUtils.createRealIdentityMatrix(AXIS.size()).subtract(pre).subtract(MatrixUtils.createRealVector(
				normalised.values()).outerProduct(step)).getData();
		}
	}

	@ParameterizedTest
	@CsvSource({ "NON_NEGATIVE_SUM_TO_ONE", "NON_NEGATIVE" })
	void errorsOfTheNormalizedFitHoldWhenItsNoiseIsCarriedAlong(final Constraint constraint) {
		final Random random = new Random(33);
		final double[] truth = { 0.5, 0.2, 0.3 };
		final Normalization normalization = new Normalization();
		final List<Spectrum> references = REFERENCES.stream().map(normalization::of).toList();
		final FitOptions options = FitOptions.DEFAULT.with(FitWay.NORMALIZED).with(constraint).with(FitWindow.between(AXIS, 7098, 7188));
		final Coverage carried = new Coverage();
		final Coverage naive = new Coverage();
		for (int i = 0; i < MEASUREMENTS; i++) {
			final Spectrum data = normalization.of(EdgePhantom.mixture(references, truth, 0.7, -0.001, 0.003, random));
			naive.count(LinearCombination.fit(data, references, options), truth);
			carried.count(LinearCombination.fit(data, references, options.with(Noise.EQUAL.through(normalization.spread(
				data)))), truth);
		}
		assertTrue(carried.percent() > 63 && carried.percent() < 73, carried.percent() + " %");
		assertTrue(naive.percent() < 60, naive.percent() + " % without the noise of the normalisation");
	}
}
