// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;

import org.xanesj.stack.InputException;

/**
 * What normalising does to a spectrum y, as two linear operators: {@code (y - curve y) / (step · y)}.
 *
 * @param curve n x n: takes a spectrum of n energies to its pre-edge curve
 * @param step n weights: the edge step
 */
public record Background(double[][] curve, double[] step) implements Serializable {

	/** @throws InputException when the sizes differ */
	public Background {
		for (final double[] row : curve) if (curve.length != step.length || row.length != step.length)
			throw new InputException("The pre-edge operator is " + curve.length + " x " + row.length + " for " + step.length +
				" energies.", "Give a square operator of the energies of the spectra.");
	}

	/** @return the weights, taken of the spectrum less its pre-edge curve */
	double[] without(final double[] weights) {
		return Rows.combined(1, weights, -1, Rows.times(weights, curve));
	}
}
