// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.IJ;

import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.Spectrum;

/** Looks at reference spectra before they are used: what each file holds, and what cannot be read. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "Open Reference Spectra...", weight = 2) })
public class OpenReferenceSpectra extends XanesCommand {

	@Parameter(label = "References", style = "both", columns = 34,
		description = "A file (XDI, Athena project, columns of text) or a folder of them; it may be dropped here.")
	private String path = "";

	@Override
	protected void run(final Runner runner) {
		final ReferenceLibrary library = ReferenceFiles.open(Paths.of("path", path));
		say(library.notes());
		for (final ReferenceLibrary.LeftOut out : library.leftOut()) IJ.log("XanesJ: left out " + out.name() + ": " + out
			.reason());
		final List<Spectrum> normalized = library.spectra().stream().map(OpenReferenceSpectra::normalized).toList();
		final List<PlotSeries> series = new ArrayList<>();
		for (final Spectrum spectrum : normalized) series.add(new PlotSeries(spectrum.name(), spectrum.energies().toArray(),
			spectrum.values(), PlotSeries.Style.LINE, SpeciesPalette.colour(series.size())));
		final String title = "Reference spectra in " + Paths.of("path", path).getFileName();
		Windows.table(title, Tables.references(library.spectra()));
		Windows.plot(new PlotPanel(title, "Energy (eV)", normalized.equals(library.spectra()) ? "Absorption"
			: "Normalised absorption", series));
	}

	/** @return as it is when it is too short for a normalisation */
	private static Spectrum normalized(final Spectrum spectrum) {
		try {
			return Normalization.of(spectrum, NormalizationMethod.AUTO, Normalization.Options.AUTOMATIC);
		}
		catch (final InputException e) {
			return spectrum;
		}
	}
}
