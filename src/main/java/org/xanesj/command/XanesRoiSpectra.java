// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.prepare.EdgeFinder;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.prepare.NormalizationOperator;
import org.xanesj.report.Choices;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Absorption;
import org.xanesj.speciate.Mode;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** The spectra of whatever the user draws: mean and standard deviation of each selection, as a table and a plot. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES ROI Spectra...", weight = 40) })
public class XanesRoiSpectra extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Normalize", persist = false,
		description = "Each mean by Larch's rules on its own E0, the standard deviations by the same edge step. Selections: " +
			"the active one, or those in the ROI Manager.")
	private boolean normalize = false;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = stack(runner);
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		final List<PlotSeries> series = new ArrayList<>();
		for (final RoiMasks.Named roi : RoiMasks.chosen(image)) {
			final MeanSpectrum found = MeanSpectrum.of(stack, Choices.everyPlane(roi.mask(), stack), runner);
			final MeanSpectrum spectrum = normalize ? normalized(found) : found;
			if (found.skipped() > 0) say(List.of(roi.name() + ": " + found.skipped() +
				" pixels with values that are not finite were left out."));
			names.addAll(List.of(roi.name(), roi.name() + "_sd"));
			columns.addAll(List.of(spectrum.mean().values(), spectrum.sd()));
			final double[] x = stack.energies().toArray();
			final Color colour = SpeciesPalette.colour(series.size() / 3);
			series.add(new PlotSeries(roi.name(), x, spectrum.mean().values(), PlotSeries.Style.LINE, colour));
			series.addAll(PlotSeries.band("", x, spectrum.mean().values(), spectrum.sd(), colour));
		}
		Windows.table("ROI spectra of " + image.getTitle(), SpeciationTables.spectra(stack.energies().toArray(), names, columns));
		Windows.plot(new PlotPanel("ROI spectra of " + image.getTitle() + ", mean ± standard deviation", "Energy (eV)",
			normalize ? "Normalised absorption" : "Value", series));
	}

	/** Counts as they are; but only absorption can be normalised. */
	private SpectralImage stack(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		if (!normalize) return stack;
		final Absorption absorption = Absorption.of(stack, Mode.AUTO, Optional.empty(), runner);
		say(absorption.notes());
		return absorption.image();
	}

	private static MeanSpectrum normalized(final MeanSpectrum found) {
		final Spectrum mean = found.mean();
		final NormalizationOperator operator = NormalizationOperator.of(NormalizationMethod.LARCH, mean.energies(),
			EdgeFinder.e0(mean), Normalization.Options.AUTOMATIC);
		final double step = operator.divisor(mean.values());
		final double[] sd = Arrays.stream(found.sd()).map(s -> s / step).toArray();
		return new MeanSpectrum(mean.with(operator.apply(mean.values())), sd, found.pixels(), found.skipped());
	}
}
