// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Spectrum;

/** The one condition that every spectrum has to meet before anything is computed from it. */
final class FiniteValues {

	private FiniteValues() {}

	/** @throws InputException naming the spectrum and the first energy whose value is not a finite number */
	static void require(final Spectrum spectrum) {
		for (int i = 0; i < spectrum.values().length; i++)
			if (!Double.isFinite(spectrum.values()[i])) throw new InputException(spectrum.name() + ": the value at " +
				EnergyAxis.label(spectrum.energies().at(i)) + " is " + spectrum.values()[i] + ".",
				"Remove that energy from the spectrum, or correct its value.");
	}
}
