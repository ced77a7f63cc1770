// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.io.Paths;
import org.xanesj.io.SpectrumFile;
import org.xanesj.prepare.Absorbance;
import org.xanesj.prepare.FinitePixels;
import org.xanesj.prepare.IncidentIntensity;
import org.xanesj.report.Choices;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Signal;
import org.xanesj.stack.SpectralImage;

/** Transmitted counts become optical density. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Optical Density...", weight = 10) })
public class XanesOpticalDensity extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "I0", style = "open", columns = 34, persist = false,
		description = "A file with the incident spectrum. roi: the mean of the selection. brightest: of the brightest 5 % of pixels.")
	private String i0 = "brightest";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus opticalDensity;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage counts = ActiveStack.read(image, context(), runner.progress());
		final IncidentIntensity incident = incident(counts, runner);
		final SpectralImage absorption = counts.source().isPresent() ? Absorbance.lazily(counts, incident) : Absorbance.of(counts,
			incident, runner).image();
		say(absorption.info().notes());
		opticalDensity = Windows.stack("Optical density of " + image.getTitle(), absorption);
	}

	private IncidentIntensity incident(final SpectralImage counts, final Runner runner) {
		if (i0.equals("brightest")) return IncidentIntensity.ofBrightest(counts, FinitePixels.of(
			counts.with(counts.info().with(Signal.COUNTS)), runner).mask(), runner);
		if (!i0.equals("roi")) return IncidentIntensity.of(SpectrumFile.read(Paths.of("i0", i0)));
		if (image.getRoi() == null) throw new InputException(image.getTitle() + " has no selection, and i0=roi.",
			"Select a region without sample, or use brightest or a file.");
		return IncidentIntensity.ofRegion(counts, Choices.everyPlane(RoiMasks.of(image.getRoi(), counts.width(), counts
			.height()), counts), runner);
	}
}
