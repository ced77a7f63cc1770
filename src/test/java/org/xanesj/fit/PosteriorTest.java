// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xanesj.fit.EdgePhantom.AXIS;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.fit.Posterior.Belief;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

class PosteriorTest {

	private static CombinationFit fit(final double chiSquare, final Component... components) {
		final double[] data = new double[10];
		return new CombinationFit(List.of(components), new double[0], EnergyAxis.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), data,
			data.clone(), 0, chiSquare, components.length - 1);
	}

	private static Component component(final String name, final double fraction, final double error) {
		return new Component(name, fraction, error, fraction, error, Double.isNaN(error));
	}

	/** Chi-squares in the ratio 10^(1/10) make up exactly for one number more at ten points: both weigh the same. */
	@Test
	void twoEquallyProbableCombinationsByHand() {
		final CombinationFit alone = fit(Math.pow(10, 0.1), component("a", 1, Double.NaN));
		final CombinationFit pair = fit(1, component("a", 0.6, 0.1), component("b", 0.4, 0.1));
		final List<Belief> beliefs = Posterior.of(List.of(pair, alone));
		assertEquals("a", beliefs.get(0).name());
		assertEquals(1, beliefs.get(0).probability(), 1e-12);
		assertEquals(0.8, beliefs.get(0).fraction(), 1e-12);
		assertEquals(Math.sqrt(0.04 + 0.005), beliefs.get(0).error(), 1e-12);
		assertEquals(0.5, beliefs.get(1).probability(), 1e-12);
		assertEquals(0.2, beliefs.get(1).fraction(), 1e-12);
		assertEquals(Math.sqrt(0.04 + 0.005), beliefs.get(1).error(), 1e-12);
	}

	@Test
	void whereTheCombinationIsUncertainItsErrorsHoldAndThoseOfTheBestFitDoNot() {
		final List<Spectrum> references = EdgePhantom.references(AXIS, 6);
		final double[] truth = { 0, 0.6, 0, 0.4, 0, 0 };
		final Hamilton hamilton = new Hamilton(70, 0.05);
		final Random random = new Random(41);
		int averaged = 0;
		int best = 0;
		for (int i = 0; i < 300; i++) {
			final Spectrum data = EdgePhantom.mixture(references, truth, 0.2, 0.001, 0.01, random);
			final List<CombinationFit> fits = Combinations.fit(data, references, 3, FitOptions.DEFAULT,
				hamilton).stream().map(
				RankedFit::fit).toList();
			for (final Belief belief : Posterior.of(fits)) {
				final double expected = truth[belief.name().charAt(3) - '0'];
				if (expected > 0 && Math.abs(belief.fraction() - expected) <= belief.error()) averaged++;
			}
			for (final Component component : fits.get(0).components()) {
				final double expected = truth[component.name().charAt(3) - '0'];
				if (expected > 0 && Math.abs(component.fraction() - expected) <= component.fractionError()) best++;
			}
		}
		assertTrue(averaged > 0.60 * 600 && averaged < 0.80 * 600, averaged + " of 600");
		assertTrue(best < averaged, best + " of 600 for the best combination alone");
	}

	@Test
	void fitsOfDifferentDataAreNotAveraged() {
		assertThrows(InputException.class, () -> Posterior.of(List.of()));
		final CombinationFit other = LinearCombination.fit(EdgePhantom.references(AXIS, 1).get(0),
			EdgePhantom.references(AXIS,
			2), FitOptions.DEFAULT);
		assertThrows(InputException.class, () -> Posterior.of(List.of(fit(1, component("a", 1, Double.NaN)), other)));
	}
}
