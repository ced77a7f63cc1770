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

	private SpectraPlot() {}

	/**
	 * @param spectra at least one; beyond {@link #MOST} they are left out, and a line under the picture says so
	 * @param yLabel such as {@code Normalised absorption} or {@code Optical density}
	 * @throws InputException when there is none
	 */
	public static BufferedImage draw(final List<FittedSpectrum> spectra, final String yLabel) {
		return draw(spectra, yLabel, Lettering.standard());
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
		final PanelPainter painter = new PanelPainter(lettering, SIZE);
		for (int i = 0; i < count; i++)
			cell(g, painter, spectra.get(i), yLabel, i % columns * width, i / columns * height, width, height);
		if (note > 0) painter.title(g, "The first " + count + " of " + spectra.size() + " spectra.", SIZE, page.getHeight() -
			SIZE, page.getWidth());
		g.dispose();
		return page;
	}

	private static void cell(final Graphics2D g, final PanelPainter painter, final FittedSpectrum spectrum,
		final String yLabel, final double x, final double y, final double width, final double height)
	{
		final PlotPanel panel = spectrum.panel(yLabel);
		final PlotPanel residual = spectrum.residual();
		final double margin = SIZE;
		final double left = x + margin + Math.max(painter.leftRoom(panel, height), spectrum.isFitted() ? painter.leftRoom(
			residual, RESIDUAL_PART * height) : 0);
		final double inner = x + width - 1.4 * margin - left;
		painter.title(g, panel.title(), left, y + 1.9 * SIZE, inner);
		final double legend = painter.legend(g, panel, left, y + 2.5 * SIZE, inner);
		final double top = y + 2.5 * SIZE + legend;
		final double bottom = y + height - 0.6 * margin - painter.bottomRoom(panel);
		if (!spectrum.isFitted()) {
			painter.paint(g, panel, new Rectangle2D.Double(left, top, inner, bottom - top));
			return;
		}
		final double part = RESIDUAL_PART * (bottom - top);
		final PlotPanel upper = new PlotPanel(panel.title(), "", yLabel, panel.series());
		painter.paint(g, upper, new Rectangle2D.Double(left, top, inner, bottom - part - 0.5 * SIZE - top));
		painter.paint(g, residual, new Rectangle2D.Double(left, bottom - part, inner, part));
	}
}
