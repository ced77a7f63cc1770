// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Locale;
import java.util.Optional;

import org.xanesj.fit.FitWay;
import org.xanesj.prepare.Derivative;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;

/**
 * What becomes of a spectrum of the stack, and in the classic ways of a reference too, before it is fitted.
 *
 * @param way of fitting
 * @param operator that normalises, with the post-edge curve flattened where that is asked for
 * @param energies of the stack in eV
 */
record FittedForm(FitWay way, NormalizationOperator operator, double[] energies) {

	/**
	 * @param operator that normalises; its method is never automatic
	 * @throws InputException when spectra are to be flattened that have no post-edge curve
	 */
	static FittedForm of(final FitWay way, final NormalizationOperator operator, final EnergyAxis energies) {
		if (way != FitWay.FLATTENED) return new FittedForm(way, operator, energies.toArray());
		if (operator.method() != NormalizationMethod.LARCH) throw new InputException(
			"fit=flattened needs the post-edge curve of Larch's rules, and normalization is " + operator.method()
				.macroValue() + " here.", "Use normalization=larch, or fit=normalized.");
		return new FittedForm(way, operator.flattened(), energies.toArray());
	}

	/** @return the way as macros write it */
	String name() {
		return way.name().toLowerCase(Locale.ROOT);
	}

	/** @return what the user should know of it */
	Optional<String> note() {
		return switch (way) {
			case BASELINE, NORMALIZED -> Optional.empty();
			case FLATTENED -> Optional.of(
				"Data and references are flattened: from E0 on the slope and curvature of the post-edge curve are taken out.");
			case DERIVATIVE -> Optional.of("The first derivative of normalised absorption is fitted: differences of " +
				"neighbouring energies, as Larch's dmude, not smoothed.");
		};
	}

	/** @return what makes the classic ways doubtful on this stack */
	Optional<String> doubt() {
		final NormalizationMethod method = operator.method();
		if (way.isNormalized() && method == NormalizationMethod.NONE) return Optional.of("fit=" + name() +
			" without a normalisation fits the absorption as it is, matrix and thickness included: use fit=baseline, or " +
			"normalization=pre-edge or area.");
		if (!way.isNormalized() || method == NormalizationMethod.AREA || operator.ranges().preDegree() > 0) return Optional
			.empty();
		return Optional.of("The pre-edge range holds too few energies for a line: a constant was subtracted, and edge " +
			"steps are doubtful; fit=baseline needs no such range.");
	}

	/** @throws InputException when this way is not for pixels */
	void requirePixels() {
		if (way == FitWay.FLATTENED || way == FitWay.DERIVATIVE) throw new InputException("fit=" + name() +
			" is for spectra, not for pixels.", "Use baseline or normalized.");
	}

	/** @return measured absorption at all energies of the stack as it is fitted */
	double[] of(final double[] absorption) {
		return switch (way) {
			case BASELINE -> absorption;
			case NORMALIZED, FLATTENED -> operator.apply(absorption);
			case DERIVATIVE -> Derivative.of(energies, operator.apply(absorption));
		};
	}

	/** @return how each value that is fitted answers to each measured one, for the ways that normalise */
	double[][] jacobian(final double[] absorption) {
		final double[][] jacobian = operator.jacobian(absorption);
		return way == FitWay.DERIVATIVE ? Derivative.of(energies, jacobian) : jacobian;
	}
}
