// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.List;

/**
 * One pair of axes and what is drawn between them: plain data that {@link PanelPainter} makes a picture of
 * and {@link PlotWindow} an ImageJ plot.
 *
 * @param title over the frame; empty for none
 * @param xLabel such as {@code Energy (eV)}; empty for none, and then x has marks without numbers
 * @param yLabel such as {@code Optical density}
 * @param series in the order they are drawn
 * @param scale of the y axis
 */
public record PlotPanel(String title, String xLabel, String yLabel, List<PlotSeries> series, Scale scale) {

	/** How y values are spread. */
	public enum Scale {
		LINEAR, LOG
	}

	public PlotPanel {
		series = List.copyOf(series);
	}

	/** Linear axes. */
	public PlotPanel(final String title, final String xLabel, final String yLabel, final List<PlotSeries> series) {
		this(title, xLabel, yLabel, series, Scale.LINEAR);
	}
}
