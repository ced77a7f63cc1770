// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.xanesj.fit.Bootstrap.Spread;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class BootstrapTest {

	private static final List<Spectrum> REFERENCES = EdgePhantom.references(AXIS, 3);

	private static Spectrum data(final double... amounts) {
		return EdgePhantom.mixture(REFERENCES, amounts, 0.2, 0.001, 0.005, new Random(4));
	}

	@Test
	void agreesWithTheFormulaAwayFromBounds() {
		final double[] sigma = new double[AXIS.size()];
		for (int e = 0; e < sigma.length; e++) sigma[e] = 1 + 0.01 * e;
		for (final Noise noise : List.of(Noise.EQUAL, Noise.of(sigma))) {
			final Design design = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT.with(noise));
			final CombinationFit fit = LinearCombination.fit(data(0.4, 0.3, 0.3), design);
			final List<Spread> spreads = Bootstrap.of(data(0.4, 0.3, 0.3), design, 1000, 1);
			for (int j = 0; j < 3; j++) {
				final double error = fit.components().get(j).fractionError();
				assertEquals(1, spreads.get(j).standardDeviation() / error, 0.12);
				assertEquals(1, (spreads.get(j).high() - spreads.get(j).low()) / 2 / error, 0.15);
			}
		}
	}

	@Test
	void hasAnAnswerAtABound() {
		final Design design = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT);
		final Spread spread = Bootstrap.of(data(0.7, -0.01, 0.3), design, 200, 1).get(1);
		assertEquals("ref1", spread.name());
		assertEquals(0, spread.low());
		assertTrue(spread.standardDeviation() >= 0 && spread.high() < 0.1);
	}

	@Test
	void theSameSeedGivesTheSameAnswer() {
		final Design design = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT);
		assertEquals(Bootstrap.of(data(0.4, 0.3, 0.3), design, 50, 9), Bootstrap.of(data(0.4, 0.3, 0.3), design, 50, 9));
	}

	@Test
	void whatCannotBeDrawnAgainIsRefused() {
		final Design spread = Design.of(AXIS, REFERENCES, FitOptions.DEFAULT.with(Noise.EQUAL.through(MatrixUtils
			.createRealIdentityMatrix(AXIS.size()).getData())));
		assertThrows(InputException.class, () -> Bootstrap.of(data(1), spread, 100, 1));
		assertThrows(InputException.class, () -> Bootstrap.of(data(1), Design.of(AXIS, REFERENCES, FitOptions.DEFAULT),
			1, 1));
	}
}
