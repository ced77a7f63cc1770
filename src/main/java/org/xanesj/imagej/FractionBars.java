// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.stack.InputException;

/**
 * What many samples are made of, in one picture: a bar for each, its species one behind the other in the colours of
 * the palette, each with its error at its end.
 */
public final class FractionBars {

	/** Bars in one picture at most. */
	public static final int MOST = 40;

	private static final double SIZE = 17;
	private static final double BAR = 1.7 * SIZE;
	private static final double ROW = 2.5 * SIZE;
	private static final double FRAME = 36 * SIZE;
	/** Longer names lose their middle. */
	private static final double NAME = 14 * SIZE;
	private static final Color INK = new Color(0x222222);

	private final Lettering lettering;
	private final List<String> species;
	private final List<FractionBar> bars;
	private final int[] shown;
	private final Legend legend;
	private final double names;
	private final PlotAxis axis;

	private FractionBars(final List<String> species, final List<FractionBar> bars, final Lettering lettering) {
		this.species = species;
		this.bars = bars;
		this.lettering = lettering;
		shown = IntStream.range(0, species.size()).filter(j -> bars.stream().anyMatch(bar -> bar.has(j))).toArray();
		legend = Legend.across(LegendEntry.of(IntStream.of(shown).mapToObj(species::get).toList()), lettering, SIZE, FRAME +
			NAME);
		names = bars.stream().mapToDouble(bar -> Math.min(NAME, lettering.width(bar.name(), SIZE))).max().orElse(0);
		axis = axis();
	}

	/**
	 * @param title over the picture
	 * @param species the names behind the fractions of every bar; those that no bar has are left out
	 * @param bars at least one; beyond {@link #MOST} they are left out, and a line says so
	 * @param label of the axis, such as {@code Fraction}
	 * @throws InputException when there is none
	 */
	public static BufferedImage draw(final String title, final List<String> species, final List<FractionBar> bars,
		final String label)
	{
		return draw(title, species, bars, label, Lettering.standard());
	}

	static BufferedImage draw(final String title, final List<String> species, final List<FractionBar> bars,
		final String label, final Lettering lettering)
	{
		if (bars.isEmpty()) throw new InputException("There are no fractions to draw.", "Fit at least one spectrum.");
		return new FractionBars(species, bars.subList(0, Math.min(MOST, bars.size())), lettering).draw(title, label, bars
			.size());
	}

	/** From 0 to 1 and as far as bars and their errors reach. */
	private PlotAxis axis() {
		double low = 0;
		double high = 1;
		for (final FractionBar bar : bars) for (int j = 0; j < species.size(); j++) {
			final double error = Double.isNaN(bar.errors()[j]) ? 0 : bar.errors()[j];
			low = Math.min(low, bar.ends()[j][1] - error);
			high = Math.max(high, bar.ends()[j][1] + error);
		}
		final PlotSeries reach = new PlotSeries("", new double[] { low, high }, new double[2], PlotSeries.Style.LINE, INK);
		return PlotAxis.x(new PlotPanel("", "", "", List.of(reach)));
	}

	private BufferedImage draw(final String title, final String label, final int of) {
		final double left = 2 * SIZE + names;
		final double top = 3.2 * SIZE;
		final Rectangle2D frame = new Rectangle2D.Double(left, top, FRAME, bars.size() * ROW + 0.6 * SIZE);
		final double below = frame.getMaxY() + 3.6 * SIZE;
		final int width = (int) Math.ceil(Math.max(left + FRAME + 1.5 * SIZE, left + legend.width() + SIZE));
		final double note = of > bars.size() ? 2 * SIZE : 0;
		final BufferedImage page = Pictures.page(width, (int) Math.ceil(below + legend.height() + SIZE + note));
		final Graphics2D g = Pictures.pen(page);
		final PanelPainter painter = new PanelPainter(lettering, SIZE);
		painter.title(g, title, left, 2 * SIZE, FRAME);
		scale(g, frame, label);
		for (int i = 0; i < bars.size(); i++) bar(g, bars.get(i), frame, top + 0.7 * SIZE + i * ROW);
		g.setStroke(new BasicStroke(1));
		legend.draw(g, left, below, 6);
		if (note > 0) painter.title(g, "The first " + bars.size() + " of " + of + " spectra.", left, page.getHeight() - SIZE,
			FRAME);
		g.dispose();
		return page;
	}

	private double place(final double value, final Rectangle2D frame) {
		return frame.getX() + axis.place(value) * frame.getWidth();
	}

	private void scale(final Graphics2D g, final Rectangle2D frame, final String label) {
		final List<Double> ticks = axis.ticks(6);
		final List<String> labels = Ticks.labels(ticks, PlotPanel.Scale.LINEAR);
		g.setStroke(new BasicStroke((float) (SIZE / 14)));
		for (int i = 0; i < ticks.size(); i++) {
			final double x = place(ticks.get(i), frame);
			g.setColor(new Color(0xDDDDDD));
			g.draw(new Line2D.Double(x, frame.getY(), x, frame.getMaxY()));
			g.setColor(INK);
			lettering.drawCentred(g, labels.get(i), x, frame.getMaxY() + 1.15 * SIZE, 0.9 * SIZE);
		}
		g.draw(frame);
		lettering.drawCentred(g, label, frame.getCenterX(), frame.getMaxY() + 2.6 * SIZE, SIZE);
	}

	private void bar(final Graphics2D g, final FractionBar bar, final Rectangle2D frame, final double top) {
		g.setColor(INK);
		lettering.drawRight(g, Legend.ellipsis(bar.name(), lettering, SIZE, NAME), frame.getX() - 0.5 * SIZE, top + BAR / 2 +
			Lettering.CAPITAL * SIZE / 2, SIZE);
		final double[][] ends = bar.ends();
		for (int s = 0; s < shown.length; s++) {
			if (!bar.has(shown[s])) continue;
			final double from = place(ends[shown[s]][0], frame);
			final double to = place(ends[shown[s]][1], frame);
			final Rectangle2D box = new Rectangle2D.Double(Math.min(from, to), top, Math.abs(to - from), BAR);
			g.setColor(SpeciesPalette.colour(s));
			g.fill(box);
			g.setColor(INK);
			g.setStroke(new BasicStroke((float) (SIZE / 20)));
			g.draw(box);
		}
		errors(g, bar, frame, top);
	}

	/** One below the other, so that those of neighbours do not hide each other. */
	private void errors(final Graphics2D g, final FractionBar bar, final Rectangle2D frame, final double top) {
		final int[] own = IntStream.of(shown).filter(j -> bar.has(j) && !Double.isNaN(bar.errors()[j])).toArray();
		for (int i = 0; i < own.length; i++) {
			final double end = bar.ends()[own[i]][1];
			final double error = bar.errors()[own[i]];
			final double y = top + BAR * (i + 1) / (own.length + 1);
			final double from = place(end - error, frame);
			final double to = place(end + error, frame);
			whisker(g, from, to, y, Color.WHITE, SIZE * 0.24);
			whisker(g, from, to, y, INK, SIZE * 0.1);
		}
	}

	private static void whisker(final Graphics2D g, final double from, final double to, final double y,
		final Color colour, final double width)
	{
		final double cap = 0.16 * SIZE;
		g.setColor(colour);
		g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		g.draw(new Line2D.Double(from, y, to, y));
		g.draw(new Line2D.Double(from, y - cap, from, y + cap));
		g.draw(new Line2D.Double(to, y - cap, to, y + cap));
	}
}
