// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.xanesj.stack.EnergyAxis;

/**
 * Value and slope of a spectrum at any energy by a local polynomial on an irregular grid: a cubic fitted to the points
 * around that energy by least squares, weighted by the tricube of their distance (Cleveland, J. Am. Stat. Assoc. 74, 829
 * (1979); on a regular grid with equal weights this is the filter of Savitzky and Golay, Anal. Chem. 36, 1627 (1964)) and
 * by the width of the grid that each stands for: where the step of the grid changes, the side with more points would
 * count for more, and move a symmetric edge. Both are weighted sums of the spectrum, and change smoothly with the energy.
 */
final class LocalPolynomial {

	private static final int DEGREE = 3;

	/** Points that have a weight, at least: the window widens where the grid is coarse. */
	private static final int FEWEST = DEGREE + 2;

	private final double[] energies;
	private final double[] spacing;
	private final double halfWidth;

	/** @param halfWidth of the window in eV */
	LocalPolynomial(final EnergyAxis axis, final double halfWidth) {
		energies = axis.toArray();
		this.halfWidth = halfWidth;
		final int last = energies.length - 1;
		spacing = IntStream.rangeClosed(0, last).mapToDouble(i -> (energies[Math.min(last, i + 1)] - energies[Math.max(0, i -
			1)]) / (i == 0 || i == last ? 1 : 2)).toArray();
	}

	/** @return the weights of all points in the value and in the slope (per eV) at an energy in eV */
	double[][] at(final double energy) {
		final double reach = Math.max(halfWidth, neighbour(energy));
		final int[] near = IntStream.range(0, energies.length).filter(i -> Math.abs(energies[i] - energy) <
			reach).toArray();
		final int terms = Math.min(DEGREE, near.length - 1) + 1;
		final double[][] design = new double[near.length][terms];
		final double[] root = new double[near.length];
		for (int i = 0; i < near.length; i++) {
			final double u = (energies[near[i]] - energy) / reach;
			root[i] = Math.sqrt(spacing[near[i]]) * Math.pow(1 - Math.abs(u * u * u), 1.5);
			for (int k = 0; k < terms; k++) design[i][k] = root[i] * Math.pow(u, k);
		}
		final RealMatrix inverse = new QRDecomposition(new Array2DRowRealMatrix(design, false)).getSolver().getInverse();
		final double[][] weights = new double[2][energies.length];
		for (int i = 0; i < near.length; i++) {
			weights[0][near[i]] = inverse.getEntry(0, i) * root[i];
			weights[1][near[i]] = inverse.getEntry(1, i) * root[i] / reach;
		}
		return weights;
	}

	/** @return the distance of the first point that needs no weight, a continuous function of the energy */
	private double neighbour(final double energy) {
		final double[] distances = Arrays.stream(energies).map(e -> Math.abs(e - energy)).sorted().toArray();
		return distances[Math.min(FEWEST, distances.length - 1)] * (distances.length > FEWEST ? 1 : 1.01);
	}
}
