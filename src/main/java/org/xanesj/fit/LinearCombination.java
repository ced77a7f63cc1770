// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/**
 * Fits a spectrum by a linear combination of references, exactly.
 *
 * <pre>
 * FitWindow window = FitWindow.between(mean.energies(), 7092, 7182);
 * CombinationFit fit = LinearCombination.fit(mean, library.spectra(), FitOptions.DEFAULT.with(window));
 * fit.components().get(0).fraction(); // the share of the edge step that is the first reference
 * </pre>
 */
public final class LinearCombination {

	private LinearCombination() {}

	/**
	 * @param data measured absorption, or normalised absorption for {@link FitWay#NORMALIZED}
	 * @param references normalised absorption
	 * @throws InputException when a reference does not reach over the window or a value there is not a number
	 */
	public static CombinationFit fit(final Spectrum data, final List<Spectrum> references, final FitOptions options) {
		return fit(data, Design.of(data.energies(), references, options));
	}

	/**
	 * @param data on the energies that the design was made for
	 * @throws InputException when it is not, or holds a value in the window that is not a number
	 */
	public static CombinationFit fit(final Spectrum data, final Design design) {
		final double[] window = window(data, design);
		final double[] projected = design.project(window);
		final double[] target = design.target(projected);
		final double[][] reduced = design.reduced();
		final Solver.Solution solution = Solver.of(design.solved()).solve(reduced, target);
		final FreeSet free = design.solved().freeSet(reduced, solution.free());

		final double[] lineOf = design.lineOf(projected, solution.amounts());
		final double[] withoutLine = Vectors.residual(design.line(), lineOf, window);
		final double[] residual = Vectors.residual(design.columns(), solution.amounts(), withoutLine);
		final double[] fitted = window.clone();
		Vectors.add(fitted, -1, residual);
		final double[] weighted = design.weighted(residual);
		final double chiSquare = Vectors.dot(weighted, weighted);
		final int variables = design.variables(free.variables);
		return new CombinationFit(components(design, solution, free, design.noise(window, projected, chiSquare, variables)),
			design.inEnergy(lineOf), design.energies(), window, fitted, RFactor.LARCH.of(withoutLine, residual), chiSquare,
			variables);
	}

	/** @return the data in the fit window */
	static double[] window(final Spectrum data, final Design design) {
		final int size = data.energies().size();
		if (size != design.dataEnergies()) throw new InputException(data.name() + " has " + size +
			" energies and the fit was set up for " + design.dataEnergies() + ".", "Set it up for this spectrum.");
		final int[] rows = design.rows();
		final double[] window = new double[rows.length];
		for (int e = 0; e < rows.length; e++) {
			window[e] = data.values()[rows[e]];
			if (!Double.isFinite(window[e])) throw new InputException(data.name() + " is " + window[e] + " at " + EnergyAxis
				.label(design.energies().at(e)) + ".", "Leave that energy out (exclude) or correct the data.");
		}
		return window;
	}

	private static List<Component> components(final Design design, final Solver.Solution solution, final FreeSet free,
		final double noise)
	{
		final Uncertainty uncertainty = new Uncertainty(design, free);
		final double sum = Arrays.stream(solution.amounts()).sum();
		final boolean alone = free.columns.length == 1 && design.constraint().isSumToOne();
		final List<Component> components = new ArrayList<>();
		for (int j = 0; j < solution.amounts().length; j++) {
			final int i = Arrays.binarySearch(free.columns, j);
			final double amount = solution.amounts()[j];
			final double fraction = !design.isShares() ? amount : sum > 0 ? amount / sum : Double.NaN;
			final boolean atBound = i < 0 || alone;
			final boolean given = i < 0 || alone && !design.isShares();
			components.add(new Component(design.names().get(j), amount, given ? Double.NaN : Math.sqrt(noise * uncertainty
				.ofAmount(i)), fraction, atBound ? Double.NaN : Math.sqrt(noise * (design.isShares() ? uncertainty.ofShare(i,
					fraction, sum) : uncertainty.ofAmount(i))), atBound));
		}
		return components;
	}
}
