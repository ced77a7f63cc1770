// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.io.IOService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.io.SpectrumFile;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.report.ResultFolder;
import org.xanesj.report.RunInputs;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.speciate.Mode;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.speciate.Speciation;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** The main job: a stack becomes a labelled species map. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "Speciate XANES...", weight = 0) })
public class SpeciateXanes extends XanesCommand {

	private static final String BRIGHTEST = "brightest";

	@Parameter
	private IOService io;

	@Parameter(label = "Stack", style = "open", required = false, description = "File or folder; empty: the active image")
	private String stack = "";

	@Parameter(label = "Energies", style = "open", required = false, persist = false,
		description = "A text file with one energy for each image, when the stack carries none")
	private String energies = "";

	@Parameter(label = "References", required = false, style = "open",
		description = "A file or a folder of reference spectra; empty: components and clusters only")
	private String references = "";

	@Parameter(label = "Output", style = "directory", required = false,
		description = "A folder for all results, made if it is not there; empty: windows only")
	private String output = "";

	@Parameter(label = "Values are", choices = { "auto", "absorption", "transmission" },
		description = "auto: transmission when an I0 is given or the file says counts")
	private String mode = "auto";

	@Parameter(label = "I0", required = false, persist = false,
		description = "A file with the incident spectrum, or brightest (the brightest 5 % of pixels)")
	private String i0 = "";

	@Parameter(label = "Fit", choices = { "baseline", "normalized" },
		description = "baseline: absorption with a free line under it; normalized: the classic way")
	private String fit = "baseline";

	@Parameter(label = "Normalization", choices = { "auto", "larch", "pre-edge", "area", "none" },
		description = "Of the references; auto: Larch's rules, none on short stacks")
	private String normalization = "auto";

	@Parameter(label = "Components", min = "0", description = "0: automatic")
	private int components = 0;

	@Parameter(label = "Clusters", min = "0", description = "0: automatic")
	private int clusters = 0;

	@Parameter(label = "Most species in a cluster", min = "1")
	private int max_species = 3;

	@Parameter(label = "Fractions sum to one", description = "Off: amounts in units of the references")
	private boolean sum_to_one = true;

	@Parameter(label = "Fit from (eV)", min = "0", description = "0: 20 eV below E0; on short stacks the first energy")
	private double fit_from = 0;

	@Parameter(label = "Fit to (eV)", min = "0", description = "0: 70 eV above E0; on short stacks the last energy")
	private double fit_to = 0;

	@Parameter(label = "Exclude (eV)", required = false, persist = false,
		description = "Bad energies or ranges, such as 7120-7121,7150")
	private String exclude = "";

	@Parameter(label = "Mask", description = "auto (where the element is), none, or an image or aXis mask file")
	private String mask = "auto";

	@Parameter(label = "Seed", description = "The same seed gives the same clusters")
	private long seed = 1;

	@Parameter(label = "Add clusters to the ROI Manager", persist = false)
	private boolean add_rois = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus overlay;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus species;

	@Override
	protected void run(final Runner runner) {
		final Optional<ResultFolder> folder = Paths.optional(output).map(ResultFolder::new);
		final SpectralImage image = image();
		final Optional<Spectrum> incident = incident();
		final Sample sample = new Sample(image.with(image.info().noting(incident.map(SpeciateXanes::notes).orElse(List
			.of()))), incident, Choices.mask(mask, image), Choices.references(references));
		final Speciation result = Speciate.run(sample, options(), runner);
		say(result.assumptions());
		folder.ifPresent(f -> f.replace(to -> new SpeciationFiles(result, inputs()).writeTo(to)));
		final SpeciationWindows windows = new SpeciationWindows(result);
		overlay = Windows.output(windows.overlay());
		species = windows.species().map(Windows::output).orElse(null);
		windows.showSpectra();
		if (add_rois) Windows.addToRoiManager(new SpeciationFigures(result));
	}

	private SpectralImage image() {
		final Optional<Path> given = Paths.optional(energies);
		return Paths.optional(stack).map(file -> new StackSource(io).open(file, given)).orElseGet(() -> given.map(
			ActiveStack::current).orElseGet(ActiveStack::current));
	}

	/** What was assumed when the I0 was read. */
	private static List<String> notes(final Spectrum incident) {
		return incident.metadata().getOrDefault(SpectrumFile.NOTES, "").lines().toList();
	}

	private Optional<Spectrum> incident() {
		return i0.isBlank() || i0.equals(BRIGHTEST) ? Optional.empty() : Optional.of(SpectrumFile.read(Paths.of("i0", i0)));
	}

	private SpeciateOptions options() {
		final Mode chosen = Mode.named(mode);
		return new SpeciateOptions(chosen == Mode.AUTO && i0.equals(BRIGHTEST) ? Mode.TRANSMISSION : chosen, Choices.fit(fit),
			NormalizationMethod.named(normalization), components, clusters, max_species, Choices.constraint(sum_to_one),
			fit_from, fit_to, exclude, seed);
	}

	private RunInputs inputs() {
		return new RunInputs(stack, energies, references, output, i0, mask);
	}
}
