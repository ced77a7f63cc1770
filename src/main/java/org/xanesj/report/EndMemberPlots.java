// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.xanesj.factor.Mcr;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.speciate.EndMember;
import org.xanesj.speciate.EndMembers;

/** Plots of species that were resolved from pixels. */
public final class EndMemberPlots {

	private EndMemberPlots() {}

	/** @return the spectra, without their ranges */
	public static PlotPanel spectra(final String title, final EndMembers found) {
		return panel(title, found, List.of());
	}

	/** @return one spectrum over what else would do */
	public static List<PlotPanel> ranges(final String title, final EndMembers found) {
		return found.members().stream().map(m -> panel(title + ": " + m.name(), found, List.of(m))).toList();
	}

	private static PlotPanel panel(final String title, final EndMembers found, final List<EndMember> ranged) {
		final double[] energies = found.ground().image().energies().toArray();
		final List<PlotSeries> series = new ArrayList<>();
		for (int k = 0; k < found.members().size(); k++) {
			final EndMember m = found.members().get(k);
			if (!ranged.isEmpty() && !ranged.contains(m)) continue;
			series.add(new PlotSeries(m.name(), energies, m.spectrum().values(), PlotSeries.Style.LINE, SpeciesPalette.colour(
				k)));
			if (ranged.isEmpty()) continue;
			series.add(new PlotSeries("lowest and highest that would do", energies, m.lowest(), PlotSeries.Style.THIN_LINE,
				SpeciesPalette.colour(k)));
			series.add(new PlotSeries("", energies, m.highest(), PlotSeries.Style.THIN_LINE, SpeciesPalette.colour(k)));
		}
		return new PlotPanel(title, "Energy (eV)", "Absorption, pre-edge subtracted (scaled)", series);
	}

	/** @return lack of fit by iteration */
	public static PlotPanel convergence(final String title, final Mcr mcr) {
		return new PlotPanel(title, "Iteration", "Lack of fit (%)", List.of(of(mcr, "of the spectra",
			Mcr.Iteration::lackOfFit, 0), of(mcr, "of their components", Mcr.Iteration::lackOfFitPca, 1)),
			PlotPanel.Scale.LOG);
	}

	private static PlotSeries of(final Mcr mcr, final String name, final ToDoubleFunction<Mcr.Iteration> value,
		final int colour)
	{
		return new PlotSeries(name, mcr.history().stream().mapToDouble(Mcr.Iteration::number).toArray(), mcr.history().stream()
			.mapToDouble(value).toArray(), PlotSeries.Style.LINE, SpeciesPalette.colour(colour));
	}
}
