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
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.MapImages;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.report.Choices;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.speciate.Certainty;
import org.xanesj.speciate.FitBasis;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.Mode;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Fits all given references in every pixel. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Map Species...", weight = 31) })
public class XanesMapSpecies extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "References", style = "both", columns = 34,
		description = "A file or a folder of reference spectra: all of them are fitted in every pixel.")
	private String references = "";

	@Parameter(label = "Fit", persist = false, choices = { "baseline", "normalized" },
		description = "baseline: absorption with a free straight line under it, which noisy pixels need. normalized: every " +
			"spectrum normalised first, the classic way.")
	private String fit = "baseline";

	@Parameter(label = "Normalization of references", persist = false, choices = { "auto", "larch", "pre-edge", "area", "none" },
		description = "auto: Larch's rules; none on short stacks.")
	private String normalization = "auto";

	@Parameter(label = "Fractions sum to one", persist = false, description = "Off: amounts in units of the references.")
	private boolean sum_to_one = true;

	@Parameter(label = "Fit from (eV, 0: automatic)", persist = false, min = "0",
		description = "0: 20 eV below E0; on short stacks the first energy.")
	private double fit_from = 0;

	@Parameter(label = "Fit to (eV, 0: automatic)", persist = false, min = "0",
		description = "0: 70 eV above E0; on short stacks the last energy.")
	private double fit_to = 0;

	@Parameter(label = "Exclude (eV)", required = false, persist = false,
		description = "Bad energies or ranges of energies, such as 7120-7121,7150")
	private String exclude = "";

	@Parameter(label = "Mask", style = "open", columns = 34, persist = false,
		description = "auto: where the element is. none: all pixels. Or an image or aXis mask file of the stack's size.")
	private String mask = "auto";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus species;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus uncertainty;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus quality;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		MapsInMemory.require(stack, 1);
		final ReferenceLibrary library = ReferenceFiles.open(Paths.of("references", references));
		final SpeciateOptions options = new SpeciateOptions(Mode.AUTO, Choices.fit(fit), NormalizationMethod.named(
			normalization), 0, 0, 1, Choices.constraint(sum_to_one), fit_from, fit_to, exclude, 0, 1,
			Certainty.DEFAULT);
		final FitBasis basis = FitBasis.of(new Sample(stack, Optional.empty(), Choices.mask(mask, stack), library), options,
			runner);
		say(basis.notes());
		final SpeciesMaps maps = basis.fitting().map(basis.references().spectra());
		species = Windows.output(Windows.fractions("Species fractions of " + image.getTitle(), maps, options.constraint(),
			stack));
		final ImagePlus errors = maps("Uncertainty", maps.names(), maps.errors(), stack);
		DisplayRange.ofAllSlices(errors);
		uncertainty = Windows.output(errors);
		quality = Windows.output(DisplayRange.ofEachMap(maps("Quality", SpeciationFiles.QUALITY, new float[][] { maps
			.rFactor(), maps.reducedChiSquare(), maps.edgeStep() }, stack), SpeciationFiles.QUALITY.size()));
	}

	private ImagePlus maps(final String title, final List<String> names, final float[][] maps, final SpectralImage stack) {
		return MapImages.maps(title + " of " + image.getTitle(), names, maps, stack.width(), stack.height(), stack.depth(),
			stack.info().pixelSize());
	}
}
