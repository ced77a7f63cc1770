// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import ij.gui.Plot;

import org.junit.jupiter.api.Test;
import org.xanesj.stack.InputException;

class PlotTest {

	private static FittedSpectrum spectrum(final Color colour) {
		final double[] energies = new double[60];
		final double[] data = new double[60];
		final double[] fit = new double[60];
		for (int i = 0; i < 60; i++) {
			energies[i] = 7100 + i;
			fit[i] = i < 5 ? Double.NaN : 0.5 + Math.atan((i - 30) / 3.0) / Math.PI;
			data[i] = i < 5 ? 0.02 : fit[i] + 0.01 * Math.sin(7 * i);
		}
		return new FittedSpectrum("Cluster 1", energies, data, fit, List.of(), colour);
	}

	@Test
	void marksAreRoundAndWrittenAlike() {
		assertEquals(List.of(7100.0, 7120.0, 7140.0), Ticks.linear(7090, 7150, 3));
		assertEquals(List.of("−0.5", "0.0", "0.5", "1.0"), Ticks.labels(Ticks.linear(-0.6, 1.2, 4), PlotPanel.Scale.LINEAR));
		assertEquals(List.of("0.1", "1", "10", "100"), Ticks.labels(Ticks.logarithmic(0.05, 200, 6), PlotPanel.Scale.LOG));
		assertEquals(List.of(0.1, 10.0, 1000.0), Ticks.logarithmic(0.05, 5000, 3));
		assertEquals(List.of(2.0, 5.0), Ticks.logarithmic(1.5, 9, 6));
		assertEquals("2.5e−5", Ticks.plain(2.5e-5));
		assertEquals("0.3", Ticks.plain(0.1 + 0.2));
	}

	@Test
	void aPointIsDrawnWhereItBelongs() {
		final PlotPanel panel = new PlotPanel("", "x", "y", List.of(new PlotSeries("", new double[] { 0, 5, 10 },
			new double[] { 0, 1, 4 }, PlotSeries.Style.MARKERS, Color.RED)));
		final BufferedImage page = Pictures.page(400, 300);
		final Graphics2D g = Pictures.pen(page);
		new PanelPainter(new StrokeLettering(), 16).paint(g, panel, new Rectangle2D.Double(60, 20, 320, 220));
		g.dispose();
		// 2 % of room left and right, 6 % above and below
		final double x = 60 + (0.2 + 5) / 10.4 * 320;
		final double y = 240 - (0.24 + 1) / 4.48 * 220;
		double sumX = 0;
		double sumY = 0;
		int n = 0;
		for (int py = (int) y - 8; py < y + 9; py++) for (int px = (int) x - 8; px < x + 9; px++) {
			final Color c = new Color(page.getRGB(px, py));
			if (c.getRed() <= c.getBlue() + 60) continue;
			sumX += px + 0.5;
			sumY += py + 0.5;
			n++;
		}
		assertTrue(n > 8);
		assertEquals(x, sumX / n, 0.3);
		assertEquals(y, sumY / n, 0.3);
	}

	@Test
	void anAxisWithoutARangeStillHasOne() {
		for (final double value : new double[] { 0, 3, -2e5, Double.NaN }) for (final PlotPanel.Scale scale : PlotPanel.Scale
			.values()) {
			final PlotPanel flat = new PlotPanel("", "x", "y", List.of(new PlotSeries("", new double[] { 1, 1 }, new double[] {
				value, value }, PlotSeries.Style.LINE, Color.RED)), scale);
			assertTrue(PlotAxis.y(flat).low() < PlotAxis.y(flat).high());
			assertTrue(PlotAxis.y(flat).ticks(4).size() < 20);
		}
	}

