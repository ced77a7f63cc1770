// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import org.xanesj.block.PixelBlock;
import org.xanesj.block.Runner;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.SpectralImage;

/**
 * The noise of absorption that was made of counted photons: the variance of {@code -ln(I/I0)} is 1/I by the propagation
 * of Poisson's error, whose variance is the number of photons, and as much again of I0 where it is known how many photons
 * that was counted with. It is right when the values are photons, and not some multiple of them.
 *
 * @param sigma standard deviation at each energy, the root mean square over pixels
 * @param note what was assumed, one sentence for the user
 */
public record CountingNoise(double[] sigma, String note) {

	/**
	 * @param counts transmitted photons
	 * @param mask pixels in which all counts are above zero
	 * @param energies indices of the energies to look at
	 */
	public static CountingNoise of(final SpectralImage counts, final Mask mask, final int[] energies,
		final IncidentIntensity incident, final Runner runner)
	{
		final double[] sums = runner.reduce("Counting statistics", counts, mask, block -> reciprocals(block.select(energies)),
			CountingNoise::plus);
		final EnergyAxis axis = counts.energies().select(energies);
		final double[] i0 = incident.on(axis);
		final double[] sigma = new double[energies.length];
		for (int e = 0; e < sigma.length; e++) sigma[e] = Math.sqrt(sums[e] / mask.count() + (incident.pixels() > 0 ? 1 /
			(incident.pixels() * i0[e]) : 0));
		return new CountingNoise(sigma, "The noise is that of the counts, taken for photons" + (incident.pixels() > 0
			? ": 1/I, and that of I0, counted in " + incident.pixels() + " pixels."
			: ": 1/I. That of I0 is left out: its file does not say how many photons it was counted with."));
	}

	private static double[] reciprocals(final PixelBlock block) {
		final double[] sums = new double[block.energies()];
		for (int e = 0; e < sums.length; e++) for (int p = 0; p < block.size(); p++) sums[e] += 1 / (double) block.row(e)[p];
		return sums;
	}

	private static double[] plus(final double[] a, final double[] b) {
		final double[] sums = a.clone();
		for (int e = 0; e < sums.length; e++) sums[e] += b[e];
		return sums;
	}
}
