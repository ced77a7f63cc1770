// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * A spectrum and its fit as they are drawn.
 *
 * @param title such as {@code Cluster 1: Goethite}
 * @param energies in eV
 * @param data a value for each energy
 * @param fit a value for each energy, NaN outside the window; empty when nothing was fitted
 * @param contributions the weighted references; may be empty
 * @param colour of the fit, as in the map
 * @param words for the data and for the fit, in legends
 */
public record FittedSpectrum(String title, double[] energies, double[] data, double[] fit,
	List<PlotSeries> contributions, Color colour, Words words)
{

	/** What the points and the line are called. */
	public record Words(String data, String fit) {}


	static final String ENERGY = "Energy (eV)";
	private static final Color DATA = new Color(0x333333);

	/** Data and a fit of them. */
	public FittedSpectrum(final String title, final double[] energies, final double[] data, final double[] fit,
		final List<PlotSeries> contributions, final Color colour)
	{
		this(title, energies, data, fit, contributions, colour, new Words("data", "fit"));
	}

	/** @throws IllegalArgumentException when the numbers of values differ */
	public FittedSpectrum {
		if (data.length != energies.length || fit.length != 0 && fit.length != energies.length)
			throw new IllegalArgumentException(title + ": " + energies.length + " energies, " + data.length + " data, " +
				fit.length + " fitted");
		contributions = List.copyOf(contributions);
	}

	boolean isFitted() {
		return fit.length > 0;
	}

	/** @return data, contributions and fit */
	public PlotPanel panel(final String yLabel) {
		final List<PlotSeries> series = new ArrayList<>(contributions);
		if (isFitted()) {
			series.add(0, new PlotSeries(words.data, energies, data, PlotSeries.Style.MARKERS, DATA));
			series.add(new PlotSeries(words.fit, energies, fit, PlotSeries.Style.LINE, colour));
		}
		else series.add(0, new PlotSeries(words.data, energies, data, PlotSeries.Style.LINE, colour));
		return new PlotPanel(title, ENERGY, yLabel, series);
	}

	/** @return data minus fit and the zero line, over the energies of all data */
	public PlotPanel residual() {
		final double[] residual = new double[energies.length];
		for (int i = 0; i < residual.length; i++) residual[i] = isFitted() ? data[i] - fit[i] : Double.NaN;
		return new PlotPanel("", ENERGY, "Residual", List.of(PlotSeries.level(0, energies), new PlotSeries("", energies,
			residual, PlotSeries.Style.MARKERS, DATA)));
	}
}
