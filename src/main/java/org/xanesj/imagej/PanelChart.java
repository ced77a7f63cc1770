// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** A panel as a JFreeChart, for live windows that zoom. It is drawn with fonts: the machine must have some. */
public final class PanelChart {

	private static final Color GRID = new Color(0xE4E4E4);
	private static final double RADIUS = 2.5;

	private PanelChart() {}

	/** @return a chart with its legend, on white */
	public static JFreeChart of(final PlotPanel panel) {
		final DefaultXYDataset data = new DefaultXYDataset();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
		for (int i = 0; i < panel.series().size(); i++) {
			final PlotSeries series = panel.series().get(i);
			// keys must differ: blanks make them so without being seen
			data.addSeries(series.name() + " ".repeat(i), new double[][] { series.x(), series.y() });
			final boolean markers = series.style() == PlotSeries.Style.MARKERS;
			renderer.setSeriesLinesVisible(i, !markers);
			renderer.setSeriesShapesVisible(i, markers);
			renderer.setSeriesShapesFilled(i, false);
			renderer.setSeriesShape(i, new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS));
			renderer.setSeriesPaint(i, series.colour());
			renderer.setSeriesStroke(i, stroke(series.style()));
			renderer.setSeriesVisibleInLegend(i, !series.name().isEmpty());
		}
		// a line drawn piece by piece would begin its dashes anew at every point
		renderer.setDrawSeriesLineAsPath(true);
		final NumberAxis x = new NumberAxis(panel.xLabel());
		x.setNumberFormatOverride(new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
		x.setAutoRangeIncludesZero(false);
		final XYPlot plot = new XYPlot(data, x, yAxis(panel), renderer);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		final JFreeChart chart = new JFreeChart(panel.title(), JFreeChart.DEFAULT_TITLE_FONT, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		return chart;
	}

	private static ValueAxis yAxis(final PlotPanel panel) {
		if (panel.scale() == PlotPanel.Scale.LOG) return new LogAxis(panel.yLabel());
		final NumberAxis axis = new NumberAxis(panel.yLabel());
		axis.setAutoRangeIncludesZero(false);
		return axis;
	}

	private static BasicStroke stroke(final PlotSeries.Style style) {
		return switch (style) {
			case LINE -> new BasicStroke(2);
			case DASHED -> new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { 6, 3 }, 0);
			default -> new BasicStroke(1);
		};
	}
}
