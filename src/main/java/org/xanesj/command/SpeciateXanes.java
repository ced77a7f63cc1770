// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.io.IOService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Abandonable;
import org.xanesj.block.Progress;
import org.xanesj.block.Runner;
import org.xanesj.io.Paths;
import org.xanesj.report.ResultFolder;
import org.xanesj.report.RunRequest;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.PlaneMaps;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.SpectralImage;

/** The main job: a stack becomes a labelled species map. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "Speciate XANES...", weight = 0) })
public class SpeciateXanes extends XanesCommand {

	@Parameter
	private IOService io;

	@Parameter(label = "Stack", style = "both", columns = 34, required = false, persist = false,
		description = "A file or folder, which may be dropped here. Empty: the active image.")
	private String stack = "";

	@Parameter(label = "References", style = "both", columns = 34, required = false,
		description = "A file of reference spectra, or a folder of them. Empty: components and clusters only.")
	private String references = "";

	@Parameter(label = "Output folder", style = "directory", columns = 34, required = false, persist = false,
		description = "For maps, tables and the report; made if it is not there. Empty: windows only.")
	private String output = "";

	@Parameter(label = "Stack holds", persist = false, choices = { "auto", "absorption", "transmission" },
		description = "Absorption (optical density, fluorescence) or transmitted counts. auto: transmission when an I0 is " +
			"given or the file says counts, else absorption.")
	private String mode = "auto";

	@Parameter(label = "I0", style = "open", columns = 34, required = false, persist = false,
		description = "For transmitted counts: a file with the incident spectrum, or brightest (the mean of the brightest " +
			"5 % of pixels). Empty: none for absorption, brightest for counts.")
	private String i0 = "";

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private final String rest = "What follows may stay as it is. 0 and auto: found from the data, and told in the Log.";

	@Parameter(label = "Energies", style = "open", columns = 34, required = false, persist = false,
		description = "A text file with one energy (eV or keV) for each image, when the stack carries none and none lies " +
			"beside it.")
	private String energies = "";

	@Parameter(label = "Fit", persist = false, choices = { "baseline", "normalized" },
		description = "baseline: absorption with a free straight line under it, which noisy pixels need. normalized: every " +
			"spectrum normalised first, the classic way.")
	private String fit = "baseline";

	@Parameter(label = "Normalization of references", persist = false, choices = { "auto", "larch", "pre-edge", "area", "none" },
		description = "auto: Larch's rules; none on short stacks.")
	private String normalization = "auto";

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many principal components are kept.")
	private int components = 0;

	@Parameter(label = "Clusters (0: automatic)", persist = false, min = "0",
		description = "How many groups of like pixels are made.")
	private int clusters = 0;

	@Parameter(label = "Most species in a cluster", persist = false, min = "1",
		description = "Every combination of up to so many references is fitted to each cluster.")
	private int max_species = 3;

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

	@Parameter(label = "Core-hole width (eV, 0: automatic)", persist = false, min = "0",
		description = "Window over width counts the independent points of Hamilton's test. 0: tabulated for the edge.")
	private double core_hole = 0;

	@Parameter(label = "Mask", persist = false, style = "open", columns = 34,
		description = "auto: where the element is. none: all pixels. Or an image or aXis mask file of the stack's size.")
	private String mask = "auto";

	@Parameter(label = "Seed", persist = false, description = "Of the clusters: the same seed gives the same ones.")
	private long seed = 1;

	@Parameter(label = "Calibrate references", persist = false, choices = { "auto", "none", "always" },
		description = "One energy shift, broadening and self-absorption of the whole library, fitted on the clusters. auto: when their " +
			"fits call for it.")
	private String calibrate = "auto";

	@Parameter(label = "Errors of pixels", persist = false, choices = { "auto", "fit", "bayesian", "bootstrap" },
		description = "fit: of the one fit by all references in use. bayesian: not knowing which references are there counts too. " +
			"bootstrap: the one fit, made again " +
			"with noise drawn 200 times. auto: bayesian, and fit where spectra are normalised.")
	private String errors = "auto";

	@Parameter(label = "False alarms of unknown (0: no test)", persist = false, min = "0", max = "0.5",
		description = "The part of well explained pixels that may be called unknown.")
	private double false_alarm = 0.01;

	@Parameter(label = "Add clusters to the ROI Manager", persist = false,
		description = "The outline of each cluster, after what is there.")
	private boolean add_rois = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus spectra;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus species;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus overlay;

	@Override
	protected void run(final Runner runner) {
		final RunRequest request = new RunRequest(stack, energies, references, output, mode, i0, fit, normalization, components,
			clusters, max_species, sum_to_one, fit_from, fit_to, exclude, core_hole, mask, seed, calibrate, errors, false_alarm);
		final SpeciateOptions options = request.options(); // what is mistyped is told before a large stack is read
		final Optional<ResultFolder> folder = request.folder();
		final StackSource.Opened opened = opened(runner.progress());
		final SpectralImage image = opened.image();
		Windows.checkOutlines(add_rois, image);
		if (folder.isEmpty()) MapsInMemory.require(image, 1);
		SpeciationFigures.require(image, 1);
		final Sample sample = request.sample(image);
		final Findings found = Abandonable.call("Speciate XANES", () -> Speciate.find(sample, options, runner), runner
			.progress());
		say(List.of("Speciate XANES: " + image.info().name() + "."));
		say(found.assumptions());
		final Optional<MapsInMemory> maps = folder.isEmpty() || MapsInMemory.fit(image, found.inUse().size()) ? Optional.of(
			new MapsInMemory(found)) : Optional.empty();
		final PlaneMaps.Sink shown = maps.isPresent() ? maps.get() : plane -> {};
		final SpeciationFigures figures = folder.map(f -> written(f, new SpeciationFiles(found, request.inputs(opened
			.energies(), found.options().mode()), runner, shown), runner.progress())).orElseGet(() -> SpeciationFigures.of(found,
				runner, shown));
		if (folder.isPresent()) say(List.of("The results are in " + Paths.whole(output) + "."));
		if (maps.isEmpty()) say(List.of("The maps are too large for a window: open the files of that folder."));
		final SpeciationWindows windows = new SpeciationWindows(found, figures, maps);
		Windows.table("Clusters of " + image.info().name(), SpeciationTables.clusters(found.results()));
		spectra = Windows.output(windows.spectra());
		species = windows.species().map(Windows::output).orElse(null);
		overlay = Windows.output(windows.overlay());
		if (add_rois) Windows.addToRoiManager(figures.labels(), figures.legend());
	}

	private static SpeciationFigures written(final ResultFolder folder, final SpeciationFiles files,
		final Progress progress)
	{
		folder.replace(files::writeTo, SpeciationFiles::isOurs, progress);
		return files.figures();
	}

	private StackSource.Opened opened(final Progress progress) {
		final Optional<Path> given = Paths.optional(energies);
		final Optional<Path> file = Paths.optional(stack);
		if (file.isPresent()) return new StackSource(io).open(file.get(), given, progress);
		return new StackSource.Opened(given.map(ActiveStack::current).orElseGet(() -> ActiveStack.current(context(), progress)), given);
	}
}
