// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.SmallStack;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.Constraint;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.FitWindow;
import org.xanesj.fit.LinearCombination;
import org.xanesj.fit.Noise;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** Mixtures of which the fractions are known, fitted in every form that a spectrum can have. */
class FittedFormTest {

	/** Fine at the edge, coarse elsewhere, as spectra are measured. */
	private static final EnergyAxis AXIS = axis();
	private static final double[] TRUTH = { 0.5, 0.2, 0.3 };
	private static final double[][] SPECIES = { of(7120, 0.2), of(7126, 0.9), of(7123, 0.5) };
	private static final double STEP = 0.7;

	private static EnergyAxis axis() {
		final double[] energies = new double[150];
		double e = 7000;
		for (int i = 0; i < energies.length; i++) {
			energies[i] = e;
			e += e < 7100 || e >= 7160 ? 5 : 0.75;
		}
		return EnergyAxis.of(energies);
	}

	private static double[] of(final double e0, final double white) {
		final double[] values = new double[AXIS.size()];
		for (int i = 0; i < values.length; i++) values[i] = SmallStack.mu(AXIS.at(i), e0, white);
		return values;
	}

	private static FittedForm form(final FitWay way, final NormalizationMethod method) {
		return FittedForm.of(way, NormalizationOperator.of(method, AXIS, 7121, Normalization.Options.AUTOMATIC), AXIS);
	}

	/** Shares of the edge step as the operator finds it, on a line that its pre-edge takes away. */
	private static Spectrum measured(final FittedForm form, final double sigma, final Random random) {
		final double[] values = new double[AXIS.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = 0.8 - 2e-4 * (AXIS.at(i) - 7000) + sigma * random.nextGaussian();
			for (int j = 0; j < TRUTH.length; j++) values[i] += STEP * TRUTH[j] * SPECIES[j][i] / form.operator().edgeStep(
				SPECIES[j]);
		}
		return new Spectrum("mixture", AXIS, values);
	}

	private static CombinationFit fit(final FittedForm form, final Spectrum measured, final Constraint constraint) {
		final List<Spectrum> references = List.of(reference(form, 0), reference(form, 1), reference(form, 2));
		final FitOptions options = FitOptions.DEFAULT.with(form.way()).with(constraint).with(FitWindow.between(AXIS, 7100,
			7190)).with(Noise.EQUAL.through(form.jacobian(measured.values())));
		return LinearCombination.fit(measured.with(form.of(measured.values())), references, options);
	}

	private static Spectrum reference(final FittedForm form, final int j) {
		return new Spectrum("reference " + j, AXIS, form.of(SPECIES[j]));
	}

	@ParameterizedTest
	@EnumSource(names = { "NORMALIZED", "FLATTENED", "DERIVATIVE" })
	void withoutNoiseTheFractionsAreExact(final FitWay way) {
		final FittedForm form = form(way, NormalizationMethod.LARCH);
		for (final Constraint constraint : Constraint.values()) {
			final CombinationFit fit = fit(form, measured(form, 0, new Random(1)), constraint);
			for (int j = 0; j < TRUTH.length; j++) assertEquals(TRUTH[j], fit.components().get(j).fraction(), 1e-10, way + " " +
				constraint);
		}
	}

	@ParameterizedTest
	@CsvSource({ "FLATTENED, NON_NEGATIVE_SUM_TO_ONE", "FLATTENED, NON_NEGATIVE", "DERIVATIVE, NON_NEGATIVE_SUM_TO_ONE",
		"DERIVATIVE, NON_NEGATIVE" })
	void oneStandardErrorIsOne(final FitWay way, final Constraint constraint) {
		final FittedForm form = form(way, NormalizationMethod.LARCH);
		final Random random = new Random(5);
		int within = 0;
		int free = 0;
		for (int i = 0; i < 500; i++) {
			final CombinationFit fit = fit(form, measured(form, 0.003, random), constraint);
			for (int j = 0; j < TRUTH.length; j++) {
				final CombinationFit.Component component = fit.components().get(j);
				if (component.atBound()) continue;
				free++;
				if (Math.abs(component.fraction() - TRUTH[j]) <= component.fractionError()) within++;
			}
		}
		final double percent = 100.0 * within / free;
		assertTrue(percent > 63 && percent < 73, percent + " %");
	}

	/** By numpy 2.4: {@code gradient(mu)/gradient(energy)}, as Larch has it; not numpy's {@code gradient(mu, energy)}. */
	@Test
	void theDerivativeIsLarchs() {
		final EnergyAxis energies = EnergyAxis.of(7100, 7104, 7108, 7110, 7112, 7114, 7116, 7120, 7126, 7134, 7144, 7160);
		final FittedForm form = FittedForm.of(FitWay.DERIVATIVE, NormalizationOperator.of(NormalizationMethod.NONE, energies,
			7114, Normalization.Options.AUTOMATIC), energies);
		assertArrayEquals(new double[] { 0.0025, 0.00375, 0.01833333333333333, 0.065, 0.125, 0.175, 0.1, 0.001,
			-0.018571428571428572, -0.0038888888888888892, -0.0023076923076923096, -0.001875 }, form.of(new double[] { .31, .32,
				.34, .43, .60, .93, 1.30, 1.53, 1.31, 1.27, 1.24, 1.21 }), 1e-15);
	}

	@ParameterizedTest
	@EnumSource(names = { "NORMALIZED", "FLATTENED", "DERIVATIVE" })
	void noiseIsCarriedAsTheFormAnswersToIt(final FitWay way) {
		final FittedForm form = form(way, NormalizationMethod.LARCH);
		final double[] mu = measured(form, 0.003, new Random(6)).values();
		final double[][] jacobian = form.jacobian(mu);
		for (final int j : new int[] { 3, 40, 70, 149 }) {
			final double[] more = mu.clone(), less = mu.clone();
			more[j] += 1e-5;
			less[j] -= 1e-5;
			final double[] up = form.of(more), down = form.of(less);
			for (int i = 0; i < mu.length; i++) assertEquals((up[i] - down[i]) / 2e-5, jacobian[i][j], 1e-8);
		}
	}

	@Test
	void onlyWhatHasAPostEdgeCurveCanBeFlattened() {
		for (final NormalizationMethod method : List.of(NormalizationMethod.NONE, NormalizationMethod.AREA,
			NormalizationMethod.PRE_EDGE)) {
			final String said = assertThrows(InputException.class, () -> form(FitWay.FLATTENED, method)).getMessage();
			assertTrue(said.contains("normalization is " + method.macroValue()), said);
		}
	}

	@Test
	void pixelsAreNeitherFlattenedNorDerived() {
		assertThrows(InputException.class, () -> form(FitWay.FLATTENED, NormalizationMethod.LARCH).requirePixels());
		assertThrows(InputException.class, () -> form(FitWay.DERIVATIVE, NormalizationMethod.LARCH).requirePixels());
		form(FitWay.NORMALIZED, NormalizationMethod.LARCH).requirePixels();
	}
}
