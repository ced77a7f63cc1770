// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/** The oxidation state as a function of a measured energy. */
interface StateCurve {

	/** @param energy in eV */
	double state(double energy);

	/** @return change of the state in an eV */
	double slope(double energy);

	/**
	 * @return one standard error of the state of a compound with that energy, were the energy exact: how well the curve
	 *         is known, and how far compounds lie from it
	 */
	double error(double energy);

	/** @return what the curve is, in one sentence */
	String note();
}
