// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws the axes and series of a panel into a frame. */
final class PanelPainter {

	private static final Color INK = new Color(0x222222);
	/** Lighter than this (0 to 255), a line on white gets a dark edge. */
	private static final int PALE = 130;
	/** Room for the sample of a line in the legend, in sizes. */
	private static final double KEY = 1.5;

	private final Lettering lettering;
	private final double size;

	/** @param size of letters in pixels; everything else follows it */
	PanelPainter(final Lettering lettering, final double size) {
		this.lettering = lettering;
		this.size = size;
	}

	/** @return the room a panel of that height needs left of its frame */
	double leftRoom(final PlotPanel panel, final double height) {
		double widest = 0;
		for (final String label : Ticks.labels(PlotAxis.y(panel).ticks(yTicks(height)), panel.scale()))
			widest = Math.max(widest, lettering.width(label, tickSize()));
		return widest + 0.6 * size + (panel.yLabel().isEmpty() ? 0 : 1.7 * size);
	}

	/** @return the room a panel needs below its frame */
	double bottomRoom(final PlotPanel panel) {
		return panel.xLabel().isEmpty() ? 0.3 * size : 3.1 * size;
	}

	private double tickSize() {
		return 0.9 * size;
	}

	private int yTicks(final double height) {
		return (int) Math.max(2, height / (3.2 * size));
	}

	/** @param frame the rectangle between the axes */
	void paint(final Graphics2D g, final PlotPanel panel, final Rectangle2D frame) {
		final PlotAxis x = PlotAxis.x(panel);
		final PlotAxis y = PlotAxis.y(panel);
		final Graphics2D inside = (Graphics2D) g.create();
		inside.clip(frame);
		for (final PlotSeries series : panel.series()) paint(inside, series, x, y, frame);
		inside.dispose();
		g.setColor(INK);
		g.setStroke(new BasicStroke((float) (size / 14)));
		g.draw(frame);
		xAxis(g, panel, x, frame);
		yAxis(g, panel, y, frame);
	}

	private void xAxis(final Graphics2D g, final PlotPanel panel, final PlotAxis axis, final Rectangle2D frame) {
		final List<Double> ticks = axis.ticks((int) Math.max(2, frame.getWidth() / (5.5 * size)));
		final List<String> labels = Ticks.labels(ticks, axis.scale());
		for (int i = 0; i < ticks.size(); i++) {
			final double at = frame.getX() + axis.place(ticks.get(i)) * frame.getWidth();
			g.draw(new Line2D.Double(at, frame.getMaxY(), at, frame.getMaxY() - 0.35 * size));
			if (!panel.xLabel().isEmpty()) lettering.drawCentred(g, labels.get(i), at, frame.getMaxY() + 1.15 * size,
				tickSize());
		}
		lettering.drawCentred(g, panel.xLabel(), frame.getCenterX(), frame.getMaxY() + 2.6 * size, size);
	}

	private void yAxis(final Graphics2D g, final PlotPanel panel, final PlotAxis axis, final Rectangle2D frame) {
		final List<Double> ticks = axis.ticks(yTicks(frame.getHeight()));
		final List<String> labels = Ticks.labels(ticks, axis.scale());
		for (int i = 0; i < ticks.size(); i++) {
			final double at = frame.getMaxY() - axis.place(ticks.get(i)) * frame.getHeight();
			g.draw(new Line2D.Double(frame.getX(), at, frame.getX() + 0.35 * size, at));
			lettering.drawRight(g, labels.get(i), frame.getX() - 0.4 * size, at + Lettering.CAPITAL * tickSize() / 2,
				tickSize());
		}
		final double left = frame.getX() - leftRoom(panel, frame.getHeight()) + 0.9 * size;
		lettering.drawUpwards(g, Legend.ellipsis(panel.yLabel(), lettering, size, frame.getHeight() + size), left, frame
			.getCenterY(), size);
	}