	@Test
	void theFitIsInTheClustersColourAndTheResidualIsDataMinusFit() {
		final FittedSpectrum spectrum = spectrum(Color.MAGENTA);
		final BufferedImage picture = SpectraPlot.draw(List.of(spectrum), "Optical density");
		int coloured = 0;
		for (int y = 0; y < picture.getHeight(); y++) for (int x = 0; x < picture.getWidth(); x++)
			if (picture.getRGB(x, y) == Color.MAGENTA.getRGB()) coloured++;
		assertTrue(coloured > 500, "coloured pixels: " + coloured);
		final double[] residual = spectrum.residual().series().get(1).y();
		assertTrue(Double.isNaN(residual[0]));
		assertEquals(0.01 * Math.sin(70), residual[10], 1e-12);
		assertArrayEquals(new double[] { 0, 0 }, spectrum.residual().series().get(0).y(), 0);
	}

	@Test
	void atMostTwelveSpectraAreOnOneSheetAndTheBytesAreTheSame() {
		final List<FittedSpectrum> many = new ArrayList<>(Collections.nCopies(30, spectrum(Color.MAGENTA)));
		final BufferedImage sheet = SpectraPlot.draw(many, "Optical density");
		final BufferedImage twelve = SpectraPlot.draw(many.subList(0, 12), "Optical density");
		assertEquals(twelve.getWidth(), sheet.getWidth());
		assertEquals(34, sheet.getHeight() - twelve.getHeight());
		assertArrayEquals(Pictures.png(sheet), Pictures.png(SpectraPlot.draw(many, "Optical density")));
		assertThrows(InputException.class, () -> SpectraPlot.draw(List.of(), "Optical density"));
	}

	@Test
	void aSpectrumWithoutAFitIsALine() {
		final FittedSpectrum bare = new FittedSpectrum("A", new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 }, new double[0],
			List.of(), Color.MAGENTA);
		assertEquals(PlotSeries.Style.LINE, bare.panel("y").series().get(0).style());
		assertTrue(SpectraPlot.draw(List.of(bare), "y").getWidth() > 700);
	}

	@Test
	void theScreePlotTellsWhatIsUsed() {
		final List<PlotPanel> panels = ScreePlot.panels(new double[] { 100, 10, 1 }, 2, Map.of("IND", new double[] { 1, -1,
			Double.NaN }));
		assertEquals(PlotPanel.Scale.LOG, panels.get(0).scale());
		assertEquals(PlotPanel.Scale.LINEAR, panels.get(1).scale());
		assertArrayEquals(new double[] { 100, 10, Double.NaN }, panels.get(0).series().get(1).y(), 0);
		assertArrayEquals(new double[] { Double.NaN, Double.NaN, 1 }, panels.get(0).series().get(2).y(), 0);
		assertTrue(ScreePlot.draw(new double[] { 100, 10, 1 }, 2, Map.of()).getHeight() > 400);
	}

	@Test
	void imageJGetsTheSameSeries() {
		final PlotPanel panel = spectrum(Color.MAGENTA).panel("Optical density");
		final Plot plot = PlotWindow.of(panel);
		assertEquals(2, plot.getDataObjectDesignations().length);
		assertEquals(7100, plot.getDataObjectArrays(0)[0][0], 0);
	}

	@Test
	void aLongLegendOfImageJsPlotLiesBesideTheData() {
		final List<PlotSeries> series = new ArrayList<>();
		for (int i = 0; i < 20; i++) series.add(new PlotSeries("Reference " + i, new double[] { 7100, 7200 }, new double[] { i,
			1 }, PlotSeries.Style.LINE, SpeciesPalette.colour(i)));
		final Plot plot = PlotWindow.of(new PlotPanel("", "x", "y", series));
		final int height = plot.getProcessor().getFontMetrics().getHeight(); // this draws it, which sets the scale
		final Rectangle frame = plot.getDrawingFrame();
		assertTrue(frame.getMaxX() - plot.scaleXtoPxl(7200) > 100, frame + ", data end at " + plot.scaleXtoPxl(7200));
		assertTrue(frame.height > 20 * height, frame.height + " for 20 lines of " + height);
	}
}
