// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;

import ij.gui.Plot;

/** A panel as ImageJ's own plot, whose window lists, saves and copies the data. */
public final class PlotWindow {

	private PlotWindow() {}

	/** @return the plot, not shown: {@code plot.show()} opens its window */
	public static Plot of(final PlotPanel panel) {
		final Plot plot = new Plot(panel.title(), panel.xLabel(), panel.yLabel());
		final StringBuilder legend = new StringBuilder();
		for (final PlotSeries series : panel.series()) {
			plot.setColor(series.colour());
			plot.setLineWidth(series.style() == PlotSeries.Style.LINE ? 2 : 1);
			plot.add(series.style() == PlotSeries.Style.MARKERS ? "circle" : "line", series.x(), series.y());
			legend.append(series.name()).append('\n');
		}
		if (panel.scale() == PlotPanel.Scale.LOG) plot.setAxisYLog(true);
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(legend.toString(), "auto");
		final PlotAxis x = PlotAxis.x(panel);
		final PlotAxis y = PlotAxis.y(panel);
		plot.setLimits(x.first(), x.last(), y.first(), y.last());
		return plot;
	}
}
