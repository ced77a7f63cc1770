// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.edge.AnalyticEdge.arctangent;
import static org.xanesj.edge.AnalyticEdge.equal;
import static org.xanesj.edge.AnalyticEdge.errorFunction;
import static org.xanesj.edge.AnalyticEdge.flat;
import static org.xanesj.edge.AnalyticEdge.gaussian;
import static org.xanesj.edge.AnalyticEdge.line;
import static org.xanesj.edge.AnalyticEdge.measured;
import static org.xanesj.edge.AnalyticEdge.on;
import static org.xanesj.edge.AnalyticEdge.sum;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.edge.EdgeAnalysis.Options;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** Edges, white lines and pre-edge peaks of which the numbers are known in closed form. */
class EdgeAnalysisTest {

	private static final double HARDLY_ANY = 1e-5;

	private static double measure(final Quantity quantity, final EnergyAxis axis, final DoubleUnaryOperator mu,
		final Background background, final Options options)
	{
		final Spectrum spectrum = on(axis, mu);
		final double[] sigma = equal(axis, HARDLY_ANY);
		final EdgeAnalysis analysis = of(spectrum, sigma, background, options);
		return analysis.of(spectrum.values(), sigma).values()[analysis.quantities().indexOf(quantity)];
	}

	/** Fit for the spectrum itself. */
	private static EdgeAnalysis of(final Spectrum spectrum, final double[] sigma, final Background background,
		final Options options)
	{
		return EdgeAnalysis.of(spectrum, List.of(spectrum.values()), AnalyticEdge.noise(sigma), 7121, background, options);
	}

	/** An arctangent is steepest at its middle, wherever that lies between two energies half an eV apart. */
	@ParameterizedTest
	@CsvSource({ "7121.0", "7121.13", "7121.25", "7121.4", "7122.5", "7123.87", "7124.61" })
	void theDerivativeFindsAnArctangentBetweenTheEnergies(final double e0) {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		assertEquals(e0, measure(Quantity.E0, axis, arctangent(e0, 4), flat(axis), Options.DEFAULT), 0.03);
	}

	/** The step of the energies halves at the edge: what is left of that is a fraction of a step. */
	@ParameterizedTest
	@CsvSource({ "0.0", "0.1", "0.23", "0.37", "0.45" })
	void anIrregularGridHardlyMovesTheEdge(final double offset) {
		final EnergyAxis axis = AnalyticEdge.scanned(offset);
		assertEquals(7117.3, measure(Quantity.E0, axis, arctangent(7117.3, 5), flat(axis), Options.DEFAULT), 0.07);
	}

	@ParameterizedTest
	@CsvSource({ "7119.0", "7120.13", "7121.4", "7123.87" })
	void halfTheHeightOfAnErrorFunctionIsItsMiddle(final double e0) {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		assertEquals(e0, measure(Quantity.E0, axis, errorFunction(e0, 2.5), flat(axis), Options.DEFAULT.with(
			EdgeMethod.HALF_HEIGHT)), 0.005);
	}

