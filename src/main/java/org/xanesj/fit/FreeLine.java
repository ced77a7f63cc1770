// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import org.xanesj.stack.EnergyAxis;

/** The straight line under measured absorption: everything that absorbs beside the element. */
final class FreeLine {

	private FreeLine() {}

	/** @return 1 and E, the latter centred and scaled so that both are of a size */
	static double[][] columns(final EnergyAxis energies) {
		final double[][] line = new double[2][energies.size()];
		for (int e = 0; e < energies.size(); e++) {
			line[0][e] = 1;
			line[1][e] = (energies.at(e) - middle(energies)) / reach(energies);
		}
		return line;
	}

	/** @return b0 and b1 of b0 + b1·E, from the coefficients of the two columns */
	static double[] inEnergy(final double[] coefficients, final EnergyAxis energies) {
		final double slope = coefficients[1] / reach(energies);
		return new double[] { coefficients[0] - slope * middle(energies), slope };
	}

	private static double middle(final EnergyAxis energies) {
		return (energies.first() + energies.last()) / 2;
	}

	private static double reach(final EnergyAxis energies) {
		return energies.size() == 1 ? 1 : (energies.last() - energies.first()) / 2;
	}
}
