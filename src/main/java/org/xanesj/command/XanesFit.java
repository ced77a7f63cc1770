// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.cluster.Labels;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RankedFit;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.prepare.MeanSpectrum;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.report.Choices;
import org.xanesj.report.Csv;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Certainty;
import org.xanesj.speciate.FitBasis;
import org.xanesj.speciate.Fitting;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.Mode;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.speciate.SpectralClusters;
import org.xanesj.stack.InputException;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;
import org.xanesj.stack.Spectrum;

/** Fits mean spectra (of selections, of clusters, of all) by every combination of a few references. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Fit...", weight = 30) })
public class XanesFit extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Spectra", choices = { "roi", "cluster", "mean" },
		description = "Mean spectra to fit. roi: of each selection, or of those in the ROI Manager. cluster: of each automatic cluster. " +
			"mean: of all pixels with the element.")
	private String source = "mean";

	@Parameter(label = "References", style = "both", columns = 34,
		description = "A file of reference spectra, or a folder of them.")
	private String references = "";

	@Parameter(label = "Fit", persist = false, choices = { "baseline", "normalized" },
		description = "baseline: absorption with a free straight line under it, which noisy pixels need. normalized: every " +
			"spectrum normalised first, the classic way.")
	private String fit = "baseline";

	@Parameter(label = "Normalization of references", persist = false, choices = { "auto", "larch", "pre-edge", "area", "none" },
		description = "auto: Larch's rules; none on short stacks.")
	private String normalization = "auto";

	@Parameter(label = "Most species in a spectrum", persist = false, min = "1",
		description = "Every combination of up to so many references is fitted.")
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

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus figure;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final ReferenceLibrary library = ReferenceFiles.open(Paths.of("references", references));
		final SpeciateOptions options = new SpeciateOptions(Mode.AUTO, Choices.fit(fit), NormalizationMethod.named(
			normalization), 0, 0, max_species, Choices.constraint(sum_to_one), fit_from, fit_to, exclude, core_hole, 1,
			Certainty.DEFAULT);
		final FitBasis basis = FitBasis.of(new Sample(stack, Optional.empty(), Optional.empty(), library), options, runner);
		final Groundwork ground = basis.ground();
		final Fitting fitting = basis.fitting();
		say(basis.notes());
		final Csv table = SpeciationTables.fits("spectrum");
		final List<FittedSpectrum> drawn = new ArrayList<>();
		for (final RoiMasks.Named region : regions(ground, runner)) {
			final Mask usable = region.mask().and(ground.usable()::contains);
			final Spectrum mean = MeanSpectrum.of(ground.image(), usable, runner).mean().named(region.name());
			final List<RankedFit> fits = fitting.fit(mean, usable.count(), basis.references().spectra());
			SpeciationTables.addFits(table, region.name(), fits);
			fitting.misfit(region.name(), fits).ifPresent(warning -> say(List.of(warning)));
			drawn.add(BestFit.of(fitting.prepared(mean), fits.get(0).fit(), drawn.size()));
		}
		Windows.table("Fits of " + image.getTitle(), table);
		Windows.table("Fitted spectra of " + image.getTitle(), Tables.fitted(drawn));
		figure = Windows.output(new ImagePlus("Fits of " + image.getTitle(), SpectraPlot.draw(drawn, options
			.fit() == FitWay.NORMALIZED ? "Normalised absorption" : "Absorption")));
	}

	private List<RoiMasks.Named> regions(final Groundwork ground, final Runner runner) {
		if (source.equals("mean")) return List.of(new RoiMasks.Named("mean of " + image.getTitle(), ground.edge().mask()));
		final List<RoiMasks.Named> regions = new ArrayList<>();
		if (source.equals("roi")) for (final RoiMasks.Named roi : RoiMasks.chosen(image)) regions.add(new RoiMasks.Named(roi
			.name(), Choices.everyPlane(roi.mask(), ground.image())));
		else if (source.equals("cluster")) {
			final Labels labels = SpectralClusters.of(ground, 0, 1, runner).labels(ground, runner);
			for (int c = 1; c <= labels.count(); c++) regions.add(new RoiMasks.Named("cluster " + c, labels.mask(c)));
		}
		else throw new InputException("source=" + source + " is not known.", "Use roi, cluster or mean.");
		return regions;
	}
}
