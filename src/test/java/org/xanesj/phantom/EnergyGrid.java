// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.stack.EnergyAxis;

/** Builds an energy axis in regions of equal step, as a beamline's scan is set up. */
final class EnergyGrid {

	private final List<Double> energies = new ArrayList<>();

	private EnergyGrid(final double first) {
		energies.add(first);
	}

	static EnergyGrid from(final double first) {
		return new EnergyGrid(first);
	}

	/** Goes on to {@code last} eV, included, in steps that divide the way there. */
	EnergyGrid to(final double last, final double step) {
		final double first = energies.get(energies.size() - 1);
		final long n = Math.round((last - first) / step);
		// Whole µeV: tenths of an eV add up to binary dust otherwise.
		for (int i = 1; i <= n; i++) energies.add(Math.rint((first + i * step) * 1e6) / 1e6);
		return this;
	}

	EnergyAxis axis() {
		return EnergyAxis.of(energies.stream().mapToDouble(Double::doubleValue).toArray());
	}
}
