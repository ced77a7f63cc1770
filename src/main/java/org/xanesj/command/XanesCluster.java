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
import org.xanesj.block.Abandonable;
import org.xanesj.block.Runner;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.report.Choices;
import org.xanesj.speciate.Certainty;
import org.xanesj.speciate.ClusterMap;
import org.xanesj.speciate.FitBasis;
import org.xanesj.speciate.GroupingOptions;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpaceOptions;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Groups pixels by what they are made of, by one of several methods. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Cluster...", weight = 22) })
public class XanesCluster extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Method", persist = false, choices = { "k-means", "gaussian-mixture", "density" },
		description = "k-means: round groups of one size. gaussian-mixture: long, flat or tilted ones. density: any shape, and as " +
			"many as there are.")
	private String method = "k-means";

	@Parameter(label = "Clusters (0: automatic)", persist = false, min = "0",
		description = "How many groups of like pixels are made.")
	private int clusters = 0;

	@Parameter(label = "Criterion of their number", persist = false, choices = { "auto", "noise", "silhouette", "bic" },
		description = "noise: the fewest that differ within by no more than noise. auto: noise where it is known, else silhouette. " +
			"All are shown.")
	private String criterion = "auto";

	@Parameter(label = "Group by", persist = false, choices = { "scores", "spectra", "fractions" },
		description = "scores: of line-free spectra, whatever the thickness. spectra: absorption, normalised or as it is. " +
			"fractions: fits of references.")
	private String of = "scores";

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many principal components are kept.")
	private int components = 0;

	@Parameter(label = "False alarm rate of \"no cluster\"", persist = false, min = "0",
		description = "Share of the pixels of a cluster that may be labelled as fitting none. 0 assigns all pixels. Not for density.")
	private double false_alarm = 0.001;

	@Parameter(label = "Seed", description = "The same seed gives the same clusters.")
	private long seed = 1;

	@Parameter(label = "Variant of scores", persist = false, choices = { "xanesj", "mantis" },
		description = "xanesj: line-free, whitened, of unit length. mantis: absorption as it is, minus its mean, as MANTiS does.")
	private String variant = "xanesj";

	@Parameter(label = "Gamma (mantis)", persist = false, min = "0",
		description = "Weaker components are raised by the ratio of eigenvalues to this power. 0: not at all.")
	private double gamma = 0;

	@Parameter(label = "First component (mantis)", persist = false, choices = { "keep", "drop" },
		description = "drop: reduces what thickness does, as in MANTiS.")
	private String first = "keep";

	@Parameter(label = "Eps (density, 0: automatic)", persist = false, min = "0",
		description = "How near neighbours are. 0: where the distances to neighbours bend.")
	private double eps = 0;

	@Parameter(label = "Neighbours (density, 0: automatic)", persist = false, min = "0",
		description = "So many within eps, itself among them, make a core point. 0: twice the dimensions, at least 4.")
	private int min_points = 0;

	@Parameter(label = "References (fractions)", style = "both", columns = 34, required = false, persist = false,
		description = "A file or a folder of reference spectra, when pixels are grouped by fractions.")
	private String references = "";

	@Parameter(label = "Normalization (spectra, fractions)", persist = false, choices = { "auto", "larch", "pre-edge", "area",
		"none" }, description = "Of the spectra that are grouped, or of the references. none: as they are. auto: Larch's; none on short stacks.")
	private String normalization = "auto";

	@Parameter(label = "Add clusters to the ROI Manager", persist = false,
		description = "The outline of each cluster, after what is there.")
	private boolean add_rois = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus labels;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus overlay;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		Windows.checkOutlines(add_rois, stack);
		MapsInMemory.require(stack, 0);
		final GroupingOptions grouping = new GroupingOptions(Choices.of("method", method, GroupingOptions.Method.class),
			Choices.of("criterion", criterion, GroupingOptions.Criterion.class), clusters, false_alarm, eps, min_points, seed);
		final SpaceOptions by = new SpaceOptions(Choices.of("of", of, SpaceOptions.Of.class), Choices.of("variant", variant,
			SpaceOptions.Variant.class), gamma, Choices.of("first", first, SpaceOptions.First.class), NormalizationMethod.named(
				normalization));
		final Sample sample = new Sample(stack, Optional.empty(), Optional.empty(), library(by));
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components).with(by.normalization()).with(Certainty.PLAIN);
		final FitBasis basis = Abandonable.call("XANES Cluster", () -> FitBasis.of(sample, options, runner), runner.progress());
		say(basis.notes());
		final ClusterMap map = Abandonable.call("XANES Cluster", () -> ClusterMap.of(basis, by, grouping, runner), runner
			.progress());
		say(map.notes());
		final ClusterWindows windows = new ClusterWindows(image.getTitle(), basis.ground().image(), map, runner);
		windows.showTablesAndPlots();
		labels = Windows.output(windows.labels());
		overlay = Windows.output(windows.overlay());
		if (add_rois) Windows.addToRoiManager(windows.labelMap(), windows.legend());
	}

	private ReferenceLibrary library(final SpaceOptions by) {
		if (by.of() == SpaceOptions.Of.FRACTIONS) return Choices.references(references);
		if (!references.isBlank()) throw new InputException("References are given, but of=" + of + ".",
			"Use of=fractions, or leave references out.");
		return ReferenceLibrary.of(List.of());
	}
}
