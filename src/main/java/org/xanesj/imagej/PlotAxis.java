// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.util.List;
import java.util.function.Function;

/** The range of an axis, and where a value lies on it. */
record PlotAxis(double low, double high, PlotPanel.Scale scale) {

	/** Room between the data and the frame, as a part of the range. */
	private static final double X_ROOM = 0.02;
	private static final double Y_ROOM = 0.06;

	static PlotAxis x(final PlotPanel panel) {
		return over(panel, PlotSeries::x, X_ROOM, PlotPanel.Scale.LINEAR);
	}

	static PlotAxis y(final PlotPanel panel) {
		return over(panel, PlotSeries::y, Y_ROOM, panel.scale());
	}

	private static PlotAxis over(final PlotPanel panel, final Function<PlotSeries, double[]> values, final double room,
		final PlotPanel.Scale scale)
	{
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final PlotSeries series : panel.series()) for (final double value : values.apply(series)) {
			final double v = spread(value, scale);
			if (!Double.isFinite(v)) continue;
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		if (low > high) return new PlotAxis(0, 1, scale);
		// all values the same: some room around them
		final double margin = high > low ? room * (high - low) : scale == PlotPanel.Scale.LOG ? 0.5 : Math.max(1e-12, 0.05 *
			Math.abs(high));
		return new PlotAxis(low - margin, high + margin, scale);
	}

	/** @return value or logarithm; what has no logarithm is NaN */
	private static double spread(final double value, final PlotPanel.Scale scale) {
		return scale == PlotPanel.Scale.LINEAR ? value : value > 0 ? Math.log10(value) : Double.NaN;
	}

	/** @return 0 at the low end, 1 at the high end; NaN when it cannot be shown */
	double place(final double value) {
		return (spread(value, scale) - low) / (high - low);
	}

	/** @return values that get a mark, about {@code count}; on a linear axis at least three */
	List<Double> ticks(final int count) {
		if (scale == PlotPanel.Scale.LOG) return Ticks.logarithmic(Math.pow(10, low), Math.pow(10, high), count);
		for (int n = count;; n++) {
			final List<Double> ticks = Ticks.linear(low, high, n);
			if (ticks.size() >= 3) return ticks;
		}
	}

	/** @return the value at the low end */
	double first() {
		return scale == PlotPanel.Scale.LOG ? Math.pow(10, low) : low;
	}

	/** @return the value at the high end */
	double last() {
		return scale == PlotPanel.Scale.LOG ? Math.pow(10, high) : high;
	}
}
