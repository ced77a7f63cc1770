// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A line of a legend.
 *
 * @param name of the species
 * @param share of the area, 0 to 1; NaN when there is none to tell
 * @param ink its colour in the picture
 */
public record LegendEntry(String name, double share, Ink ink) {

	/** The name of a class that no combination of references explains. */
	public static final String UNKNOWN = "unknown";

	/** The name of what fits no cluster. */
	public static final String NO_CLUSTER = "no cluster";

	/**
	 * Gives each name a colour of the palette in turn; {@value #UNKNOWN} and {@value #NO_CLUSTER} have their own.
	 *
	 * @param names one for each label from 1 on
	 * @param shares of the area, one for each name
	 * @throws IllegalArgumentException when there is not one share for each name
	 */
	public static List<LegendEntry> of(final List<String> names, final double[] shares) {
		if (names.size() != shares.length) throw new IllegalArgumentException(names.size() + " names, " + shares.length +
			" shares");
		final List<LegendEntry> entries = new ArrayList<>();
		int colours = 0;
		for (int i = 0; i < shares.length; i++) {
			final boolean unknown = names.get(i).equals(UNKNOWN) || names.get(i).equals(NO_CLUSTER);
			entries.add(new LegendEntry(names.get(i), shares[i], unknown ? SpeciesPalette.unknown() : SpeciesPalette.ink(
				colours++)));
		}
		return List.copyOf(entries);
	}

	/** Names without shares, as for maps of fractions. */
	public static List<LegendEntry> of(final List<String> names) {
		final double[] none = new double[names.size()];
		Arrays.fill(none, Double.NaN);
		return of(names, none);
	}

	/** @return such as {@code 34 %}, {@code 6.2 %}, {@code < 0.1 %}; empty without a share */
	public String shareText() {
		if (Double.isNaN(share)) return "";
		final double percent = 100 * share;
		if (percent > 0 && percent < 0.1) return "< 0.1 %";
		return String.format(Locale.ROOT, percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
	}
}
