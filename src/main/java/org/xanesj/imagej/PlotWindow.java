// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.util.List;

import ij.gui.Plot;

/** A panel as ImageJ's own plot, whose window lists, saves and copies the data. */
public final class PlotWindow {

	/** A legend of more lines than these would lie on the data: it gets room of its own, right of them. */
	private static final int FEW = 6;
	/** A legend of more lines than these would not fit on a screen; ImageJ's list of the data has the names. */
	private static final int MANY = 40;

	private static final int WIDE = 560;
	private static final int LINE_HEIGHT = 17;
	private static final int LETTER_WIDTH = 7;
	/** Width of a legend's line samples and its margins. */
	private static final int LEGEND_MARGINS = 60;

	/** Lighter than this, 0 to 255, a line is pale. */
	private static final double PALE = 150;

	private PlotWindow() {}

	/** @return the plot, not shown: {@code plot.show()} opens its window */
	public static Plot of(final PlotPanel panel) {
		final Plot plot = new Plot(panel.title(), panel.xLabel(), panel.yLabel());
		for (final PlotSeries series : panel.series()) {
			plot.setColor(onWhite(series.colour()));
			plot.setLineWidth(series.style() == PlotSeries.Style.LINE ? 2 : 1);
			plot.add(series.style() == PlotSeries.Style.MARKERS ? "circle" : "line", series.x(), series.y());
		}
		if (panel.scale() == PlotPanel.Scale.LOG) plot.setAxisYLog(true);
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		final List<String> names = panel.series().stream().map(PlotSeries::name).toList();
		final PlotAxis x = PlotAxis.x(panel);
		final PlotAxis y = PlotAxis.y(panel);
		double last = x.last();
		final long lines = names.stream().filter(name -> !name.isEmpty()).count();
		if (lines > FEW && lines <= MANY) {
			final int legend = names.stream().mapToInt(String::length).max().orElse(0) * LETTER_WIDTH + LEGEND_MARGINS;
			plot.setFrameSize(WIDE + legend, Math.max(WIDE * 2 / 3, (int) lines * LINE_HEIGHT + LINE_HEIGHT));
			last += (x.last() - x.first()) * legend / WIDE;
		}
		plot.setLimits(x.first(), last, y.first(), y.last());
		if (lines > 0 && lines <= MANY) plot.addLegend(String.join("\n", names) + "\n", lines > FEW ? "top-right" : "auto");
		return plot;
	}

	/** Lines and names in pale colours are hard to read on white: they are drawn darker. */
	private static Color onWhite(final Color colour) {
		final double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
		if (light <= PALE) return colour;
		final double share = PALE / light;
		return new Color((int) (share * colour.getRed()), (int) (share * colour.getGreen()), (int) (share * colour.getBlue()));
	}
}
