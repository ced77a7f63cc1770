// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.xanesj.phantom.Phantom;
import org.xanesj.stack.EnergyAxis;

/**
 * What counting statistics allow: the bound of Cramér and Rao for a pixel of two species and a free line, when a value
 * of optical density has the variance 1/counts and everything but the amounts and the line is known.
 *
 * @param amount least standard deviation of the sum of both amounts
 * @param fraction of the share of either
 */
record PhotonLimit(double amount, double fraction) {

	/** Mean absolute value of a normal number over its standard deviation. */
	static final double MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

	/** @param counts expected in the pixel, at each energy */
	static PhotonLimit of(final Phantom phantom, final int pixel, final double[] counts) {
		final EnergyAxis axis = phantom.image().energies();
		final double[][] columns = new double[4][axis.size()];
		for (int e = 0; e < axis.size(); e++) {
			for (int s = 0; s < 2; s++) columns[s][e] = phantom.references().spectra().get(s).at(axis.at(e));
			columns[2][e] = 1;
			columns[3][e] = axis.at(e) - axis.at(axis.size() / 2);
		}
		final RealMatrix information = new Array2DRowRealMatrix(4, 4);
		for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) for (int e = 0; e < counts.length; e++)
			information.addToEntry(i, j, counts[e] * columns[i][e] * columns[j][e]);
		final RealMatrix covariance = new LUDecomposition(information).getSolver().getInverse();
		final double own = covariance.getEntry(0, 0);
		final double both = covariance.getEntry(0, 1);
		final double other = covariance.getEntry(1, 1);
		final double share = phantom.fractions()[0][pixel];
		// the derivatives of a/(a + b) by a and b are (1 - share)/(a + b) and -share/(a + b)
		final double ofShare = (1 - share) * (1 - share) * own - 2 * share * (1 - share) * both + share * share * other;
		return new PhotonLimit(Math.sqrt(own + 2 * both + other), Math.sqrt(ofShare) / phantom.edgeStep()[pixel]);
	}
}
