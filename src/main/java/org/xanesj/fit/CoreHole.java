// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.xanesj.stack.InputException;

/**
 * How wide an edge is by the life of its core hole: what no spectrum resolves.
 *
 * @param width full width at half maximum in eV
 * @param source where the width is from, for the user to read
 */
public record CoreHole(double width, String source) {

	private static final String TABLE = "core-hole-widths.csv";

	/** K edges from carbon to silver: energy in eV and width, where only the energy is known. */
	private static final double[][] K = { { 284, 0.087 }, { 543, 0.156 }, { 1072, 0.30 }, { 1839, 0.48 },
		{ 2472, 0.59 }, { 4038, 0.81 }, { 5989, 1.08 }, { 7112, 1.25 }, { 8333, 1.44 }, { 9659, 1.67 }, { 12658, 2.33 },
		{ 16105, 3.25 }, { 20000, 4.52 }, { 25514, 6.75 } };

	/** L3 edges from titanium to uranium. */
	private static final double[][] L3 = { { 454, 0.22 }, { 707, 0.36 }, { 1022, 0.65 }, { 1940, 1.39 },
		{ 2520, 1.78 }, { 3351, 2.40 }, { 4557, 3.08 }, { 5723, 3.48 }, { 7243, 4.01 }, { 8944, 4.60 }, { 10207, 4.98 },
		{ 11919, 5.41 }, { 13035, 5.81 }, { 17166, 7.43 } };

	/** @throws InputException when the width is not positive */
	public CoreHole {
		if (!(width > 0)) throw new InputException("The core-hole width is " + width + " eV.", "Give a positive one.");
	}

	/**
	 * @param element such as {@code Fe}; empty when not known
	 * @param edge such as {@code K} or {@code L3}; empty when not known
	 * @param e0 the edge's energy in eV
	 * @return the tabulated width of that level, or the one of a K (or L3) edge of that energy
	 */
	public static CoreHole of(final String element, final String edge, final double e0) {
		final double tabulated = tabulated(element, edge);
		if (tabulated > 0) return new CoreHole(tabulated, "tabulated for " + element + " " + edge +
			" (Krause & Oliver 1979; Keski-Rahkonen & Krause 1974 below neon)");
		final boolean l = edge.toUpperCase(Locale.ROOT).startsWith("L");
		return new CoreHole(interpolated(l ? L3 : K, e0), "interpolated for " + (l ? "an L3" : "a K") + " edge at " + Math
			.round(e0) + " eV (Krause & Oliver 1979)");
	}

	private static double tabulated(final String element, final String edge) {
		try (BufferedReader table = new BufferedReader(new InputStreamReader(CoreHole.class.getResourceAsStream(TABLE),
			StandardCharsets.UTF_8)))
		{
			final List<String[]> rows = table.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", -1))
				.toList();
			final int level = Arrays.asList(rows.get(0)).indexOf(edge.toUpperCase(Locale.ROOT));
			if (level < 1) return Double.NaN;
			return rows.stream().filter(row -> row[0].equalsIgnoreCase(element) && !row[level].isEmpty()).mapToDouble(
				row -> Double.parseDouble(row[level])).findFirst().orElse(Double.NaN);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Straight between the logarithms, for widths grow as a power of energy; beyond the ends the end's width. */
	private static double interpolated(final double[][] widths, final double e0) {
		if (!(e0 > widths[0][0])) return widths[0][1];
		for (int i = 1; i < widths.length; i++) {
			if (e0 > widths[i][0]) continue;
			final double t = Math.log(e0 / widths[i - 1][0]) / Math.log(widths[i][0] / widths[i - 1][0]);
			return widths[i - 1][1] * Math.pow(widths[i][1] / widths[i - 1][1], t);
		}
		return widths[widths.length - 1][1];
	}
}
