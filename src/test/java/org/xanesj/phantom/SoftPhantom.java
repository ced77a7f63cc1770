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
import org.xanesj.stack.StackInfo;

/**
 * A synthetic soft X-ray stack at the iron L edges, 96 x 96 pixels and 60 energies, in transmitted counts: Poisson
 * distributed about
 *
 * <pre>
 * I0(E) · exp(-t(x, y) · Σ f_j(x, y) · OD_j(E) - M(x, y) · (E / 707 eV)⁻³)
 * </pre>
 *
 * with OD_j the references as they are given, t their amount and M organic matter without iron.
 */
public final class SoftPhantom {

	static final EnergyAxis ENERGIES = EnergyGrid.from(700).to(706, 1).to(712, 0.25).to(719, 1).to(730, 0.5).axis();

	private static final double EDGE = 707;

	/** How many pixels' worth of photons the incident spectrum was counted with. */
	private static final int INCIDENT_PIXELS = 400;

	private SoftPhantom() {}

	/**
	 * @param noiseSeed another seed is another measurement of the same sample
	 * @param photons incident at 700 eV for each pixel; 1000 to 5000 are usual. At most 60000: counts have 16 bits
	 */
	public static Phantom make(final long noiseSeed, final double photons) {
		final SoftLayout layout = SoftLayout.make();
		final PhotonNoise noise = new PhotonNoise(noiseSeed);
		final double[] incident = Arrays.stream(ENERGIES.toArray()).map(e -> photons * beam(e)).toArray();
		final List<float[]> planes = new ArrayList<>();
		for (int e = 0; e < incident.length; e++) planes.add(counts(layout, ENERGIES.at(e), incident[e], noise));
		final StackInfo info = new StackInfo("iron-l", PixelSize.of(0.05, 0.05, "µm"), Signal.COUNTS, "Fe", "L3", List
			.of());
		final SpectralImage image = SpectralImage.ofPlanes(planes, SoftLayout.WIDTH, SoftLayout.HEIGHT, 1, ENERGIES, info);
		return new Phantom(image, references(), Arrays.stream(SoftSpecies.values()).map(SoftSpecies::title).toList(), layout
			.fractions(), layout.amount(), layout.labels(), incident, Mask.of(image.size(), p -> layout
				.labels()[(int) p] != 0));
	}

	/** @return the two references in optical density, over little more than the stack's range */
	public static ReferenceLibrary references() {
		return ReferenceLibrary.of(Arrays.stream(SoftSpecies.values()).map(SoftSpecies::reference).toList());
	}

	/** @return the incident spectrum as measured beside the sample, counts for each pixel, for each energy */
	static double[] measuredIncident(final Phantom phantom, final long noiseSeed) {
		final PhotonNoise noise = new PhotonNoise(noiseSeed);
		return Arrays.stream(phantom.incident()).map(i -> noise.count(INCIDENT_PIXELS * i) / INCIDENT_PIXELS).toArray();
	}

	/** The beam: falls slowly, ripples, and misses a little that iron on the mirrors took. */
	private static double beam(final double e) {
		final double slope = 1 - 0.006 * (e - 700);
		final double ripple = 1 + 0.015 * StrictMath.sin((e - 700) / 3.1) + 0.006 * StrictMath.sin((e - 700) / 0.9);
		return slope * ripple * StrictMath.exp(-0.06 * SoftSpecies.FERRIC.od(e));
	}

	private static float[] counts(final SoftLayout layout, final double e, final double incident,
		final PhotonNoise noise)
	{
		final double ferrous = SoftSpecies.FERROUS.od(e);
		final double ferric = SoftSpecies.FERRIC.od(e);
		final double victoreen = StrictMath.pow(e / EDGE, -3);
		final float[] counts = new float[layout.labels().length];
		for (int p = 0; p < counts.length; p++) {
			double od = layout.organic()[p] * victoreen;
			if (layout.labels()[p] != 0)
				od += layout.amount()[p] * (layout.fractions()[0][p] * ferrous + layout.fractions()[1][p] * ferric);
			counts[p] = (float) noise.count(incident * StrictMath.exp(-od));
		}
		return counts;
	}
}
