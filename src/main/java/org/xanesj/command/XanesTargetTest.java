// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.factor.NeedleSearch;
import org.xanesj.factor.TargetScale;
import org.xanesj.factor.TargetTest;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.report.SpeciationTables;
import org.xanesj.report.TargetFigures;
import org.xanesj.speciate.FitBasis;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.PureSpectra;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.speciate.Targets;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/**
 * Whether references lie in the space of the components: Malinowski's SPOIL and its verdict. Or, without references, the
 * spectra in that space that can be those of pure species.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Target Test...", weight = 21) })
public class XanesTargetTest extends XanesCommand {

	private static final String REFERENCES = "references";
	private static final String NEEDLE = "needle";

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Method", choices = { REFERENCES, NEEDLE }, persist = false,
		description = "references: each is tested and ranked by SPOIL. needle: spectra of species are estimated without references, " +
			"by iterative target transformation.")
	private String method = REFERENCES;

	@Parameter(label = "References", style = "both", columns = 34,
		description = "A file of reference spectra, or a folder of them. Not used by method=needle.")
	private String references = "";

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many principal components make up the space in which the references are sought.")
	private int components = 0;

	@Parameter(label = "Scale", choices = { "free", "fixed" }, persist = false,
		description = "free: the components may make less than the whole edge of a reference (Malinowski). fixed: they must make the " +
			"whole edge.")
	private String scale = "free";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus projections;

	@Override
	protected void run(final Runner runner) {
		final TargetScale scaled = TargetScale.named(scale);
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components);
		if (method.equals(NEEDLE)) estimate(stack, options, runner);
		else if (method.equals(REFERENCES)) test(stack, options, scaled, runner);
		else throw new InputException("method=" + method + " is not known.", "Use references or needle.");
	}

	private void test(final SpectralImage stack, final SpeciateOptions options, final TargetScale scaled,
		final Runner runner)
	{
		final ReferenceLibrary library = ReferenceFiles.open(Paths.of("references", references));
		final FitBasis basis = FitBasis.of(new Sample(stack, Optional.empty(), Optional.empty(), library), options, runner);
		say(basis.notes());
		final List<TargetTest> tests = Targets.of(basis.references(), basis.ground(), scaled);
		Windows.table("Target tests on " + image.getTitle(), SpeciationTables.targets(tests));
		say(List.of("SPOIL knows no error of the reference and grows with the number of pixels: it ranks, it does not decide."));
		show("Targets of ", TargetFigures.of(tests, basis.references(), basis.ground()), TargetFigures.LABEL);
	}

	private void estimate(final SpectralImage stack, final SpeciateOptions options, final Runner runner) {
		final Groundwork ground = Groundwork.of(new Sample(stack, Optional.empty(), Optional.empty(), ReferenceLibrary.of(List
			.of())), options, runner);
		say(ground.notes());
		final List<NeedleSearch.Found> found = PureSpectra.of(ground);
		say(List.of(PureSpectra.NOTE));
		Windows.table("Needles of " + image.getTitle(), Needles.table(found, ground.axis()));
		Windows.table("Estimated spectra of " + image.getTitle(), Needles.spectra(found, ground.axis()));
		show("Estimated spectra of ", Needles.figures(found, ground.axis()), Needles.LABEL);
	}

	private void show(final String what, final List<FittedSpectrum> spectra, final String label) {
		projections = Windows.output(new ImagePlus(what + image.getTitle(), SpectraPlot.draw(spectra, label)));
	}
}
