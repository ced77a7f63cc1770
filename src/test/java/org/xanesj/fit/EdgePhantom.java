// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** Edges that look like iron's: an arc tangent step of one and a white line, at different energies. */
final class EdgePhantom {

	static final EnergyAxis AXIS = axis(73);

	private EdgePhantom() {}

	static EnergyAxis axis(final int size) {
		return EnergyAxis.of(IntStream.range(0, size).mapToDouble(i -> 7072 + 130.0 * i / (size - 1)).toArray());
	}

	static Spectrum reference(final String name, final EnergyAxis axis, final double e0, final double white) {
		final double[] values = new double[axis.size()];
		for (int e = 0; e < values.length; e++) {
			final double x = axis.at(e) - e0;
			final double wiggle = 0.1 * Math.sin(x / 9) / (1 + Math.exp(-x / 3));
			values[e] = 0.5 + Math.atan(x / 1.5) / Math.PI + white * Math.exp(-(x - 4) * (x - 4) / 18) + wiggle;
		}
		return new Spectrum(name, axis, values);
	}

	/** @return {@code count} references, each with its edge 1.7 eV above the one before */
	static List<Spectrum> references(final EnergyAxis axis, final int count) {
		final List<Spectrum> references = new ArrayList<>();
		for (int j = 0; j < count; j++) references.add(reference("ref" + j, axis, 7118 + 1.7 * j,
			0.3 + 0.17 * (j * 5 % 4)));
		return references;
	}

	/** @return the references times the amounts, on b0 + b1·(E − first), with Gaussian noise */
	static Spectrum mixture(final List<Spectrum> references, final double[] amounts, final double b0, final double b1,
		final double sigma, final Random random)
	{
		final EnergyAxis axis = references.get(0).energies();
		final double[] values = new double[axis.size()];
		for (int e = 0; e < values.length; e++) {
			values[e] = b0 + b1 * (axis.at(e) - axis.first()) + sigma * random.nextGaussian();
			for (int j = 0; j < amounts.length; j++) values[e] += amounts[j] * references.get(j).values()[e];
		}
		return new Spectrum("mixture", axis, values);
	}
}
