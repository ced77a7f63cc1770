// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import org.xanesj.stack.InputException;

/**
 * A reference of which the oxidation state is known.
 *
 * @param name of the reference
 * @param state its oxidation state, taken as exact
 * @param energy its measured energy in eV
 * @param error one standard error of that in eV
 */
public record CalibrationPoint(String name, double state, double energy, double error) {

	/** @throws InputException when a number is not finite, or the error is negative */
	public CalibrationPoint {
		if (!Double.isFinite(state) || !Double.isFinite(energy) || !(error >= 0) || Double.isInfinite(error))
			throw new InputException("The reference " + name + " cannot calibrate: state " + state + ", energy " + energy +
				" eV, error " + error + " eV.", "Leave it out of the table, or use another method.");
	}
}
