// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.edge.AnalyticEdge.equal;
import static org.xanesj.edge.AnalyticEdge.line;
import static org.xanesj.edge.AnalyticEdge.measured;
import static org.xanesj.edge.AnalyticEdge.noisy;
import static org.xanesj.edge.AnalyticEdge.on;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xanesj.edge.EdgeAnalysis.Options;
import org.xanesj.stack.EnergyAxis;

/** One standard error is one standard error: in simulated spectra the numbers scatter by as much. */
class EdgeErrorTest {

	private static final int SPECTRA = 800;
	private static final EnergyAxis AXIS = AnalyticEdge.AXIS;

	/** How far a number lies from the truth, in its own errors. */
	private static final class Pulls {

		private int count, within;
		private double sum, errors, squares;

		void add(final double difference, final double error) {
			if (Double.isNaN(error)) return;
			count++;
			if (Math.abs(difference) <= error) within++;
			sum += difference;
			squares += difference * difference;
			errors += error;
		}

		double percent() {
			return 100.0 * within / count;
		}

		double bias() {
			return sum / errors;
		}
	}

	private static EdgeAnalysis analysis(final EdgeMethod method, final double stepOverNoise) {
		final List<double[]> sample = Collections.nCopies(60, on(AXIS, measured(0)).values());
		return EdgeAnalysis.of(on(AXIS, measured(0)), sample, AnalyticEdge.noise(equal(AXIS, 1 / stepOverNoise)), 7121, line(
			AXIS), Options.DEFAULT.with(method).with(PeakWindow.between(7108.5, 7116.5)));
	}

	private static Pulls[] simulate(final EdgeAnalysis analysis, final double shift, final double sigma) {
		final Random random = new Random(41);
		final double[] clean = on(AXIS, measured(shift)).values();
		final double[] truth = analysis.of(clean, equal(AXIS, 1e-7)).values();
		final Pulls[] pulls = new Pulls[truth.length];
		for (int q = 0; q < pulls.length; q++) pulls[q] = new Pulls();
		final double[] noise = equal(AXIS, sigma);
		for (int i = 0; i < SPECTRA; i++) {
			final EdgeNumbers found = analysis.of(noisy(clean, sigma, random), noise);
			for (int q = 0; q < truth.length; q++) pulls[q].add(found.values()[q] - truth[q], found.errors()[q]);
		}
		return pulls;
	}

	@ParameterizedTest
	@CsvSource({ "DERIVATIVE, 10", "DERIVATIVE, 30", "DERIVATIVE, 100", "HALF_HEIGHT, 30", "HALF_HEIGHT, 100", "INTEGRAL, 30",
		"INTEGRAL, 100" })
	void theErrorOfTheEdgeEnergyHolds(final EdgeMethod method, final double stepOverNoise) {
		for (final double shift : new double[] { 0, 2 }) {
			final Pulls pulls = simulate(analysis(method, stepOverNoise), shift, 1 / stepOverNoise)[0];
			assertEquals(SPECTRA, pulls.count);
			assertTrue(pulls.percent() > 64 && pulls.percent() < 75, method + ": " + pulls.percent() + " % at " + stepOverNoise);
			assertTrue(Math.abs(pulls.bias()) < 1.0 / 6, method + ": bias " + pulls.bias() + " errors at " + stepOverNoise);
		}
	}

	@ParameterizedTest
	@CsvSource({ "30", "100" })
	void theErrorsOfWhiteLineAndPreEdgeAreaHold(final double stepOverNoise) {
		final EdgeAnalysis analysis = analysis(EdgeMethod.DERIVATIVE, stepOverNoise);
		final Pulls[] pulls = simulate(analysis, 0, 1 / stepOverNoise);
		for (int q = 0; q < pulls.length; q++) {
			if (analysis.quantities().get(q).equals(Quantity.PRE_EDGE_CENTROID)) continue; // only where there is a peak: below
			final String what = analysis.quantities().get(q).name() + ": " + pulls[q].percent() + " % at " + stepOverNoise;
			assertTrue(pulls[q].count > 0.99 * SPECTRA, what);
			assertTrue(pulls[q].percent() > 64 && pulls[q].percent() < 75, what);
		}
	}

	/** A ratio: its errors hold where the area is many times its own. */
	@ParameterizedTest
	@CsvSource({ "300", "1000" })
	void theErrorOfTheCentroidHolds(final double stepOverNoise) {
		final EdgeAnalysis analysis = analysis(EdgeMethod.DERIVATIVE, stepOverNoise);
		final Pulls pulls = simulate(analysis, 0, 1 / stepOverNoise)[analysis.quantities().indexOf(
			Quantity.PRE_EDGE_CENTROID)];
		assertEquals(SPECTRA, pulls.count);
		assertTrue(pulls.percent() > 64 && pulls.percent() < 73, pulls.percent() + " % at " + stepOverNoise);
	}
}
