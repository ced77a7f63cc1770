// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** The files of the iron K phantom: the stack, its references, and the truth. */
final class IronFiles {

	private static final long NOISE_SEED = 1;
	private static final double EDGE_STEP_OVER_NOISE = 30;
	private static final double PIXEL = 0.5;

	private IronFiles() {}

	/** @return contents by path below {@code test-images/iron-k} */
	static Map<String, byte[]> make() {
		final Phantom phantom = IronPhantom.makeWithDeadPixels(NOISE_SEED, EDGE_STEP_OVER_NOISE);
		final Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("iron-k.tif", PhantomTiff.floats(PhantomTiff.planes(phantom.image()), energyLabels(phantom.image()
			.energies()), IronLayout.WIDTH, PIXEL, 2));
		for (final Spectrum reference : phantom.references().spectra()) putReference(reference, files);
		putTruth(phantom, files);
		return files;
	}

	private static List<String> energyLabels(final EnergyAxis axis) {
		return Arrays.stream(axis.toArray()).mapToObj(EnergyAxis::label).toList();
	}

	/** In several formats, as a user's own folder of references is. */
	private static void putReference(final Spectrum reference, final Map<String, byte[]> files) {
		final String stem = "references/" + reference.name();
		if (reference.name().startsWith("Pyrite")) files.put(stem + ".dat", PhantomText.dat(reference));
		else if (reference.name().startsWith("Jarosite")) files.put(stem + ".csv", PhantomText.csv(reference));
		else files.put(stem + ".xdi", PhantomText.xdi(reference, "Fe", "K"));
	}

	private static void putTruth(final Phantom phantom, final Map<String, byte[]> files) {
		files.put("truth/fractions.tif", PhantomTiff.floats(List.of(phantom.fractions()), phantom.trueNames(),
			IronLayout.WIDTH, PIXEL, 1));
		files.put("truth/labels.tif", PhantomTiff.shorts(List.of(PhantomTiff.shorts(phantom.labels())), List.of("labels"),
			IronLayout.WIDTH, PIXEL, IronLayout.GRADIENT));
		files.put("truth/edge-step.tif", PhantomTiff.floats(List.of(phantom.edgeStep()), List.of("edge step"),
			IronLayout.WIDTH, PIXEL, 0.5));
		files.put("truth/labels.csv", PhantomText.bytes(labelTable(phantom.trueNames())));
		files.put("truth/dead-pixels.csv", PhantomText.bytes("x,y\n" + PhantomText.lines(IronPhantom.DEAD.size(),
			i -> IronPhantom.DEAD.get(i)[0] + "," + IronPhantom.DEAD.get(i)[1])));
	}

	private static String labelTable(final List<String> names) {
		final StringBuilder table = new StringBuilder("label,content," + String.join(",", names) + "\n0,background,,,,\n");
		for (int s = 0; s < names.size(); s++) {
			final double[] shares = new double[names.size()];
			shares[s] = 1;
			table.append(s + 1).append(",pure").append(shares(shares)).append('\n');
		}
		for (int m = 0; m < IronLayout.MIXTURES.size(); m++)
			table.append(IronLayout.FIRST_MIXTURE + m).append(",mixture").append(shares(IronLayout.MIXTURES.get(m))).append(
				'\n');
		return table.append(IronLayout.GRADIENT).append(",gradient,,,,\n").toString();
	}

	private static String shares(final double[] shares) {
		final StringBuilder text = new StringBuilder();
		for (final double share : shares) text.append(',').append(share);
		return text.toString();
	}
}
