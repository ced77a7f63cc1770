// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.Random;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class LinearCombinationTest {

	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 3);
	private static final FitOptions BASELINE = FitOptions.DEFAULT;
	private static final FitOptions NORMALIZED = FitOptions.DEFAULT.with(FitWay.NORMALIZED);

	private static Spectrum mixture(final double sigma, final double... amounts) {
		return EdgePhantom.mixture(REFERENCES, amounts, 0.4, -0.002, sigma, new Random(3));
	}

	private static double[] sigma() {
		final double[] sigma = new double[AXIS.size()];
		for (int e = 0; e < sigma.length; e++) sigma[e] = 0.01 + 0.0002 * e;
		return sigma;
	}

	/** Regression by another library: rows over sigma, a constant, the energy, the references. */
	private static OLSMultipleLinearRegression regression(final Spectrum data, final double[] sigma) {
		final double[] y = new double[AXIS.size()];
		final double[][] x = new double[y.length][];
		for (int e = 0; e < y.length; e++) {
			y[e] = data.values()[e] / sigma[e];
			x[e] = new double[] { 1 / sigma[e], (AXIS.at(e) - 7137) / sigma[e], 0, 0, 0 };
			for (int j = 0; j < 3; j++) x[e][2 + j] = REFERENCES.get(j).values()[e] / sigma[e];
		}
		final OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
		regression.setNoIntercept(true);
		regression.newSampleData(y, x);
		return regression;
	}

	@Test
	void anExactMixtureOnALineIsFoundExactly() {
		final CombinationFit fit = LinearCombination.fit(mixture(0, 0.6, 0, 0.2), REFERENCES, BASELINE);
		assertEquals(0.75, fit.components().get(0).fraction(), 1e-12);
		assertEquals(0.25, fit.components().get(2).fraction(), 1e-12);
		assertEquals(0.8, fit.edgeStep(), 1e-12);
		assertEquals(-0.002, fit.line()[1], 1e-13);
		assertEquals(0.4 + 0.002 * AXIS.first(), fit.line()[0], 1e-9);
		assertEquals(0, fit.rFactor(), 1e-20);
		assertFalse(fit.isUnknown(CombinationFit.UNKNOWN_ABOVE));
	}

	@Test
	void amountsAndTheirErrorsAreThoseOfARegression() {
		final Spectrum data = mixture(0.01, 0.5, 0.3, 0.2);
		final OLSMultipleLinearRegression expected = regression(data, sigma());
		final CombinationFit fit = LinearCombination.fit(data, REFERENCES, BASELINE.with(Noise.of(sigma())));
		for (int j = 0; j < 3; j++) {
			assertEquals(expected.estimateRegressionParameters()[2 + j], fit.components().get(j).amount(), 1e-10);
			assertEquals(expected.estimateRegressionParametersStandardErrors()[2 + j], fit.components().get(j).amountError(),
				1e-10);
		}
		assertEquals(expected.estimateRegressionParameters()[1], fit.line()[1], 1e-12);
		assertEquals(expected.calculateResidualSumOfSquares(), fit.chiSquare(), 1e-9);
		assertEquals(expected.estimateErrorVariance(), fit.reducedChiSquare(), 1e-10);
		assertEquals(5, fit.variables());
		assertEquals(68, fit.degreesOfFreedom());
	}

	@Test
	void errorsOfSharesAreTheAmountsPropagatedThroughTheQuotient() {
		final Spectrum data = mixture(0.01, 0.5, 0.3, 0.2);
		final OLSMultipleLinearRegression regression = regression(data, sigma());
		final double[] a = regression.estimateRegressionParameters();
		final double sum = a[2] + a[3] + a[4];
		final RealMatrix covariance = MatrixUtils.createRealMatrix(regression.estimateRegressionParametersVariance())
			.getSubMatrix(2, 4, 2, 4);
		final CombinationFit fit = LinearCombination.fit(data, REFERENCES, BASELINE.with(Noise.of(sigma())));
		for (int j = 0; j < 3; j++) {
			final double[] gradient = new double[3];
			for (int i = 0; i < 3; i++) gradient[i] = ((i == j ? 1 : 0) - a[2 + j] / sum) / sum;
			final double variance = regression.estimateErrorVariance() * MatrixUtils.createRowRealMatrix(gradient).multiply(
				covariance).operate(gradient)[0];
			assertEquals(a[2 + j] / sum, fit.components().get(j).fraction(), 1e-10);
			assertEquals(Math.sqrt(variance), fit.components().get(j).fractionError(), 1e-10);
		}
	}

	@Test
	void withoutTheSumFractionsAreAmounts() {
		for (final Component component : LinearCombination.fit(mixture(0.01, 5, 3, 2), REFERENCES, BASELINE.with(
			Constraint.NON_NEGATIVE)).components())
		{
			assertEquals(component.amount(), component.fraction());
			assertEquals(component.amountError(), component.fractionError());
		}
	}

	@Test
	void theMatrixIsNoSpeciesInTheRFactor() {
		final Spectrum thin = mixture(0.01, 0.5, 0.3, 0.2);
		final double[] thick = thin.values().clone();
		for (int e = 0; e < thick.length; e++) thick[e] += 30 - 0.01 * AXIS.at(e);
		final CombinationFit fit = LinearCombination.fit(thin, REFERENCES, BASELINE);
		assertEquals(fit.rFactor(), LinearCombination.fit(thin.with(thick), REFERENCES, BASELINE).rFactor(), 1e-11);
		assertEquals(fit.rFactor(), fit.misfit(RFactor.LARCH), 1e-12);
	}

	@Test
	void misfitsByHand() {
		final double[] data = { 1, 2, 3 };
		final double[] residual = { 0.1, -0.2, 0.1 };
		assertEquals(0.06 / 14, RFactor.LARCH.of(data, residual), 1e-15);
		assertEquals(3 * 0.06 / 2, RFactor.IFEFFIT.of(data, residual), 1e-15);
		assertEquals(0.4 / 6, RFactor.ABSOLUTE.of(data, residual), 1e-15);
	}

	@Test
	void aFractionAtABoundSaysSo() {
		final CombinationFit fit = LinearCombination.fit(mixture(0, 0.5, -0.3, 0.4), REFERENCES, BASELINE);
		final Component pinned = fit.components().get(1);
		assertTrue(pinned.atBound());
		assertEquals(0, pinned.fraction());
		assertTrue(Double.isNaN(pinned.fractionError()) && Double.isNaN(pinned.amountError()));
		assertEquals(fit.size() + 2, fit.variables());
	}

	@ParameterizedTest
	@EnumSource
	void theOnlySurvivorIsAtABound(final FitWay way) {
		final CombinationFit fit = LinearCombination.fit(mixture(0.01, 1), REFERENCES.subList(0, 1), BASELINE.with(way));
		final Component only = fit.components().get(0);
		assertTrue(only.atBound());
		assertEquals(1, only.fraction());
		assertTrue(Double.isNaN(only.fractionError()));
		assertEquals(way == FitWay.BASELINE, only.amountError() > 0);
		assertEquals(way == FitWay.BASELINE ? 3 : 0, fit.variables());
	}

	@Test
	void whereThereIsNoEdgeSharesDoNotExist() {
		final CombinationFit fit = LinearCombination.fit(mixture(0, -0.1, -0.1, -0.1), REFERENCES, BASELINE);
		assertEquals(0, fit.edgeStep());
		for (final Component component : fit.components()) assertTrue(Double.isNaN(component.fraction()));
		assertTrue(fit.isUnknown(CombinationFit.UNKNOWN_ABOVE));
	}

	@Test
	void anUnknownSpeciesIsNotNamed() {
		final Spectrum alien = EdgePhantom.reference("alien", AXIS, 7131, 2);
		assertTrue(LinearCombination.fit(alien, REFERENCES, BASELINE).isUnknown(CombinationFit.UNKNOWN_ABOVE));
		assertFalse(LinearCombination.fit(alien, REFERENCES, BASELINE).isUnknown(10));
	}

	/** A noise operator that spreads nothing changes nothing but where the noise is judged from. */
	@ParameterizedTest
	@EnumSource
	void noiseThatIsNotSpreadGivesTheUsualErrors(final FitWay way) {
		final Spectrum data = mixture(0.01, 0.5, 0.3, 0.2);
		final double[][] identity = MatrixUtils.createRealIdentityMatrix(AXIS.size()).scalarMultiply(7).getData();
		for (final Constraint constraint : Constraint.values()) {
			final FitOptions options = BASELINE.with(way).with(constraint).with(FitWindow.between(AXIS, 7090, 7190));
			final CombinationFit plain = LinearCombination.fit(data, REFERENCES, options);
			final CombinationFit spread = LinearCombination.fit(data, REFERENCES,
				options.with(Noise.EQUAL.through(identity)));
			final double beside = LinearCombination.fit(data, REFERENCES, options.with(FitWay.BASELINE).with(Constraint.NONE))
				.reducedChiSquare();
			for (int j = 0; j < 3; j++) assertEquals(plain.components().get(j).fractionError() * Math.sqrt(beside / plain
				.reducedChiSquare()), spread.components().get(j).fractionError(), 1e-12);
		}
	}

	@Test
	void aSumOfOneLeavesOneNumberLess() {
		final CombinationFit fit = LinearCombination.fit(EdgePhantom.mixture(REFERENCES, new double[] { 0.5, 0.3, 0.2 },
			0, 0,
			0.01, new Random(5)), REFERENCES, NORMALIZED);
		assertEquals(1, fit.edgeStep(), 1e-12);
		assertEquals(2, fit.variables());
		assertArrayEquals(new double[0], fit.line());
	}

	@Test
	void asManyNumbersAsPointsLeaveNoErrors() {
		final CombinationFit free = LinearCombination.fit(mixture(0.01, 0.5, 0.3, 0.2), REFERENCES, BASELINE.with(
			FitWindow.between(AXIS, 7115, 7122)).with(Constraint.NONE));
		assertEquals(5, free.points());
		assertTrue(Double.isNaN(free.reducedChiSquare()));
		assertTrue(Double.isNaN(free.components().get(0).amountError()));
	}

	@Test
	void aCubicSplineFollowsACurveThatStraightLinesCut() {
		final EnergyAxis coarse = EdgePhantom.axis(60);
		final Spectrum fine = EdgePhantom.reference("fine", EdgePhantom.axis(301), 7120, 0.5);
		final List<Spectrum> reference = List.of(EdgePhantom.reference("coarse", coarse, 7120, 0.5));
		final double straight = LinearCombination.fit(fine, reference, NORMALIZED).rFactor();
		final double cubic = LinearCombination.fit(fine, reference, NORMALIZED.with(Interpolation.CUBIC)).rFactor();
		assertTrue(cubic < straight / 5, cubic + " against " + straight);
	}

	@Test
	void whatCannotBeFittedIsNamed() {
		final double[] holed = mixture(0, 1).values();
		holed[30] = Double.NaN;
		final InputException hole = assertThrows(InputException.class, () -> LinearCombination.fit(new Spectrum("holed",
			AXIS,
			holed), REFERENCES, BASELINE));
		assertTrue(hole.getMessage().startsWith("holed is NaN at " + EnergyAxis.label(AXIS.at(30))), hole.getMessage());
		LinearCombination.fit(new Spectrum("holed", AXIS, holed), REFERENCES, BASELINE.with(FitWindow.at(IntStream
			.range(0, AXIS.size()).filter(e -> e != 30).toArray())));
		final Spectrum shortOne = EdgePhantom.reference("short", EnergyAxis.of(7100, 7110, 7120), 7118, 0);
		final InputException shortness = assertThrows(InputException.class, () -> LinearCombination.fit(mixture(0, 1),
			List.of(
			shortOne), BASELINE));
		assertTrue(shortness.getMessage().startsWith("short reaches from 7100.00 eV"), shortness.getMessage());
		assertThrows(InputException.class, () -> LinearCombination.fit(mixture(0, 1), List.of(), BASELINE));
		assertThrows(InputException.class, () -> Noise.of(new double[] { 1, 0 }));
		assertThrows(InputException.class, () -> LinearCombination.fit(mixture(0, 1), REFERENCES, BASELINE.with(Noise.of(
			new double[] { 1, 1 }))));
	}
}
