// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.factor.McrMethod;
import org.xanesj.factor.McrStart;
import org.xanesj.fit.SpeciesMaps;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.PanelColumn;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.report.Choices;
import org.xanesj.report.EndMemberPlots;
import org.xanesj.report.EndMemberTables;
import org.xanesj.report.SpeciationFiles;
import org.xanesj.speciate.Closure;
import org.xanesj.speciate.EndMemberOptions;
import org.xanesj.speciate.EndMembers;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Sparsity;
import org.xanesj.stack.SpectralImage;

/** Finds species and their amounts without references, and how far others would do as well. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES MCR-ALS...", weight = 24) })
public class XanesMcrAls extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0", max = "10",
		description = "How many species; 0: as many as components stand above the noise.")
	private int components = 0;

	@Parameter(label = "Method", choices = { "mcr-als", "nmf" },
		description = "mcr-als: alternating least squares from the purest pixels. nmf: the plain non-negative factorisation (HALS), " +
			"from random pixels.")
	private String method = "mcr-als";

	@Parameter(label = "Start", persist = false, choices = { "vca", "simplisma" },
		description = "By which rule the purest pixels are found, where mcr-als begins.")
	private String start = "vca";

	@Parameter(label = "References", style = "both", required = false, columns = 34,
		description = "Optional: a file or a folder of reference spectra, to name what was found and to hold some fixed.")
	private String references = "";

	@Parameter(label = "Fixed", required = false, persist = false,
		description = "Names of references that are in the sample and are not changed, with commas between.")
	private String fixed = "";

	@Parameter(label = "Closure", persist = false, choices = { "edge-step", "none" },
		description = "edge-step: maps hold shares of the edge step that sum to one. none: amounts of spectra of maximum one.")
	private String closure = "edge-step";

	@Parameter(label = "Sparsity", persist = false, choices = { "bic", "none" },
		description = "bic: amounts within the noise are held at zero while species are resolved. none: non-negativity alone.")
	private String sparsity = "bic";

	@Parameter(label = "Iterations", persist = false, min = "1", description = "At most so many.")
	private int iterations = 200;

	@Parameter(label = "Tolerance", persist = false, min = "0",
		description = "The end is reached when an iteration lowers the misfit by less than this part of it.")
	private double tolerance = 1e-6;

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

	@Parameter(label = "Seed", description = "The same seed samples the same pixels and gives the same species.")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus abundances;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus uncertainty;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus quality;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus range;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final EndMemberOptions options = new EndMemberOptions(components, McrMethod.named(method), McrStart.named(start),
			Arrays.stream(fixed.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList(), Closure.named(closure),
			Sparsity.named(sparsity), iterations, tolerance, fit_from, fit_to, exclude, seed);
		final EndMembers found = EndMembers.of(new Sample(stack, Optional.empty(), Choices.mask(mask, stack), Choices
			.references(references)), options, runner);
		say(found.notes());
		tables(found);
		plots(found);
		final SpeciesMaps maps = found.maps();
		range = Windows.output(Windows.common(maps("Range of abundances", ranged(maps.names()), ranged(found), stack), options
			.closure().constraint()));
		quality = Windows.output(DisplayRange.ofEachMap(maps("Quality", SpeciationFiles.QUALITY, maps.quality(), stack), SpeciationFiles.QUALITY.size()));
		final ImagePlus errors = maps("Uncertainty", maps.names(), maps.errors(), stack);
		DisplayRange.ofAllSlices(errors);
		uncertainty = Windows.output(errors);
		abundances = Windows.output(Windows.fractions("Abundances of " + image.getTitle(), maps, options.closure()
			.constraint(), stack));
	}

	private void tables(final EndMembers found) {
		Windows.table("Species of " + image.getTitle(), EndMemberTables.members(found.members()));
		Windows.table("Convergence on " + image.getTitle(), EndMemberTables.convergence(found.mcr()));
		Windows.table("Species spectra of " + image.getTitle(), EndMemberTables.spectra(found));
	}

	private void plots(final EndMembers found) {
		picture("Convergence on " + image.getTitle(), EndMemberPlots.convergence("Convergence", found.mcr()));
		picture("Range of species spectra of " + image.getTitle(), EndMemberPlots.ranges("Range of species spectra", found));
		Windows.plot(EndMemberPlots.spectra("Species spectra of " + image.getTitle(), found));
	}

	private static void picture(final String title, final List<PlotPanel> panels) {
		Windows.besides(new ImagePlus(title, PanelColumn.draw(panels)));
	}

	/** @return the lowest and the highest of each species, one after the other */
	private static List<String> ranged(final List<String> names) {
		return names.stream().flatMap(name -> List.of(name + ", lowest", name + ", highest").stream()).toList();
	}

	private static float[][] ranged(final EndMembers found) {
		final List<float[]> maps = new ArrayList<>();
		for (int k = 0; k < found.members().size(); k++) maps.addAll(List.of(found.ranges().lowest()[k], found.ranges()
			.highest()[k]));
		return maps.toArray(float[][]::new);
	}

	private ImagePlus maps(final String title, final List<String> names, final float[][] maps, final SpectralImage stack) {
		return MapImages.maps(title + " of " + image.getTitle(), names, maps, stack.width(), stack.height(), stack.depth(),
			stack.info().pixelSize());
	}
}