	/**
	 * The mean of E over the levels of an arctangent: E(m) = e0 + w/2 tan(pi (m - 1/2)), whose integral is
	 * -w/(2 pi) ln cos(pi (m - 1/2)). Its step, 1 at infinity, is made of the first and the last value.
	 */
	@Test
	void theIntegralOfAnArctangent() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final int last = axis.size() - 1;
		final double e0 = 7121.37, width = 4, lower = 0.15, upper = 0.8;
		final DoubleUnaryOperator mu = arctangent(e0, width);
		final double first = mu.applyAsDouble(axis.first());
		final double covered = mu.applyAsDouble(axis.last()) - first;
		final double[] step = new double[axis.size()];
		step[0] = -1 / covered;
		step[last] = 1 / covered;
		final double[][] curve = new double[axis.size()][axis.size()];
		for (final double[] row : curve) {
			row[0] = 1 + first / covered;
			row[last] = -first / covered;
		}
		final double expected = e0 - width / (2 * Math.PI) * (Math.log(Math.cos(Math.PI * (upper - 0.5))) - Math.log(Math.cos(
			Math.PI * (lower - 0.5)))) / (upper - lower);
		assertEquals(expected, measure(Quantity.E0, axis, mu, new Background(curve, step), Options.DEFAULT.with(
			EdgeMethod.INTEGRAL).withLevels(lower, upper)), 0.01);
	}

	/** A Gaussian on a plateau of 1 that begins far below it. */
	@Test
	void aGaussianWhiteLine() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double centre = 7128.3, area = 4, sigma = 2.5;
		final DoubleUnaryOperator mu = sum(errorFunction(7118, 1.5), gaussian(centre, area, sigma));
		assertEquals(centre, measure(Quantity.WHITE_LINE, axis, mu, flat(axis), Options.DEFAULT), 0.05);
		assertEquals(1 + area / (sigma * Math.sqrt(2 * Math.PI)), measure(Quantity.WHITE_LINE_HEIGHT, axis, mu, flat(axis),
			Options.DEFAULT), 0.005);
		assertEquals(area, measure(Quantity.WHITE_LINE_AREA, axis, mu, flat(axis), Options.DEFAULT), 0.03);
	}

	@ParameterizedTest
	@CsvSource({ "7112.1, 0.08", "7112.1, 0.3", "7113.0, 0.15", "7113.5, 0.25" })
	void aGaussianBeforeAnArctangent(final double centre, final double area) {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final DoubleUnaryOperator mu = sum(arctangent(7122.2, 3), gaussian(centre, area, 1), e -> 0.4 - 0.002 * (e - 7060));
		final Options options = Options.DEFAULT.with(PeakWindow.between(7108.5, 7116.5));
		final Background background = line(axis);
		final double step = Rows.dot(background.step(), on(axis, mu).values());
		assertEquals(area / step, measure(Quantity.PRE_EDGE_AREA, axis, mu, background, options), 0.004);
		assertEquals(centre, measure(Quantity.PRE_EDGE_CENTROID, axis, mu, background, options), 0.06);
	}

	/** Each value of the spectrum is moved a little, up and down. */
	@ParameterizedTest
	@EnumSource(EdgeMethod.class)
	void gradientsAreThoseOfDifferences(final EdgeMethod method) {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double[] sigma = equal(axis, 0.01);
		final EdgeAnalysis analysis = of(on(axis, measured(0)), sigma, line(axis), Options.DEFAULT
			.with(method).with(PeakWindow.between(7108.5, 7116.5)));
		final double[] spectrum = on(axis, measured(0.8)).values();
		final List<Estimate> found = analysis.estimates(spectrum, sigma).orElseThrow();
		assertEquals(6, found.size());
		final double small = 1e-6;
		for (int q = 0; q < found.size(); q++) {
			final double largest = Arrays.stream(found.get(q).gradient()).map(Math::abs).max().orElseThrow();
			for (int e = 0; e < axis.size(); e++) {
				final double difference = (moved(analysis, spectrum, sigma, e, small, q) - moved(analysis, spectrum, sigma, e, -small,
					q)) / (2 * small);
				assertEquals(difference, found.get(q).gradient()[e], 2e-3 * largest, analysis.quantities().get(q) + " at " + axis
					.at(e));
			}
		}
	}

	private static double moved(final EdgeAnalysis analysis, final double[] spectrum, final double[] sigma, final int e,
		final double by, final int quantity)
	{
		final double[] other = spectrum.clone();
		other[e] += by;
		return analysis.estimates(other, sigma).orElseThrow().get(quantity).value();
	}

	@Test
	void noiseHasNoEdge() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double[] sigma = equal(axis, 0.03);
		final EdgeAnalysis analysis = of(on(axis, measured(0)), sigma, line(axis), Options.DEFAULT);
		final Random random = new Random(8);
		for (int i = 0; i < 1000; i++) {
			final EdgeNumbers found = analysis.of(AnalyticEdge.noisy(on(axis, e -> 1 - 0.001 * (e - 7060)).values(), 0.03, random),
				sigma);
			assertTrue(Arrays.stream(found.values()).allMatch(Double::isNaN), Arrays.toString(found.values()));
		}
	}

	@Test
	void anEdgeBeyondTheWindowIsNotGuessed() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double[] sigma = equal(axis, 0.001);
		final EdgeAnalysis analysis = of(on(axis, arctangent(7121, 3)), sigma, flat(axis), Options.DEFAULT
			.withWindow(5));
		assertTrue(Double.isNaN(analysis.of(on(axis, arctangent(7128, 3)).values(), sigma).values()[0]));
	}

	@Test
	void aValueThatIsNotFiniteGivesNoNumber() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double[] sigma = equal(axis, 0.001);
		final EdgeAnalysis analysis = of(on(axis, measured(0)), sigma, line(axis), Options.DEFAULT);
		final double[] spectrum = on(axis, measured(0)).values();
		spectrum[50] = Double.POSITIVE_INFINITY;
		assertTrue(Arrays.stream(analysis.of(spectrum, sigma).values()).allMatch(Double::isNaN));
	}

	@Test
	void whatCannotBeMeasuredIsRefused() {
		final EnergyAxis axis = AnalyticEdge.AXIS;
		final double[] sigma = equal(axis, 0.001);
		assertTrue(assertThrows(InputException.class, () -> EdgeAnalysis.of(on(axis, measured(0)), List.of(), AnalyticEdge.noise(
			sigma), 7300, line(axis),
			Options.DEFAULT)).getMessage().contains("7300.00 eV"));
		assertTrue(assertThrows(InputException.class, () -> EdgeAnalysis.of(on(axis, arctangent(7121, 3)), List.of(),
			AnalyticEdge.noise(sigma), 7110, line(axis), Options.DEFAULT.withWindow(4))).getMessage().contains("at an end of the window"));
		assertThrows(InputException.class, () -> Options.DEFAULT.withWindow(0));
		assertThrows(InputException.class, () -> Options.DEFAULT.withLevels(0.5, 0.5));
		assertThrows(InputException.class, () -> PeakWindow.between(7116, 7108));
		assertThrows(InputException.class, () -> EdgeMethod.named("gauss"));
	}
}
