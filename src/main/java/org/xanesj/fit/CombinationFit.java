// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.List;

import org.xanesj.stack.EnergyAxis;

/**
 * A spectrum as a linear combination of references.
 *
 * @param components what each reference contributes, in the order given
 * @param line b0 (in the data's units) and b1 (per eV) of the free line b0 + b1·E; empty without one
 * @param energies of the fit window
 * @param data in the window
 * @param fitted in the window, the line included
 * @param rFactor sum of squared residuals over that of the data, the free line subtracted from these
 *          ({@link RFactor#LARCH}); not weighted
 * @param chiSquare sum of squared residuals, each over its standard error when noise was given
 * @param variables how many numbers were fitted: free fractions, one less when their sum is given, or free amounts
 *          and two for the line
 */
public record CombinationFit(List<Component> components, double[] line, EnergyAxis energies, double[] data,
	double[] fitted, double rFactor, double chiSquare, int variables)
{

	/** A cluster whose rms misfit exceeds this part of its edge step is not explained by its references. */
	public static final double UNKNOWN_ABOVE = 0.05;

	/**
	 * What one reference contributes.
	 *
	 * @param amount by which the reference is multiplied, in the data's units
	 * @param amountError one standard error; NaN when the amount is held at zero or there is nothing to judge it by
	 * @param fraction the amount, or its share of the sum of amounts; NaN when that sum is not positive
	 * @param fractionError one standard error; NaN when the fraction is at a bound
	 * @param atBound whether the fraction is held at 0 (also because other references make this one up), or at 1 as the
	 *          only one that is not
	 */
	public record Component(String name, double amount, double amountError, double fraction, double fractionError,
		boolean atBound)
	{}

	public CombinationFit {
		components = List.copyOf(components);
	}

	/** @return how many energies were fitted (N) */
	public int points() {
		return data.length;
	}

	/** @return N less the number of fitted numbers */
	public int degreesOfFreedom() {
		return points() - variables;
	}

	/** @return chi-square over the degrees of freedom; NaN when there are none */
	public double reducedChiSquare() {
		return Design.variance(chiSquare, degreesOfFreedom());
	}

	/** @return the sum of the amounts: the edge step of data fitted with normalised references */
	public double edgeStep() {
		return components.stream().mapToDouble(Component::amount).sum();
	}

	/** @return data less fit, in the window */
	public double[] residual() {
		final double[] residual = data.clone();
		Vectors.add(residual, -1, fitted);
		return residual;
	}

	/** @return the root of the mean squared residual, in the data's units */
	public double rmsMisfit() {
		return Vectors.norm(residual()) / Math.sqrt(points());
	}

	/** @return the fit at all energies of the data, NaN outside the window */
	public double[] fittedOn(final EnergyAxis all) {
		final double[] values = new double[all.size()];
		int inside = 0;
		for (int e = 0; e < values.length; e++)
			values[e] = inside < fitted.length && energies.at(inside) == all.at(e) ? fitted[inside++] : Double.NaN;
		return values;
	}

	/** @return how far the fitted references reach from their lowest to their highest value, in the data's units */
	public double height() {
		double lowest = Double.POSITIVE_INFINITY;
		double highest = Double.NEGATIVE_INFINITY;
		for (int e = 0; e < fitted.length; e++) {
			final double references = line.length == 0 ? fitted[e] : fitted[e] - line[0] - line[1] * energies.at(e);
			lowest = Math.min(lowest, references);
			highest = Math.max(highest, references);
		}
		return highest - lowest;
	}

	/**
	 * @param limit such as {@link #UNKNOWN_ABOVE}
	 * @param step the edge step that was fitted, in the data's units: {@link #edgeStep()} when the references have steps of
	 *          1, else {@link #height()} has to stand in
	 * @return whether the rms misfit exceeds this part of the step: then no species is named. (Chi-square would reject
	 *         every mean of many pixels, whose noise is tiny.)
	 */
	public boolean isUnknown(final double limit, final double step) {
		return !(rmsMisfit() <= limit * step);
	}

	/** @return the same for references with edge steps of 1 */
	public boolean isUnknown(final double limit) {
		return isUnknown(limit, edgeStep());
	}

	/** @return the misfit by another program's definition */
	public double misfit(final RFactor definition) {
		final double[] withoutLine = data.clone();
		if (line.length > 0) for (int e = 0; e < data.length; e++) withoutLine[e] -= line[0] + line[1] * energies.at(e);
		return definition.of(withoutLine, residual());
	}

	/** @return how many references are not held at zero */
	public int size() {
		return (int) components.stream().filter(component -> component.amount() != 0).count();
	}
}
