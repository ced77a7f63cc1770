// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import org.xanesj.edge.CalibrationPoint;
import org.xanesj.edge.StateCalibration;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.SpeciesPalette;

/** References of known states, the curve through them, and one standard error of a state to both sides. */
final class StatePlot {

	private static final int POINTS = 101;

	private StatePlot() {}

	/** @param energy what the axis of energies is called */
	static PlotPanel of(final String title, final StateCalibration calibration, final String energy) {
		final double[] x = IntStream.range(0, POINTS).mapToDouble(i -> calibration.lowest() + (calibration.highest() -
			calibration.lowest()) * i / (POINTS - 1)).toArray();
		final double[] curve = new double[POINTS], below = new double[POINTS], above = new double[POINTS];
		for (int i = 0; i < POINTS; i++) {
			final StateCalibration.Prediction found = calibration.of(x[i], 0);
			curve[i] = found.state();
			below[i] = found.state() - found.error();
			above[i] = found.state() + found.error();
		}
		final Color colour = SpeciesPalette.colour(0);
		final List<CalibrationPoint> points = calibration.points();
		return new PlotPanel(title, energy, "Oxidation state", List.of(new PlotSeries("curve", x, curve,
			PlotSeries.Style.LINE, colour), new PlotSeries("± one standard error", x, below, PlotSeries.Style.DASHED, colour),
			new PlotSeries("", x, above, PlotSeries.Style.DASHED, colour), new PlotSeries("references", points.stream()
				.mapToDouble(CalibrationPoint::energy).toArray(), points.stream().mapToDouble(CalibrationPoint::state).toArray(),
				PlotSeries.Style.MARKERS, Color.BLACK)));
	}
}
