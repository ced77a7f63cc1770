// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.xanesj.stack.EnergyAxis;

/**
 * The iron species of {@link IronPhantom} in stacks of any size, quickly made on all cores, for measurements of speed:
 * grains of species and mixtures that run into each other, a straight line for all that holds no iron, white noise of
 * one width. Every pixel holds iron. The same seed gives the same bits on any machine.
 */
public final class LargePhantom {

	/** Energies for smaller and larger stacks, finest at the edge. */
	public static final EnergyAxis ENERGIES_150 = EnergyGrid.from(7020).to(7095, 5).to(7110, 1.5).to(7140, 0.5).to(7170, 1)
		.to(7238, 2).axis();
	public static final EnergyAxis ENERGIES_200 = EnergyGrid.from(7020).to(7095, 5).to(7110, 1).to(7140, 0.5).to(7190, 1)
		.to(7308, 2).axis();

	/** Optical density of a mean edge step, and of one standard deviation of the noise. */
	private static final double STEP = 0.5;
	private static final double NOISE = STEP / 30;

	private final LargeLayout layout;
	private final EnergyAxis energies;
	private final long seed;

	private LargePhantom(final LargeLayout layout, final EnergyAxis energies, final long seed) {
		this.layout = layout;
		this.energies = energies;
		this.seed = seed;
	}

	/** @param seed of the layout and of the noise */
	public static LargePhantom of(final int width, final int height, final EnergyAxis energies, final long seed) {
		return new LargePhantom(LargeLayout.of(width, height, seed), energies, seed);
	}

	/** @return absorption, a plane for each energy */
	public List<float[]> planes() {
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < energies.size(); e++) planes.add(new float[layout.kinds().length]);
		IntStream.range(0, energies.size()).parallel().forEach(e -> fill(planes.get(e), e));
		return planes;
	}

	private void fill(final float[] plane, final int energy) {
		final double e = energies.at(energy);
		final double[] kinds = new double[LargeLayout.KINDS.size()];
		for (int k = 0; k < kinds.length; k++) for (int s = 0; s < IronSpecies.PRESENT; s++)
			kinds[k] += LargeLayout.KINDS.get(k)[s] * STEP * IronSpecies.values()[s].mu(e);
		final double line = STEP * (1 - 3 * (e - 7112) / 7112);
		final SplittableRandom random = new SplittableRandom(seed * 1000 + energy);
		for (int p = 0; p < plane.length; p++) {
			final double iron = kinds[layout.kinds()[p]] * (1 - layout.blend()[p]) + kinds[layout.neighbours()[p]] * layout
				.blend()[p];
			plane[p] = (float) (layout.thickness()[p] * iron + layout.matrix()[p] * line + NOISE * nearlyNormal(random));
		}
	}

	/** The sum of four uniform numbers, scaled to a variance of 1: near enough to a normal one, and fast. */
	private static double nearlyNormal(final SplittableRandom random) {
		final long bits = random.nextLong();
		final long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
		return (sum * 0x1p-16 - 2) * Math.sqrt(3);
	}

	/** @return the kind of grain of each pixel, from 0 */
	public int[] kinds() {
		return layout.kinds().clone();
	}

	/**
	 * @param count how many species, those in the sample first
	 * @return normalised absorption, species x energies
	 */
	public double[][] spectra(final int count) {
		return Arrays.stream(IronSpecies.values()).limit(count).map(s -> Arrays.stream(energies.toArray()).map(s::mu)
			.toArray()).toArray(double[][]::new);
	}

	/** @return names of the species, in the order of {@link #spectra} */
	public static List<String> names(final int count) {
		return Arrays.stream(IronSpecies.values()).limit(count).map(IronSpecies::title).toList();
	}
}
