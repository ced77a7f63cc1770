// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xanesj.block.LocalRunner;
import org.xanesj.block.Progress;
import org.xanesj.prepare.CountingNoise;
import org.xanesj.prepare.IncidentIntensity;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.NoiseOrigin;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/** The noise of counts against the photons that were expected, which only the phantom knows. */
class CountingNoiseTest {

	private static final LocalRunner RUNNER = new LocalRunner(2, Progress.NONE);

	private static Groundwork ground(final SpectralImage stack, final Optional<Spectrum> incident, final Phantom phantom,
		final NoiseOrigin origin)
	{
		return Groundwork.of(new Sample(stack, incident, Optional.of(phantom.sample()), ReferenceLibrary.of(List.of())),
			SpeciateOptions.DEFAULT, origin, RUNNER);
	}

	/** @return the root mean square over the sample of 1/sqrt(expected photons) at each energy of the soft phantom */
	private static double expected(final Phantom phantom, final int e) {
		final SoftLayout layout = SoftLayout.make();
		final double energy = SoftPhantom.ENERGIES.at(e);
		double sum = 0;
		for (int p = 0; p < layout.labels().length; p++) {
			if (!phantom.sample().contains(p)) continue;
			final double od = layout.organic()[p] * StrictMath.pow(energy / 707, -3) + layout.amount()[p] * (layout
				.fractions()[0][p] * SoftSpecies.FERROUS.od(energy) + layout.fractions()[1][p] * SoftSpecies.FERRIC.od(energy));
			sum += Math.exp(od) / phantom.incident()[e];
		}
		return Math.sqrt(sum / phantom.sample().count());
	}

	@Test
	void theNoiseOfTheSoftPhantomIsThatOfItsPhotons() {
		final Phantom phantom = SoftPhantom.make(3, 3000);
		final Spectrum i0 = new Spectrum("i0", SoftPhantom.ENERGIES, phantom.incident());
		final Groundwork counted = ground(phantom.image(), Optional.of(i0), phantom, NoiseOrigin.COUNTS);
		final Groundwork found = ground(phantom.image(), Optional.of(i0), phantom, NoiseOrigin.FOUND);
		assertEquals(2, counted.noise().components());
		assertEquals(2, counted.crossValidation().minimum());
		for (int i = 0; i < counted.window().length; i++) {
			// 1/I is on average a little more than 1 over the expected I: by 1/I, a thousandth or so
			assertEquals(1, counted.noise().sigma()[i] / expected(phantom, counted.window()[i]), 0.003);
			assertEquals(1, found.noise().sigma()[i] / expected(phantom, counted.window()[i]), 0.08);
		}
		assertTrue(counted.notes().stream().anyMatch(n -> n.contains("That of I0 is left out")), counted.notes().toString());
	}

	@Test
	void i0CountsWithTheVarianceOfItsOwnPhotons() {
		final Phantom phantom = SoftPhantom.make(3, 3000);
		final int[] energies = { 0, 20, 40 };
		final IncidentIntensity measured = IncidentIntensity.of(new Spectrum("i0", SoftPhantom.ENERGIES, phantom.incident()));
		final IncidentIntensity ofFour = new IncidentIntensity(measured.spectrum(), "four pixels", 4);
		final double[] without = CountingNoise.of(phantom.image(), phantom.sample(), energies, measured, RUNNER).sigma();
		final double[] with = CountingNoise.of(phantom.image(), phantom.sample(), energies, ofFour, RUNNER).sigma();
		for (int i = 0; i < energies.length; i++) assertEquals(1 / (4 * phantom.incident()[energies[i]]), with[i] * with[i] -
			without[i] * without[i], 1e-12);
	}

	@Test
	void theIronPhantomAsCountsHasItsPhotonsNoiseAndFourComponents() {
		final Phantom phantom = IronPhantom.make(1, 30);
		final SpectralImage counts = counts(phantom);
		final Spectrum i0 = new Spectrum("i0", IronPhantom.ENERGIES, phantom.incident());
		final Groundwork counted = ground(counts, Optional.of(i0), phantom, NoiseOrigin.COUNTS);
		assertEquals(4, counted.noise().components());
		assertEquals(4, counted.crossValidation().minimum());
		for (int i = 0; i < counted.window().length; i++) {
			final int e = counted.window()[i];
			final double[] absorption = IronPhantom.absorption(IronLayout.make(), IronPhantom.ENERGIES.at(e));
			double sum = 0;
			for (int p = 0; p < absorption.length; p++) if (phantom.sample().contains(p)) sum += Math.exp(absorption[p]) / phantom
				.incident()[e];
			assertEquals(1, counted.noise().sigma()[i] / Math.sqrt(sum / phantom.sample().count()), 0.003);
		}
	}

	private static SpectralImage counts(final Phantom phantom) {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < IronPhantom.ENERGIES.size(); e++) {
			final float[] plane = new float[IronLayout.WIDTH * IronLayout.HEIGHT];
			for (int p = 0; p < plane.length; p++) plane[p] = (float) (phantom.incident()[e] * Math.exp(-phantom.image().pixels()
				.getAt(p % IronLayout.WIDTH, p / IronLayout.WIDTH, e).get()));
			planes.add(plane);
		}
		return SpectralImage.ofPlanes(planes, IronLayout.WIDTH, IronLayout.HEIGHT, 1, IronPhantom.ENERGIES, StackInfo.named(
			"iron in counts").with(Signal.COUNTS));
	}

	@Test
	void absorptionHasNoCounts() {
		final Phantom phantom = IronPhantom.make(1, 30);
		assertThrows(InputException.class, () -> ground(phantom.image(), Optional.empty(), phantom, NoiseOrigin.COUNTS));
	}

	@Test
	void equalNoiseIsEqual() {
		final Phantom phantom = IronPhantom.make(1, 30);
		final Groundwork ground = ground(phantom.image(), Optional.empty(), phantom, NoiseOrigin.EQUAL);
		final double[] sigma = ground.noise().sigma();
		for (final double s : sigma) assertEquals(sigma[0], s, 0);
		assertEquals(4, ground.noise().components());
	}
}
