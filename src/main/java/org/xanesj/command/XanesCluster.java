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
import org.xanesj.imagej.LabelLut;
import org.xanesj.imagej.MapImages;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Findings;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.Speciate;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Groups pixels by what they are made of, without references. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Cluster...", weight = 22) })
public class XanesCluster extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Clusters (0: automatic)", persist = false, min = "0",
		description = "How many groups of like pixels are made.")
	private int clusters = 0;

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many principal components are kept.")
	private int components = 0;

	@Parameter(label = "Seed", description = "The same seed gives the same clusters.")
	private long seed = 1;

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
		final Sample sample = new Sample(stack, Optional.empty(), Optional.empty(), ReferenceLibrary.of(List.of()));
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components).withClusters(clusters, seed);
		final Findings found = Abandonable.call("XANES Cluster", () -> Speciate.find(sample, options, runner), runner
			.progress());
		say(found.assumptions());
		final MapsInMemory maps = new MapsInMemory(found);
		final SpeciationFigures figures = SpeciationFigures.of(found, runner, maps);
		final SpeciationWindows windows = new SpeciationWindows(found, figures, Optional.of(maps));
		final ImagePlus map = MapImages.labels("Cluster labels of " + image.getTitle(), maps.labels(), stack.width(), stack
			.height(), stack.depth(), stack.info().pixelSize());
		LabelLut.apply(map, figures.legend());
		Windows.table("Clusters of " + image.getTitle(), SpeciationTables.clusters(found.results()));
		Windows.plot(windows.means());
		labels = Windows.output(map);
		overlay = Windows.output(windows.overlay());
		if (add_rois) Windows.addToRoiManager(figures);
	}
}
