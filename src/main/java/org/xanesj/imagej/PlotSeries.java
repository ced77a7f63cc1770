// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Points of a plot that belong together.
 *
 * @param name in the legend; empty when it needs none
 * @param x values
 * @param y values, one for each x; NaN leaves a gap
 * @param style how they are drawn
 * @param colour of line or markers
 */
public record PlotSeries(String name, double[] x, double[] y, Style style, Color colour) {

	/** How points are drawn. */
	public enum Style {
		MARKERS, LINE, THIN_LINE, DASHED
	}

	/** @throws IllegalArgumentException when there is not one y for each x */
	public PlotSeries {
		Objects.requireNonNull(name);
		if (x.length != y.length) throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y");
	}

	/** @return two thin lines, one standard deviation to both sides of a mean; the first has the name */
	public static List<PlotSeries> band(final String name, final double[] x, final double[] mean, final double[] sd,
		final Color colour)
	{
		final double[] below = new double[mean.length];
		final double[] above = new double[mean.length];
		for (int i = 0; i < mean.length; i++) {
			below[i] = mean[i] - sd[i];
			above[i] = mean[i] + sd[i];
		}
		return List.of(new PlotSeries(name, x, below, Style.THIN_LINE, colour), new PlotSeries("", x, above,
			Style.THIN_LINE, colour));
	}

	/** A thin grey line at {@code y} from the smallest to the largest x. */
	static PlotSeries level(final double y, final double[] x) {
		return new PlotSeries("", new double[] { Arrays.stream(x).min().orElse(0), Arrays.stream(x).max().orElse(1) },
			new double[] { y, y }, Style.THIN_LINE, Color.GRAY);
	}
}
