// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Two species, neither negative, and a free line, by brute force and with another library: both, one, the other or
 * none, whichever fits best of those that are allowed.
 */
final class TwoSpeciesLeastSquares {

	private static final int[][] SETS = { {}, { 0 }, { 1 }, { 0, 1 } };

	private final double[] sigma;
	private final List<RealMatrix> designs = new ArrayList<>();
	private final List<DecompositionSolver> solvers = new ArrayList<>();

	/** @param sigma noise at each energy of the axis */
	TwoSpeciesLeastSquares(final EnergyAxis axis, final Spectrum first, final Spectrum second, final double[] sigma) {
		this.sigma = sigma;
		final Spectrum[] species = { first, second };
		double mean = 0;
		for (final double e : axis.toArray()) mean += e / axis.size();
		for (final int[] set : SETS) {
			final double[][] rows = new double[axis.size()][set.length + 2];
			for (int e = 0; e < rows.length; e++) {
				for (int j = 0; j < set.length; j++) rows[e][j] = species[set[j]].at(axis.at(e)) / sigma[e];
				rows[e][set.length] = 1 / sigma[e];
				rows[e][set.length + 1] = (axis.at(e) - mean) / sigma[e];
			}
			designs.add(new Array2DRowRealMatrix(rows, false));
			solvers.add(new QRDecomposition(designs.get(designs.size() - 1)).getSolver());
		}
	}

	/** @return the amounts of the two, none below zero */
	double[] amounts(final double[] absorption) {
		final RealVector data = new ArrayRealVector(absorption.length);
		for (int e = 0; e < absorption.length; e++) data.setEntry(e, absorption[e] / sigma[e]);
		double least = Double.POSITIVE_INFINITY;
		double[] best = null;
		for (int s = 0; s < SETS.length; s++) {
			final RealVector solution = solvers.get(s).solve(data);
			final double[] amounts = new double[2];
			boolean allowed = true;
			for (int j = 0; j < SETS[s].length; j++) {
				amounts[SETS[s][j]] = solution.getEntry(j);
				allowed &= solution.getEntry(j) >= 0;
			}
			final double misfit = designs.get(s).operate(solution).subtract(data).getNorm();
			if (!allowed || misfit >= least) continue;
			least = misfit;
			best = amounts;
		}
		return best;
	}
}
