// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.xanesj.block.Progress;
import org.xanesj.fit.Posterior.Belief;
import org.xanesj.phantom.IronMixtures;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class PosteriorTest {

	private static final List<Spectrum> PAIR = EdgePhantom.references(AXIS, 2);

	private static Posterior of(final Spectrum data, final List<Spectrum> references, final int most,
		final CalibrationPrior prior)
	{
		return Posterior.of(data, references, most, prior, FitOptions.DEFAULT, Progress.NONE);
	}

	private static Spectrum mixture(final double first, final double sigma, final long seed) {
		return EdgePhantom.mixture(PAIR, new double[] { first, 1 - first }, 0.4, 0.002, sigma, new Random(seed));
	}

	/** The posterior of two references by quadrature over the share and the edge step, all else in closed form. */
	private static final class Quadrature {

		private final RealMatrix line = new QRDecomposition(lineAt()).getQ().getSubMatrix(0, AXIS.size() - 1, 0, 1);
		private final RealVector data;
		private final RealVector[] references = new RealVector[2];

		Quadrature(final Spectrum spectrum) {
			data = withoutLine(spectrum);
			for (int j = 0; j < 2; j++) references[j] = withoutLine(PAIR.get(j));
		}

		private static RealMatrix lineAt() {
			final RealMatrix columns = MatrixUtils.createRealMatrix(AXIS.size(), 2);
			for (int e = 0; e < AXIS.size(); e++) columns.setRow(e, new double[] { 1, AXIS.at(e) - 7130 });
			return columns;
		}

		private RealVector withoutLine(final Spectrum spectrum) {
			final RealVector values = MatrixUtils.createRealVector(spectrum.values());
			return values.subtract(line.operate(line.preMultiply(values)));
		}

		/** The integral over the noise, up to a constant, and over ln(step) of the density for this share. */
		double density(final double share) {
			final RealVector model = references[0].mapMultiply(share).add(references[1].mapMultiply(1 - share));
			final double square = model.dotProduct(model);
			final double along = model.dotProduct(data);
			final double all = data.dotProduct(data);
			final double d = 0.005;
			double sum = 0;
			for (double log = Math.log(0.2); log < Math.log(3); log += d) {
				final double step = Math.exp(log);
				final double rss = all - 2 * step * along + step * step * square;
				sum += d * Math.pow(rss, -(AXIS.size() - 2) / 2.0);
			}
			return sum;
		}

		/** Probability of the first, probability of the second, expected share of the first, its standard deviation. */
		double[] answer() {
			final double alone = density(1) / 4;
			final double other = density(0) / 4;
			double pair = 0;
			double mean = 0;
			double squares = 0;
			for (int i = 0; i < 800; i++) {
				final double share = (i + 0.5) / 800;
				final double weight = density(share) / 2 / 800;
				pair += weight;
				mean += weight * share;
				squares += weight * share * share;
			}
			final double all = alone + other + pair;
			final double expected = (mean + alone) / all;
			return new double[] { (alone + pair) / all, (other + pair) / all, expected, Math.sqrt((squares + alone) / all -
				expected * expected) };
		}
	}

	@Test
	void twoReferencesAreWeighedAsByQuadrature() {
		int undecided = 0;
		for (int seed = 1; seed <= 5; seed++) for (final double first : new double[] { 0.9, 0.6 }) {
			final Spectrum data = mixture(first, 0.04, seed);
			final double[] answer = new Quadrature(data).answer();
			final List<Belief> beliefs = of(data, PAIR, 2, CalibrationPrior.NONE).beliefs();
			assertEquals(answer[0], beliefs.get(0).probability(), 0.01);
			assertEquals(answer[1], beliefs.get(1).probability(), 0.01);
			assertEquals(answer[2], beliefs.get(0).fraction(), 0.003);
			assertEquals(1 - answer[2], beliefs.get(1).fraction(), 0.003);
			assertEquals(1, beliefs.get(0).error() / answer[3], 0.05);
			if (answer[1] > 0.2 && answer[1] < 0.8) undecided++;
		}
		assertTrue(undecided >= 2, undecided + " where the data do not decide");
	}

	/**
	 * The evidence with a shift in doubt is that of all shifts, each times its prior, by the trapezium rule; Laplace's
	 * approximation is good to the reciprocal of the number of points, here a few per cent for each number.
	 */
	@Test
	void aDoubtedShiftIsIntegratedOver() {
		final List<Spectrum> fine = EdgePhantom.references(EdgePhantom.axis(521), 2);
		final Spectrum data = EdgePhantom.mixture(new Calibration(0.25, 0, 0).apply(fine, AXIS), new double[] { 0.6, 0.4 }, 0.3,
			0, 0.02, new Random(3));
		for (final int[] members : new int[][] { { 0 }, { 1 }, { 0, 1 } }) {
			double integral = 0;
			double mean = 0;
			for (double shift = -2; shift <= 2; shift += 0.02) {
				final Tangent there = new Tangent(data, new Calibration(shift, 0, 0).apply(fine, AXIS), FitOptions.DEFAULT,
					CalibrationPrior.NONE, new double[3]);
				final double density = Math.exp(Hypothesis.of(there, members, Double.NEGATIVE_INFINITY).map(
					Hypothesis::logEvidence).orElse(Double.NEGATIVE_INFINITY)) * Math.exp(-shift * shift / 2 / 0.09) / Math.sqrt(2 *
						Math.PI * 0.09) * 0.02;
				integral += density;
				mean += density * shift;
			}
			final double expected = mean / integral;
			final Hypothesis hypothesis = Hypothesis.of(new Tangent(data, fine, FitOptions.DEFAULT, new CalibrationPrior(0.3, 0,
				0), new double[] { expected, 0, 0 }), members, Double.NEGATIVE_INFINITY).orElseThrow();
			assertEquals(Math.log(integral), hypothesis.logEvidence(), 0.2, Arrays.toString(members));
			assertEquals(0, hypothesis.moved()[0], 0.2 * Math.sqrt(hypothesis.movedVariance()[0]), Arrays.toString(members));
		}
	}

	private static void assertAlike(final Posterior exact, final Posterior other, final double tolerance) {
		assertTrue(exact.isExact());
		assertFalse(other.isExact());
		for (int j = 0; j < exact.beliefs().size(); j++) {
			assertEquals(exact.beliefs().get(j).fraction(), other.beliefs().get(j).fraction(), tolerance);
			assertEquals(exact.beliefs().get(j).error(), other.beliefs().get(j).error(), tolerance);
			assertEquals(exact.beliefs().get(j).probability(), other.beliefs().get(j).probability(), 4 * tolerance);
		}
	}

	@Test
	void theVariationalAnswerIsThatOfAllSets() {
		final Random random = new Random(12);
		for (final double ratio : new double[] { 20, 50, 200 }) {
			final Spectrum data = IronMixtures.draw(ratio, random).spectrum();
			final List<Spectrum> library = IronMixtures.library();
			assertAlike(of(data, library, 4, CalibrationPrior.DEFAULT), Posterior.of(data, library, 4, CalibrationPrior.DEFAULT,
				FitOptions.DEFAULT, 0, Progress.NONE), 0.002);
		}
	}

	@Test
	void manyReferencesAreNotAllCombined() {
		final List<Spectrum> many = IntStream.range(0, 40).mapToObj(j -> EdgePhantom.reference("ref" + j, AXIS, 7112 + 0.6 * j,
			0.2 + 0.15 * (j * 7 % 5))).toList();
		final double[] truth = new double[40];
		truth[4] = 0.5;
		truth[22] = 0.3;
		truth[31] = 0.2;
		final Spectrum data = EdgePhantom.mixture(many, truth, 0, 0.001, 0.003, new Random(1));
		final Posterior posterior = of(data, many, 5, CalibrationPrior.NONE);
		assertFalse(posterior.isExact());
		for (int j = 0; j < 40; j++) {
			final Belief belief = posterior.beliefs().get(j);
			assertTrue(truth[j] >= belief.low95() - 1e-9 && truth[j] <= belief.high95(), belief.toString());
		}
		assertTrue(posterior.beliefs().get(4).probability() > 0.9);
	}

	@Test
	void intervalsHoldAndAreNarrowerThanDoubtWhereTheDataDecide() {
		final Random random = new Random(77);
		int within = 0;
		int withinTwo = 0;
		int present = 0;
		for (final double ratio : new double[] { 20, 50, 200 }) for (int i = 0; i < 14; i++) {
			final IronMixtures.Mixture mixture = IronMixtures.draw(ratio, random);
			final List<Belief> beliefs = of(mixture.spectrum(), IronMixtures.library(), 4, CalibrationPrior.DEFAULT).beliefs();
			assertEquals(1, beliefs.stream().mapToDouble(Belief::fraction).sum(), 1e-9);
			for (int j = 0; j < beliefs.size(); j++) {
				final double truth = mixture.fractions()[j];
				if (truth == 0) continue;
				present++;
				if (truth >= beliefs.get(j).low68() && truth <= beliefs.get(j).high68()) within++;
				if (truth >= beliefs.get(j).low95() && truth <= beliefs.get(j).high95()) withinTwo++;
			}
		}
		assertTrue(within > 0.60 * present && within < 0.78 * present, within + " of " + present);
		assertTrue(withinTwo > 0.90 * present, withinTwo + " of " + present);
	}

	@Test
	void theCalibrationIsFound() {
		final List<Spectrum> fine = EdgePhantom.references(EdgePhantom.axis(521), 3);
		final Spectrum data = EdgePhantom.mixture(new Calibration(-0.4, 0.8, 0.2).apply(fine, AXIS), new double[] { 0.5, 0,
			0.5 }, 0.3, 0, 0.002, new Random(3));
		final Posterior posterior = of(data, fine, 3, CalibrationPrior.DEFAULT);
		final double[] truth = { -0.4, 0.64, 0.2 };
		for (int i = 0; i < 3; i++) {
			final Posterior.Moved moved = posterior.calibration().get(i);
			assertEquals(truth[i], moved.expected(), 3 * moved.error(), moved.name());
			assertTrue(moved.error() < 0.1, moved.toString());
		}
		assertEquals(0.5, posterior.beliefs().get(0).fraction(), 3 * posterior.beliefs().get(0).error());
	}

	@Test
	void oneReferenceIsAllThereIs() {
		final Belief belief = of(mixture(1, 0.02, 2), PAIR.subList(0, 1), 3, CalibrationPrior.NONE).beliefs().get(0);
		assertEquals(new Belief("ref0", 1, 1, 0, 1, 1, 1, 1), belief);
	}

	@Test
	void amountsInsteadOfSharesScaleWithTheData() {
		final FitOptions amounts = FitOptions.DEFAULT.with(Constraint.NON_NEGATIVE);
		final Spectrum data = mixture(0.6, 0.01, 4);
		final Spectrum thrice = data.with(Arrays.stream(data.values()).map(v -> 3 * v).toArray());
		final Belief once = Posterior.of(data, PAIR, 2, CalibrationPrior.NONE, amounts, Progress.NONE).beliefs().get(0);
		final Belief more = Posterior.of(thrice, PAIR, 2, CalibrationPrior.NONE, amounts, Progress.NONE).beliefs().get(0);
		assertEquals(3 * once.fraction(), more.fraction(), 1e-6);
		assertEquals(3 * once.error(), more.error(), 1e-6);
		assertEquals(3 * once.high95(), more.high95(), 1e-5);
		assertEquals(0.6, once.fraction(), 3 * once.error());
	}

	@Test
	void twinsShareWhatThereIs() {
		final List<Spectrum> twins = new ArrayList<>(PAIR);
		twins.add(PAIR.get(0).named("twin"));
		final List<Belief> beliefs = of(mixture(0.6, 0.01, 5), twins, 3, CalibrationPrior.DEFAULT).beliefs();
		assertEquals(beliefs.get(0).fraction(), beliefs.get(2).fraction(), 1e-6);
		assertEquals(0.5, beliefs.get(0).probability(), 1e-6);
	}

	@Test
	void withoutAnEdgeNothingIsSure() {
		final Random random = new Random(6);
		final Spectrum noise = new Spectrum("noise", AXIS, random.doubles(AXIS.size()).toArray());
		for (final Belief belief : of(noise, PAIR, 2, CalibrationPrior.DEFAULT).beliefs())
			assertTrue(belief.high95() - belief.low95() > 0.9, belief.toString());
		final Spectrum fallen = PAIR.get(0).with(Arrays.stream(PAIR.get(0).values()).map(v -> -v).toArray());
		assertEquals(List.of(), of(fallen, PAIR, 2, CalibrationPrior.NONE).beliefs());
	}

	@Test
	void fewPointsGiveNoAnswerAndWrongOnesAreRefused() {
		final EnergyAxis few = EnergyAxis.of(7100, 7115, 7120, 7130, 7150);
		final Spectrum data = PAIR.get(0).on(few);
		assertEquals(List.of(), of(data, PAIR, 2, CalibrationPrior.DEFAULT).beliefs());
		final double[] holes = data.values().clone();
		holes[2] = Double.NaN;
		assertThrows(InputException.class, () -> of(data.with(holes), PAIR, 2, CalibrationPrior.DEFAULT));
		assertThrows(InputException.class, () -> of(data, PAIR, 0, CalibrationPrior.DEFAULT));
		assertThrows(InputException.class, () -> of(data, List.of(), 2, CalibrationPrior.DEFAULT));
		assertThrows(InputException.class, () -> new CalibrationPrior(Double.NaN, 0, 0));
		assertThrows(InputException.class, () -> Posterior.of(data, PAIR, 2, CalibrationPrior.NONE, FitOptions.DEFAULT.with(
			FitWay.NORMALIZED), Progress.NONE));
	}

	@Test
	void theUserMayStopIt() {
		final Progress stopped = new Progress() {

			@Override
			public void report(final String step, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		final List<Spectrum> ten = EdgePhantom.references(AXIS, 10);
		assertThrows(CancellationException.class, () -> Posterior.of(ten.get(0), ten, 4, CalibrationPrior.NONE,
			FitOptions.DEFAULT, stopped));
	}
}
