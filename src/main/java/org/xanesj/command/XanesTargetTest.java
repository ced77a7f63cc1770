// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.List;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.FitBasis;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.speciate.Speciate;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Whether references lie in the space of the components: Malinowski's SPOIL and its verdict. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Target Test...", weight = 21) })
public class XanesTargetTest extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "References", style = "both", columns = 34,
		description = "A file of reference spectra, or a folder of them.")
	private String references = "";

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many principal components make up the space in which the references are sought.")
	private int components = 0;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final ReferenceLibrary library = ReferenceFiles.open(Paths.of("references", references));
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components);
		final FitBasis basis = FitBasis.of(new Sample(stack, Optional.empty(), Optional.empty(), library), options, runner);
		say(basis.notes());
		Windows.table("Target tests on " + image.getTitle(), SpeciationTables.targets(Speciate.targets(basis.references(), basis.ground())));
		say(List.of("SPOIL knows no error of the reference and grows with the number of pixels: it ranks, it does not decide."));
	}
}
