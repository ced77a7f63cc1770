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

	private static final String ENERGY = "Energy (eV)";

	private EndMemberPlots() {}

	/** @return the spectra in one frame */
	public static PlotPanel spectra(final String title, final EndMembers found) {
		final double[] energies = found.ground().image().energies().toArray();
		final List<PlotSeries> series = new ArrayList<>();
		for (final EndMember m : found.members()) series.add(new PlotSeries(m.name(), energies, m.spectrum().values(),
			PlotSeries.Style.LINE, SpeciesPalette.colour(series.size())));
		return new PlotPanel(title, ENERGY, "Absorption, pre-edge subtracted (scaled)", series);
	}

	/** @return for each species its spectrum between the lowest and the highest that explain the pixels as well */
	public static List<PlotPanel> ranges(final String title, final EndMembers found) {
		final double[] energies = found.ground().image().energies().toArray();
		final List<PlotPanel> panels = new ArrayList<>();
		for (final EndMember m : found.members()) panels.add(new PlotPanel(title, ENERGY, m.name(), List.of(new PlotSeries(
			"lowest and highest by non-negativity alone", energies, m.lowest(), PlotSeries.Style.DASHED, SpeciesPalette.colour(
				3)), new PlotSeries("", energies, m.highest(), PlotSeries.Style.DASHED, SpeciesPalette.colour(3)), new PlotSeries(
					"found", energies, m.spectrum().values(), PlotSeries.Style.LINE, SpeciesPalette.colour(0)))));
		return panels;
	}

	/** @return the objective, the lack of fit and the variance explained by iteration */
	public static List<PlotPanel> convergence(final String title, final Mcr mcr) {
		return List.of(convergence(title, "Objective", mcr, Mcr.Iteration::objective), convergence("", "Lack of fit (%)", mcr,
			Mcr.Iteration::lackOfFit), convergence("", "of components (%)", mcr, Mcr.Iteration::lackOfFitPca), convergence("",
				"Explained (%)", mcr, Mcr.Iteration::explained));
	}

	private static PlotPanel convergence(final String title, final String label, final Mcr mcr,
		final ToDoubleFunction<Mcr.Iteration> value)
	{
		final double[] numbers = mcr.history().stream().mapToDouble(Mcr.Iteration::number).toArray();
		return new PlotPanel(title, "Iteration", label, List.of(new PlotSeries("", numbers, mcr.history().stream().mapToDouble(
			value).toArray(), PlotSeries.Style.LINE, SpeciesPalette.colour(0))));
	}
}
