// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.factor;

import java.util.Arrays;

/**
 * The share of one species over all sets of spectra of edge step one, with walls where a spectrum turns negative or the
 * misfit exceeds its limit: logarithmic barriers (Fiacco & McCormick, Nonlinear Programming, 1968). Amounts are
 * non-negative least squares for every set of spectra, so that the derivative of the misfit is that with amounts
 * held; that of the share follows from the normal equations of the spectra that are not at zero.
 */
final class RangeBarrier {

	private final Mixtures data;
	private final double[][] start;
	private final int fixed;
	private final int species;
	private final int sign;
	private final double limit;

	/** Orthonormal directions that leave the edge step as it is, of the length of the start's spectra apart. */
	private final double[][] directions;

	/** The sum of all amounts, by which that of the species is divided. */
	private final double total;

	/**
	 * @param start spectra that hold all bounds
	 * @param sign 1 for as much as possible of the species, -1 for as little
	 */
	RangeBarrier(final Mixtures data, final double[][] start, final int fixed, final int species, final int sign,
		final double limit)
	{
		this.data = data;
		this.start = start;
		this.fixed = fixed;
		this.species = species;
		this.sign = sign;
		this.limit = limit;
		directions = directions(data.cone().step(), apart(start));
		total = Arrays.stream(SubsetAmounts.of(data.scores(), start, 0).values()).flatMapToDouble(Arrays::stream).sum();
	}

	private static double apart(final double[][] spectra) {
		double largest = 0;
		for (final double[] a : spectra) for (final double[] b : spectra) {
			double squares = 0;
			for (int c = 0; c < a.length; c++) squares += (a[c] - b[c]) * (a[c] - b[c]);
			largest = Math.max(largest, squares);
		}
		return largest > 0 ? Math.sqrt(largest) : Math.sqrt(SubsetAmounts.dot(spectra[0], spectra[0]));
	}

	/** Unit vectors made perpendicular to the step and to each other; the one nearest to the step falls out. */
	private static double[][] directions(final double[] step, final double length) {
		final int n = step.length;
		int nearest = 0;
		for (int c = 1; c < n; c++) if (Math.abs(step[c]) > Math.abs(step[nearest])) nearest = c;
		final double[][] basis = Vca.basis(new double[][] { step }, n - 1);
		final double[][] directions = new double[n - 1][];
		for (int c = 0, k = 0; c < n; c++) {
			if (c == nearest) continue;
			final double[] unit = new double[n];
			unit[c] = 1;
			basis[k + 1] = Vca.unit(Vca.perpendicular(unit, basis, k + 1));
			directions[k] = Arrays.stream(basis[k + 1]).map(v -> v * length).toArray();
			k++;
		}
		return directions;
	}

	/** @return the spectra that coordinates stand for */
	double[][] spectra(final double[] x) {
		final int n = start.length;
		final double[][] spectra = start.clone();
		for (int k = fixed; k < n; k++) {
			spectra[k] = start[k].clone();
			for (int d = 0; d < n - 1; d++)
				for (int c = 0; c < n; c++) spectra[k][c] += x[(k - fixed) * (n - 1) + d] * directions[d][c];
		}
		return spectra;
	}

	/** @return the share, its sign turned so that the least is wanted, and the walls with this weight */
	Bfgs.Function weighing(final double weight) {
		return (x, gradient) -> at(spectra(x), weight, gradient);
	}

	private double at(final double[][] spectra, final double weight, final double[] gradient) {
		final int n = spectra.length;
		final double[][] slopes = new double[n][n];
		double value = walls(spectra, weight, slopes);
		if (Double.isInfinite(value)) return value;
		final SubsetAmounts found = SubsetAmounts.of(data.scores(), spectra, 0);
		if (!(found.misfit() < limit)) return Double.POSITIVE_INFINITY;
		value -= weight * Math.log(1 - found.misfit() / limit);
		value -= sign * Arrays.stream(found.values()[species]).sum() / total;
		new ShareSlopes(data, spectra, found.values()).add(species, -sign / total, 2 * weight / (limit - found.misfit()),
			slopes);
		for (int k = fixed; k < n; k++) for (int d = 0; d < n - 1; d++)
			gradient[(k - fixed) * (n - 1) + d] = SubsetAmounts.dot(slopes[k], directions[d]);
		return value;
	}

	private double walls(final double[][] spectra, final double weight, final double[][] slopes) {
		final double[][] rows = data.cone().rows();
		final double each = weight / rows.length;
		double value = 0;
		for (int k = fixed; k < spectra.length; k++) for (final double[] row : rows) {
			final double height = SubsetAmounts.dot(row, spectra[k]);
			if (!(height > 0)) return Double.POSITIVE_INFINITY;
			value -= each * Math.log(height);
			for (int c = 0; c < row.length; c++) slopes[k][c] -= each * row[c] / height;
		}
		return value;
	}
}
