// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.List;

/** Takes numbers from a spectrum, such as its edge energy. Pure. */
interface Functional extends Serializable {

	/** @return what the numbers are */
	List<Quantity> quantities();

	/**
	 * @param spectrum absorption at the energies that this was made for
	 * @param e0 edge energy of the spectrum by its steepest point, in eV
	 * @param jump its edge step; unknown when it does not stand out of the noise
	 * @return one for each quantity
	 */
	List<Estimate> of(double[] spectrum, double e0, Estimate jump);
}
