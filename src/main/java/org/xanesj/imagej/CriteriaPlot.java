// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What speaks for each of several numbers, each criterion on axes of its own. */
public final class CriteriaPlot {

	private static final Color CHOSEN = new Color(0xC0392B);
	private static final Color OTHERS = new Color(0x1F4E9E);

	private static final double WIDE = 30;

	private CriteriaPlot() {}

	/**
	 * @param title over the picture
	 * @param numbers what the numbers count, such as {@code Clusters}
	 * @param chosen the number that was chosen
	 * @param criteria by name, a value for each number from 1 on, NaN where there is none; those without any are left out
	 */
	public static List<PlotPanel> panels(final String title, final String numbers, final int chosen,
		final Map<String, double[]> criteria)
	{
		final List<PlotPanel> panels = new ArrayList<>();
		criteria.forEach((name, values) -> {
			if (Arrays.stream(values).allMatch(Double::isNaN)) return;
			final double[] x = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
			final double[] at = new double[values.length];
			for (int i = 0; i < at.length; i++) at[i] = i + 1 == chosen ? values[i] : Double.NaN;
			panels.add(new PlotPanel(panels.isEmpty() ? title : "", numbers, name, List.of(new PlotSeries("", x, values,
				PlotSeries.Style.THIN_LINE, OTHERS), new PlotSeries("tried", x, values, PlotSeries.Style.MARKERS, OTHERS),
				new PlotSeries("chosen", x, at, PlotSeries.Style.MARKERS, CHOSEN)), scale(values)));
		});
		return panels;
	}

	/** Values that fall by orders of magnitude would all lie on the axis. */
	private static PlotPanel.Scale scale(final double[] values) {
		final DoubleSummaryStatistics range = Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
		return range.getMin() > 0 && range.getMax() > WIDE * range.getMin() ? PlotPanel.Scale.LOG : PlotPanel.Scale.LINEAR;
	}

	/** @return the panels one under the other */
	public static BufferedImage draw(final String title, final String numbers, final int chosen,
		final Map<String, double[]> criteria)
	{
		return PanelColumn.draw(panels(title, numbers, chosen, criteria), Lettering.standard());
	}
}
