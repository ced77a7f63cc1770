// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.PixelSize;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;
import org.xanesj.stack.StackInfo;

/**
 * A synthetic hard X-ray stack at the iron K edge, 128 x 128 pixels and 70 energies, in optical density:
 *
 * <pre>
 * A(x, y, E) = t(x, y) · Σ f_j(x, y) · mu_j(E) + M(x, y) · (E / 7112 eV)⁻³
 * </pre>
 *
 * with mu_j of edge step 1, t the edge step, f the fractions and M the iron-free matrix (Victoreen's law). Photons are
 * Poisson distributed: the values are -ln(I/I0) with I counted for an expected I0·exp(-A).
 *
 * <pre>
 * Phantom phantom = IronPhantom.make(1, 30); // edge step 30 times the noise of an energy point
 * </pre>
 */
public final class IronPhantom {

	/** Irregular, as scanned: coarse before the edge, 0.5 and 1 eV through it, coarser after. */
	static final EnergyAxis ENERGIES = EnergyGrid.from(7080).to(7100, 4).to(7108, 2).to(7119, 1).to(7132, 0.5).to(7136, 1)
		.to(7150, 2).to(7162, 3).to(7178, 4).to(7188, 5).to(7200, 6).axis();

	/** Pixels of a dead detector, x and y, in the sample and beside it. */
	static final List<int[]> DEAD = List.of(new int[] { 3, 5 }, new int[] { 24, 101 }, new int[] { 61, 64 }, new int[] {
		77, 31 }, new int[] { 100, 58 }, new int[] { 125, 120 });

	private static final double EDGE = 7112;

	private IronPhantom() {}

	/**
	 * @param noiseSeed another seed is another measurement of the same sample
	 * @param edgeStepOverNoise the median over the sample of the edge step over the standard deviation of one value at
	 *          the mean energy; 10, 30 and 100 are poor, fair and good data
	 */
	public static Phantom make(final long noiseSeed, final double edgeStepOverNoise) {
		return make(noiseSeed, edgeStepOverNoise, List.of(), IronLayout.make(), LibraryOffset.NONE);
	}

	/** The same measured otherwise than its references were. */
	public static Phantom make(final long noiseSeed, final double edgeStepOverNoise, final LibraryOffset offset) {
		return make(noiseSeed, edgeStepOverNoise, List.of(), IronLayout.make(), offset);
	}

	/**
	 * The same with less of one species: of its share everywhere, so much is left, and the next species has the rest.
	 *
	 * @param species by its place among the true ones
	 */
	public static Phantom makeDiluted(final long noiseSeed, final double edgeStepOverNoise, final int species,
		final double left)
	{
		return make(noiseSeed, edgeStepOverNoise, List.of(), IronLayout.make().diluted(species, left), LibraryOffset.NONE);
	}

	/** The same with six pixels that are 0 at all energies, as those of a dead detector are. */
	public static Phantom makeWithDeadPixels(final long noiseSeed, final double edgeStepOverNoise) {
		return make(noiseSeed, edgeStepOverNoise, DEAD, IronLayout.make(), LibraryOffset.NONE);
	}

	private static Phantom make(final long noiseSeed, final double edgeStepOverNoise, final List<int[]> dead,
		final IronLayout layout, final LibraryOffset offset)
	{
		final double incident = incident(layout, edgeStepOverNoise, offset);
		final PhotonNoise noise = new PhotonNoise(noiseSeed);
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < ENERGIES.size(); e++)
			planes.add(measured(absorption(layout, ENERGIES.at(e), offset), incident, noise));
		for (final int[] xy : dead) for (final float[] plane : planes) plane[xy[0] + IronLayout.WIDTH * xy[1]] = 0;
		final StackInfo info = new StackInfo("iron-k", PixelSize.of(0.5, 0.5, "µm"), Signal.ABSORPTION, "Fe", "K", List
			.of());
		final SpectralImage image = SpectralImage.ofPlanes(planes, IronLayout.WIDTH, IronLayout.HEIGHT, 1, ENERGIES, info);
		final Mask sample = Mask.of(image.size(), p -> layout.labels()[(int) p] != 0 && dead.stream().noneMatch(
			xy -> xy[0] + IronLayout.WIDTH * xy[1] == p));
		final double[] photons = new double[ENERGIES.size()];
		Arrays.fill(photons, incident);
		return new Phantom(image, references(), IronSpecies.present().stream().map(IronSpecies::title).toList(), layout
			.fractions(), layout.edgeStep(), layout.labels(), photons, sample);
	}

	/** @return the ten references, raw, each on its own scale and background: the four in the sample first */
	public static ReferenceLibrary references() {
		final List<Spectrum> spectra = new ArrayList<>();
		for (final IronSpecies species : IronSpecies.values()) spectra.add(species.reference());
		return ReferenceLibrary.of(spectra);
	}

	/** @return the truth: what would be measured with photons without number */
	static double[] absorption(final IronLayout layout, final double e) {
		return absorption(layout, e, LibraryOffset.NONE);
	}

	private static double[] absorption(final IronLayout layout, final double e, final LibraryOffset offset) {
		final double[] absorption = new double[layout.labels().length];
		final double[] mu = IronSpecies.present().stream().mapToDouble(s -> offset.of(s::mu, e)).toArray();
		final double victoreen = StrictMath.pow(e / EDGE, -3);
		for (int p = 0; p < absorption.length; p++) {
			absorption[p] = layout.matrix()[p] * victoreen;
			if (layout.labels()[p] == 0) continue;
			for (int s = 0; s < mu.length; s++) absorption[p] += layout.edgeStep()[p] * layout.fractions()[s][p] * mu[s];
		}
		return absorption;
	}

	/** The variance of -ln(I/I0) is 1/I for counting statistics, so that the ratio grows with the root of the photons. */
	private static double incident(final IronLayout layout, final double edgeStepOverNoise, final LibraryOffset offset) {
		final double mean = Arrays.stream(ENERGIES.toArray()).average().orElseThrow();
		final double[] absorption = absorption(layout, mean, offset);
		final double[] ratios = new double[absorption.length];
		int n = 0;
		for (int p = 0; p < absorption.length; p++) {
			if (layout.labels()[p] == 0) continue;
			ratios[n++] = layout.edgeStep()[p] * StrictMath.exp(-absorption[p] / 2);
		}
		Arrays.sort(ratios, 0, n);
		final double median = (ratios[(n - 1) / 2] + ratios[n / 2]) / 2;
		return edgeStepOverNoise / median * (edgeStepOverNoise / median);
	}

	private static float[] measured(final double[] absorption, final double incident, final PhotonNoise noise) {
		final float[] measured = new float[absorption.length];
		for (int p = 0; p < measured.length; p++) {
			// No photon at all has no logarithm: such a pixel is given half a one.
			final double counts = Math.max(0.5, noise.count(incident * StrictMath.exp(-absorption[p])));
			measured[p] = (float) -StrictMath.log(counts / incident);
		}
		return measured;
	}
}
