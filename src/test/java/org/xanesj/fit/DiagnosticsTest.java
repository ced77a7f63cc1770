// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Numbers by numpy 2.4: {@code lstsq}, {@code svd} and {@code pinv} of the same columns; leave-one-out also by fitting
 * twelve times without one energy, which gave the same to 13 digits.
 */
class DiagnosticsTest {

	private static final EnergyAxis AXIS = EnergyAxis.of(7100, 7104, 7108, 7110, 7112, 7114, 7116, 7120, 7126, 7134, 7144,
		7160);
	private static final List<Spectrum> REFERENCES = List.of(spectrum(.01, .02, .05, .15, .40, .85, 1.20, 1.05, .95, 1.02,
		.99, 1.00), spectrum(.00, .01, .02, .06, .15, .35, .80, 1.40, 1.10, .97, 1.01, 1.00), spectrum(.02, .04, .10, .30,
			.70, .95, 1.05, 1.00, .98, 1.00, 1.00, 1.00));
	private static final Spectrum ABSORPTION = spectrum(.31, .32, .34, .43, .60, .93, 1.30, 1.53, 1.31, 1.27, 1.24, 1.21);
	private static final Spectrum NORMALIZED = spectrum(.012, .02, .05, .15, .37, .70, 1.05, 1.19, 1.03, .99, 1.004, 1.00);
	private static final FitOptions WEIGHTED = FitOptions.DEFAULT.with(Noise.of(new double[] { .01, .01, .01, .02, .02, .02,
		.03, .03, .02, .02, .01, .01 }));
	private static final FitOptions CLASSIC = FitOptions.DEFAULT.with(FitWay.NORMALIZED);

	private static Spectrum spectrum(final double... values) {
		return new Spectrum("spectrum", AXIS, values);
	}

	private static Diagnostics of(final Spectrum data, final FitOptions options) {
		final Design design = Design.of(AXIS, REFERENCES, options);
		return Diagnostics.of(design, LinearCombination.fit(data, design));
	}

	@Test
	void aWeightedFitOverALineIsNumpys() {
		final Diagnostics found = of(ABSORPTION, WEIGHTED);
		assertEquals(8.498749974198955, found.aicc(), 1e-9);
		assertEquals(0.5714004655557873, found.leaveOneOut(), 1e-10);
		assertEquals(35.16661414590625, found.collinearity().conditionNumber(), 1e-8);
		assertArrayEquals(new double[] { 23.831817764929173, 4.172332277930526, 15.569412257691841 }, found.collinearity()
			.varianceInflation(), 1e-9);
	}

	@Test
	void aClassicFitWithSumOneIsNumpys() {
		final Diagnostics found = of(NORMALIZED, CLASSIC);
		assertEquals(-97.48994977475954, found.aicc(), 1e-9);
		assertEquals(0.00030705993875773213, found.leaveOneOut(), 1e-15);
		assertEquals(19.885037034421735, found.collinearity().conditionNumber(), 1e-8);
		assertArrayEquals(new double[] { 30.129394621408245, 5.579179363751232, 20.828873130182995 }, found.collinearity()
			.varianceInflation(), 1e-9);
	}

	/** By numpy: 1/(1 − r²) of two columns less what a constant explains. */
	@Test
	void ofTwoEachInflatesTheOther() {
		final Design design = Design.of(AXIS, REFERENCES, CLASSIC);
		assertEquals(19.44598026353406, Collinearity.ofPair(design, 0, 2), 1e-9);
		assertEquals(19.44598026353406, Collinearity.ofPair(design, 2, 0), 1e-9);
	}

	/** What the leverages promise, done: each energy predicted by a fit of the others. */
	@Test
	void leavingOneOutIsFittingAgainWithoutIt() {
		final CombinationFit all = LinearCombination.fit(ABSORPTION, REFERENCES, FitOptions.DEFAULT);
		double press = 0;
		for (int e = 0; e < AXIS.size(); e++) {
			final int left = e;
			final CombinationFit others = LinearCombination.fit(ABSORPTION, REFERENCES, FitOptions.DEFAULT.with(FitWindow.at(
				IntStream.range(0, AXIS.size()).filter(i -> i != left).toArray())));
			double predicted = others.line()[0] + others.line()[1] * AXIS.at(e);
			for (int j = 0; j < 3; j++) predicted += others.components().get(j).amount() * REFERENCES.get(j).values()[e];
			press += Math.pow(ABSORPTION.values()[e] - predicted, 2);
		}
		assertEquals(3, all.size());
		assertEquals(press / AXIS.size(), of(ABSORPTION, FitOptions.DEFAULT).leaveOneOut(), 1e-11);
	}

	@Test
	void whatOthersMakeUpIsInfinitelyInflated() {
		final List<Spectrum> dependent = new ArrayList<>(REFERENCES);
		final double[] middle = new double[AXIS.size()];
		for (int e = 0; e < middle.length; e++) middle[e] = (REFERENCES.get(0).values()[e] + REFERENCES.get(1)
			.values()[e]) / 2;
		dependent.add(spectrum(middle));
		final Collinearity found = Collinearity.of(Design.of(AXIS, dependent, CLASSIC));
		assertEquals(Double.POSITIVE_INFINITY, found.conditionNumber());
		assertEquals(Double.POSITIVE_INFINITY, found.varianceInflation()[3]);
		assertEquals(Double.POSITIVE_INFINITY, found.varianceInflation()[0]);
		assertTrue(found.varianceInflation()[2] < 1000 && found.isStrong());
	}

	@Test
	void aReferenceAloneIsNotInflated() {
		final Collinearity alone = Collinearity.of(Design.of(AXIS, REFERENCES.subList(0, 1), CLASSIC));
		assertEquals(1, alone.varianceInflation()[0], 1e-12);
		assertEquals(1, alone.conditionNumber(), 1e-12);
		assertFalse(alone.isStrong());
	}

	@Test
	void tooFewPointsTellNothing() {
		final Diagnostics few = of(ABSORPTION, WEIGHTED.with(FitWindow.at(2, 4, 6, 8, 10)));
		assertTrue(Double.isNaN(few.aicc()) && Double.isNaN(few.leaveOneOut()));
	}
}
