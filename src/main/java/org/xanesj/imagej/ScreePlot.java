// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.imagej;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Eigenvalues on a logarithmic axis and, under them, the indicators that tell signal from noise. */
public final class ScreePlot {

	private static final Color KEPT = new Color(0x1F4E9E);
	private static final Color LEFT_OUT = new Color(0x8A8A8A);

	private ScreePlot() {}

	/**
	 * @param eigenvalues in falling order
	 * @param kept how many of the first components are used
	 * @param indicators by name (RE, IE, IND, …), a value for each component, NaN where there is none; each has axes of
	 *          its own, logarithmic when all its values are positive
	 */
	public static List<PlotPanel> panels(final double[] eigenvalues, final int kept,
		final Map<String, double[]> indicators)
	{
		final List<PlotPanel> panels = new ArrayList<>();
		panels.add(panel("Scree plot", "Eigenvalue", eigenvalues, kept));
		indicators.forEach((name, values) -> panels.add(panel("", name, values, kept)));
		return panels;
	}

	private static PlotPanel panel(final String title, final String name, final double[] values, final int kept) {
		final double[] components = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
		final double[] first = values.clone();
		final double[] rest = values.clone();
		for (int i = 0; i < values.length; i++) (i < kept ? rest : first)[i] = Double.NaN;
		final boolean positive = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v > 0);
		return new PlotPanel(title, "Component", name, List.of(new PlotSeries("", components, values,
			PlotSeries.Style.THIN_LINE, LEFT_OUT), new PlotSeries("used", components, first, PlotSeries.Style.MARKERS, KEPT),
			new PlotSeries("left out", components, rest, PlotSeries.Style.MARKERS, LEFT_OUT)), positive ? PlotPanel.Scale.LOG
				: PlotPanel.Scale.LINEAR);
	}

	/** @return the panels one under the other */
	public static BufferedImage draw(final double[] eigenvalues, final int kept, final Map<String, double[]> indicators) {
		return draw(eigenvalues, kept, indicators, Lettering.standard());
	}

	static BufferedImage draw(final double[] eigenvalues, final int kept, final Map<String, double[]> indicators,
		final Lettering lettering)
	{
		return PanelStack.draw(panels(eigenvalues, kept, indicators), lettering);
	}
}