	private void paint(final Graphics2D g, final PlotSeries series, final PlotAxis x, final PlotAxis y,
		final Rectangle2D frame)
	{
		final Path2D line = new Path2D.Double();
		boolean broken = true;
		for (int i = 0; i < series.x().length; i++) {
			final double px = frame.getX() + x.place(series.x()[i]) * frame.getWidth();
			final double py = frame.getMaxY() - y.place(series.y()[i]) * frame.getHeight();
			if (!Double.isFinite(px) || !Double.isFinite(py)) {
				broken = true;
				continue;
			}
			if (series.style() == PlotSeries.Style.MARKERS) marker(g, px, py, series.colour());
			else if (broken) line.moveTo(px, py);
			else line.lineTo(px, py);
			broken = false;
		}
		stroke(g, line, series);
	}

	private void marker(final Graphics2D g, final double x, final double y, final Color colour) {
		final double r = 0.2 * size;
		final Shape circle = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
		g.setColor(Color.WHITE);
		g.fill(circle);
		g.setColor(colour);
		g.setStroke(new BasicStroke((float) (size / 13)));
		g.draw(circle);
	}

	private void stroke(final Graphics2D g, final Shape line, final PlotSeries series) {
		final float width = (float) (size * switch (series.style()) {
			case LINE -> 0.17;
			case DASHED -> 0.11;
			default -> 0.06;
		});
		if (series.style() == PlotSeries.Style.LINE && luma(series.colour()) > PALE) {
			g.setColor(INK);
			g.setStroke(new BasicStroke(width + (float) (0.12 * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			g.draw(line);
		}
		g.setColor(series.colour());
		final float dash = (float) (0.45 * size);
		g.setStroke(series.style() == PlotSeries.Style.DASHED ? new BasicStroke(width, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_ROUND, 1, new float[] { dash, dash / 2 }, 0) : new BasicStroke(width, BasicStroke.CAP_ROUND,
				BasicStroke.JOIN_ROUND));
		g.draw(line);
	}

	private static double luma(final Color colour) {
		return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
	}

	private record Key(PlotSeries series, String name, double x, double baseline) {}

	/** The names of the series in rows, counted from the legend's upper left corner. */
	private List<Key> keys(final PlotPanel panel, final double width) {
		final List<Key> keys = new ArrayList<>();
		double x = 0;
		double baseline = 0.9 * size;
		for (final PlotSeries series : panel.series()) {
			if (series.name().isEmpty()) continue;
			final String name = Legend.ellipsis(series.name(), lettering, tickSize(), width - KEY * size);
			final double needed = KEY * size + lettering.width(name, tickSize());
			if (x > 0 && x + needed > width) {
				x = 0;
				baseline += 1.35 * size;
			}
			keys.add(new Key(series, name, x, baseline));
			x += needed + 0.8 * size;
		}
		return keys;
	}

	/** @return how high the legend is in that width */
	double legendHeight(final PlotPanel panel, final double width) {
		return keys(panel, width).stream().mapToDouble(Key::baseline).max().orElse(0) + 0.5 * size;
	}

	/** Writes the names of the series in rows. */
	void legend(final Graphics2D g, final PlotPanel panel, final double x, final double y, final double width) {
		for (final Key key : keys(panel, width)) {
			final double left = x + key.x;
			final double middle = y + key.baseline - 0.32 * size;
			if (key.series.style() == PlotSeries.Style.MARKERS) marker(g, left + 0.6 * size, middle, key.series.colour());
			else stroke(g, new Line2D.Double(left + 0.1 * size, middle, left + 1.2 * size, middle), key.series);
			g.setColor(INK);
			lettering.draw(g, key.name, left + KEY * size, y + key.baseline, tickSize());
		}
	}

	/** Writes the title, beginning at x. */
	void title(final Graphics2D g, final String title, final double x, final double baseline, final double width) {
		g.setColor(INK);
		lettering.draw(g, Legend.ellipsis(title, lettering, 1.1 * size, width), x, baseline, 1.1 * size);
	}
}
