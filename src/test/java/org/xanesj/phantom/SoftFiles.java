// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** The files of the iron L phantom: counts, the energies in a text file, the incident spectrum, references, truth. */
final class SoftFiles {

	private static final long NOISE_SEED = 2;
	private static final long INCIDENT_SEED = 3;
	private static final double PHOTONS = 3000;
	private static final double PIXEL = 0.05;

	private SoftFiles() {}

	/** @return contents by path below {@code test-images/iron-l} */
	static Map<String, byte[]> make() {
		final Phantom phantom = SoftPhantom.make(NOISE_SEED, PHOTONS);
		final EnergyAxis axis = phantom.image().energies();
		final Map<String, byte[]> files = new LinkedHashMap<>();
		// No slice labels: the energies are those of the text file, as beamlines often leave them.
		files.put("iron-l.tif", PhantomTiff.shorts(PhantomTiff.planes(phantom.image()).stream().map(SoftFiles::shorts)
			.toList(), Collections.nCopies(axis.size(), null), SoftLayout.WIDTH, PIXEL, 4000));
		files.put("iron-l.txt", PhantomText.energies(axis));
		files.put("i0.txt", incident(axis, SoftPhantom.measuredIncident(phantom, INCIDENT_SEED)));
		for (final Spectrum reference : phantom.references().spectra())
			files.put("references/" + reference.name() + ".xdi", PhantomText.xdi(reference, "Fe", "L3"));
		files.put("truth/fractions.tif", PhantomTiff.floats(List.of(phantom.fractions()), phantom.trueNames(),
			SoftLayout.WIDTH, PIXEL, 1));
		files.put("truth/amount.tif", PhantomTiff.floats(List.of(phantom.edgeStep()), List.of("amount"), SoftLayout.WIDTH,
			PIXEL, 1.5));
		files.put("truth/labels.tif", PhantomTiff.shorts(List.of(PhantomTiff.shorts(phantom.labels())), List.of("labels"),
			SoftLayout.WIDTH, PIXEL, SoftLayout.GRADED));
		return files;
	}

	private static byte[] incident(final EnergyAxis axis, final double[] counts) {
		return PhantomText.bytes("# SYNTHETIC incident spectrum, photons per pixel (CC0)\n# energy i0\n" + PhantomText
			.lines(counts.length, i -> String.format(Locale.ROOT, "%.2f  %.3f", axis.at(i), counts[i])));
	}

	private static short[] shorts(final float[] counts) {
		final short[] shorts = new short[counts.length];
		for (int p = 0; p < shorts.length; p++) shorts[p] = (short) (int) counts[p];
		return shorts;
	}
}
