// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How energies as they stand in a file become an {@link EnergyAxis}: keV become eV, disorder is sorted, repeats
 * are averaged. Every reader of stacks and spectra goes through here, so that all do and say the same.
 *
 * @param axis the energies in eV
 * @param sources for each energy of the axis, the positions in the file that belong to it (one, or more to average)
 * @param notes what was assumed or changed, one sentence each, for the user to read
 */
public record EnergyOrder(EnergyAxis axis, List<int[]> sources, List<String> notes) {

	/** Below this the largest energy of a file that states no unit is taken to be in keV: no edge of interest lies above 150 keV or below 150 eV. */
	public static final double KEV_BELOW = 150;

	/**
	 * @param raw energies in the order of the file, eV or keV: which of them, their size decides
	 * @param source the file's name, for messages
	 * @throws InputException when there is none, or one is not a positive number
	 */
	public static EnergyOrder of(final double[] raw, final String source) {
		return of(raw, EnergyUnit.UNSTATED, source);
	}

	/**
	 * @param raw energies in the order of the file
	 * @param stated what the file says they are in
	 * @param source the file's name, for messages
	 * @throws InputException when there is none, or one is not a positive number
	 */
	public static EnergyOrder of(final double[] raw, final EnergyUnit stated, final String source) {
		if (raw.length == 0) throw new InputException(source + ": no energies.", "Give a file with one energy for each image.");
		double max = 0;
		for (int i = 0; i < raw.length; i++) {
			if (!(raw[i] > 0) || Double.isInfinite(raw[i]))
				throw new InputException(source + ": energy " + (i + 1) + " is " + raw[i] + ".",
					"Correct it: energies are positive numbers, in eV or keV.");
			max = Math.max(max, raw[i]);
		}
		final List<String> notes = new ArrayList<>();
		final boolean kilo = stated == EnergyUnit.KEV || stated == EnergyUnit.UNSTATED && max < KEV_BELOW;
		final double unit = kilo ? 1000 : 1;
		if (kilo) notes.add(source + ": energies up to " + max + " were taken as keV and converted to eV.");
		final int[] order = IntStream.range(0, raw.length).boxed().sorted(Comparator.comparingDouble(i -> raw[i]))
			.mapToInt(Integer::intValue).toArray();
		if (!IntStream.range(0, order.length).allMatch(i -> raw[order[i]] == raw[i]))
			notes.add(source + ": energies were out of order and have been sorted, with their data.");
		final List<Double> energies = new ArrayList<>();
		final List<int[]> sources = new ArrayList<>();
		for (int i = 0; i < order.length;) {
			int end = i + 1;
			while (end < order.length && raw[order[end]] == raw[order[i]]) end++;
			energies.add(toEV(raw[order[i]], unit));
			sources.add(IntStream.range(i, end).map(k -> order[k]).toArray());
			if (end - i > 1) notes.add(String.format(Locale.ROOT, "%s: %d values at %s were averaged.", source, end - i,
				EnergyAxis.label(toEV(raw[order[i]], unit))));
			i = end;
		}
		return new EnergyOrder(EnergyAxis.of(energies.stream().mapToDouble(Double::doubleValue).toArray()), sources,
			List.copyOf(notes));
	}

	/** keV times 1000, without the binary dust that would spoil labels (7.1122 keV is 7112.2 eV, not 7112.199999999999). */
	private static double toEV(final double raw, final double unit) {
		return unit == 1 ? raw : Math.round(raw * unit * 1e6) / 1e6;
	}

	/** @return values in the order of the file brought into the order of the axis, repeats averaged */
	public double[] apply(final double[] values) {
		return sources.stream().mapToDouble(s -> IntStream.of(s).mapToDouble(i -> values[i]).average().orElseThrow()).toArray();
	}

	/** @return planes in the order of the file brought into the order of the axis; a plane that stands alone is not copied */
	public List<float[]> apply(final List<float[]> planes) {
		final List<float[]> ordered = new ArrayList<>();
		for (final int[] from : sources) ordered.add(from.length == 1 ? planes.get(from[0]) : mean(planes, from));
		return ordered;
	}

	private static float[] mean(final List<float[]> planes, final int[] from) {
		final float[] mean = new float[planes.get(from[0]).length];
		for (int p = 0; p < mean.length; p++) {
			double sum = 0;
			for (final int i : from) sum += planes.get(i)[p];
			mean[p] = (float) (sum / from.length);
		}
		return mean;
	}
}
