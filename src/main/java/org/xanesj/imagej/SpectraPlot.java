// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.xanesj.stack.InputException;

/** Spectra with their fits and residuals, one under or beside the other, as a figure on white. */
public final class SpectraPlot {

	/** Spectra in one picture at most. */
	public static final int MOST = 12;

	private static final double SIZE = 17;
	private static final double RESIDUAL_PART = 0.24;
	/** Where the legend begins, below the title. */
	private static final double LEGEND = 2.5 * SIZE;

	private SpectraPlot() {}

	/**
	 * @param spectra at least one; beyond {@link #MOST} they are left out, and a line under the picture says so
	 * @param yLabel such as {@code Normalised absorption} or {@code Optical density}
	 * @throws InputException when there is none
	 */
	public static BufferedImage draw(final List<FittedSpectrum> spectra, final String yLabel) {
		return draw(spectra, yLabel, Lettering.standard());
	}

	/** @return the figure that {@link #draw(List, String)} makes, drawn when it is asked for */
	public static Drawing drawing(final List<FittedSpectrum> spectra, final String yLabel) {
		return new Drawing(() -> draw(spectra, yLabel));
	}

	static BufferedImage draw(final List<FittedSpectrum> spectra, final String yLabel, final Lettering lettering) {
		if (spectra.isEmpty()) throw new InputException("There is no spectrum to plot.", "Give at least one.");
		final int count = Math.min(MOST, spectra.size());
		final int columns = count == 1 ? 1 : count <= 4 ? 2 : 3;
		final int rows = (count + columns - 1) / columns;
		final int width = columns == 1 ? 860 : columns == 2 ? 640 : 520;
		final int height = columns == 1 ? 680 : columns == 2 ? 560 : 480;
		final int note = spectra.size() > count ? (int) (2 * SIZE) : 0;
		final BufferedImage page = Pictures.page(columns * width, rows * height + note);
		final Graphics2D g = Pictures.pen(page);
		final Sheet sheet = new Sheet(new PanelPainter(lettering, SIZE), spectra.subList(0, count), yLabel, width, height);
		for (int i = 0; i < count; i++) sheet.cell(g, spectra.get(i), i % columns * width, i / columns * height);
		if (note > 0) sheet.painter.title(g, "The first " + count + " of " + spectra.size() + " spectra.", SIZE, page
			.getHeight() - SIZE, page.getWidth());
		g.dispose();
		return page;
	}

	/** What the cells of a sheet share, so that their frames line up. */
	private static final class Sheet {

		private final PanelPainter painter;
		private final String yLabel;
		private final double left;
		private final double inner;
		private final double top;
		private final double bottom;

		Sheet(final PanelPainter painter, final List<FittedSpectrum> spectra, final String yLabel, final double width,
			final double height)
		{
			this.painter = painter;
			this.yLabel = yLabel;
			double room = 0;
			for (final FittedSpectrum spectrum : spectra) {
				room = Math.max(room, painter.leftRoom(spectrum.panel(yLabel), height));
				if (spectrum.isFitted()) room = Math.max(room, painter.leftRoom(spectrum.residual(), RESIDUAL_PART * height));
			}
			left = SIZE + room;
			inner = width - 1.4 * SIZE - left;
			top = LEGEND + spectra.stream().mapToDouble(s -> painter.legendHeight(s.panel(yLabel), inner)).max().orElse(0);
			bottom = height - 0.6 * SIZE - painter.bottomRoom(spectra.get(0).panel(yLabel));
		}

		void cell(final Graphics2D g, final FittedSpectrum spectrum, final double x, final double y) {
			final PlotPanel panel = spectrum.panel(yLabel);
			painter.title(g, panel.title(), x + left, y + 1.9 * SIZE, inner);
			painter.legend(g, panel, x + left, y + LEGEND, inner);
			if (!spectrum.isFitted()) {
				painter.paint(g, panel, new Rectangle2D.Double(x + left, y + top, inner, bottom - top));
				return;
			}
			final double part = RESIDUAL_PART * (bottom - top);
			final PlotPanel upper = new PlotPanel(panel.title(), "", yLabel, panel.series());
			painter.paint(g, upper, new Rectangle2D.Double(x + left, y + top, inner, bottom - part - 0.5 * SIZE - top));
			painter.paint(g, spectrum.residual(), new Rectangle2D.Double(x + left, y + bottom - part, inner, part));
		}
	}
}
