// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.xanesj.fit.Calibration;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Spectra of random mixtures of one to four of the ten species of the iron K phantom, measured by an instrument whose
 * calibration differs from the library's. All compositions of so many species are equally probable.
 */
public final class IronMixtures {

	/** 128 energies from 7085 to 7185 eV. */
	public static final EnergyAxis AXIS = EnergyAxis.of(IntStream.range(0, 128).mapToDouble(e -> 7085 + 100.0 * e / 127)
		.toArray());

	private static final EnergyAxis FINE = EnergyGrid.from(7060).to(7210, 0.25).axis();
	private static final int MOST = 4;
	private static final List<Spectrum> LIBRARY = make();

	private IronMixtures() {}

	/**
	 * @param fractions of all ten species
	 * @param spectrum what was measured: an edge step near 1, on a line
	 */
	public record Mixture(double[] fractions, Spectrum spectrum) {}

	/** @return the ten species with edge steps of 1 */
	public static List<Spectrum> library() {
		return LIBRARY;
	}

	private static List<Spectrum> make() {
		final List<Spectrum> library = new ArrayList<>();
		for (final IronSpecies species : IronSpecies.values()) library.add(new Spectrum(species.title(), FINE, IntStream.range(
			0, FINE.size()).mapToDouble(e -> species.mu(FINE.at(e))).toArray()));
		return List.copyOf(library);
	}

	/**
	 * @param stepOverNoise edge step over the noise of an energy
	 * @return with a shift of up to ±0.3 eV, a broadening of up to 1 eV and a self-absorption of up to 0.3
	 */
	public static Mixture draw(final double stepOverNoise, final Random random) {
		final double[] fractions = fractions(LIBRARY.size(), random);
		final Calibration calibration = new Calibration(0.6 * random.nextDouble() - 0.3, random.nextDouble(), 0.3 * random
			.nextDouble());
		final List<Spectrum> measured = calibration.apply(LIBRARY, AXIS);
		final double[] values = new double[AXIS.size()];
		final double step = 1 + 0.02 * random.nextGaussian();
		final double slope = 0.001 * random.nextGaussian();
		for (int e = 0; e < values.length; e++) {
			values[e] = 0.2 + slope * (AXIS.at(e) - AXIS.first()) + random.nextGaussian() / stepOverNoise;
			for (int j = 0; j < fractions.length; j++) values[e] += step * fractions[j] * measured.get(j).values()[e];
		}
		return new Mixture(fractions, new Spectrum("mixture", AXIS, values));
	}

	private static double[] fractions(final int of, final Random random) {
		final double[] fractions = new double[of];
		final int species = 1 + random.nextInt(MOST);
		double sum = 0;
		for (int placed = 0; placed < species;) {
			final int j = random.nextInt(of);
			if (fractions[j] > 0) continue;
			sum += fractions[j] = -Math.log(1 - random.nextDouble());
			placed++;
		}
		for (int j = 0; j < of; j++) fractions[j] /= sum;
		return fractions;
	}
}
