// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.edge.EdgeAnalysis;
import org.xanesj.edge.EdgeMaps;
import org.xanesj.edge.EdgeMethod;
import org.xanesj.edge.PeakWindow;
import org.xanesj.edge.Quantity;
import org.xanesj.edge.StateCalibration;
import org.xanesj.edge.StateMaps;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.RoiMasks;
import org.xanesj.io.Paths;
import org.xanesj.io.ReferenceFiles;
import org.xanesj.io.StateTable;
import org.xanesj.prepare.Normalization;
import org.xanesj.report.Choices;
import org.xanesj.report.EdgeTables;
import org.xanesj.speciate.EdgeSurvey;
import org.xanesj.speciate.MapsInMemory;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.StateReferences;
import org.xanesj.stack.InputException;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Edge energy, white line, pre-edge peak and oxidation state of every pixel, with their errors. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES Edge Energy...", weight = 35) })
public class XanesEdgeEnergy extends XanesCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Method", choices = { "derivative", "half-height", "integral" },
		description = "derivative: where a spectrum is steepest. half-height: where it passes one half of its edge step. integral: " +
			"the place of a sharp step with the same area between two levels.")
	private String method = "derivative";

	@Parameter(label = "Search window (± eV)", min = "0", persist = false,
		description = "How far from the edge of the mean spectrum that of a pixel is looked for.")
	private double window = 10;

	@Parameter(label = "Smoothing (± eV, 0: automatic)", min = "0", persist = false,
		description = "Half the width of the smoothing window. 0: as little as makes the errors true. Give one to compare stacks.")
	private double smoothing = 0;

	@Parameter(label = "Integral from (share of the step)", min = "0", max = "2", persist = false,
		description = "The lower level of the integral method.")
	private double level_from = 0.15;

	@Parameter(label = "Integral to (share of the step)", min = "0", max = "2", persist = false,
		description = "The upper level of the integral method.")
	private double level_to = 1;

	@Parameter(label = "Pre-edge peak from (eV, 0: automatic)", min = "0", persist = false,
		description = "0 in both: from 3.5 eV below to 3.5 eV above the tabulated K edge of Ti to Cu; no peak for others.")
	private double peak_from = 0;

	@Parameter(label = "Pre-edge peak to (eV, 0: automatic)", min = "0", persist = false,
		description = "The baseline is fitted from 20 eV below the peak to 2.5 eV above it.")
	private double peak_to = 0;

	@Parameter(label = "E0 (eV, 0: automatic)", min = "0", persist = false,
		description = "Middle of the search window, and E0 of the normalisation. 0: found on the mean spectrum of the mask.")
	private double e0 = 0;

	@Parameter(label = "Normalize: pre-edge from (eV from E0)", persist = false,
		description = "Negative: below E0. 0 in both: automatic.")
	private double pre_from = 0;

	@Parameter(label = "Normalize: pre-edge to (eV from E0)", persist = false,
		description = "Negative: below E0. 0 in both: automatic.")
	private double pre_to = 0;

	@Parameter(label = "Normalize: post-edge from (eV from E0)", persist = false, description = "0 in both: automatic.")
	private double post_from = 0;

	@Parameter(label = "Normalize: post-edge to (eV from E0)", persist = false, description = "0 in both: automatic.")
	private double post_to = 0;

	@Parameter(label = "Post-edge degree (-1: automatic)", min = "-1", max = "5", persist = false,
		description = "Of the post-edge polynomial.")
	private int degree = Normalization.AUTOMATIC_DEGREE;

	@Parameter(label = "Exclude (eV)", required = false, persist = false,
		description = "Bad energies or ranges of energies, such as 7120-7121,7150")
	private String exclude = "";

	@Parameter(label = "Mask", style = "open", columns = 34, persist = false,
		description = "auto: where the element is. none: all pixels. Or an image or aXis mask file of the stack's size.")
	private String mask = "auto";

	@Parameter(label = "Calibration", style = "open", columns = 34, required = false, persist = false,
		description = "For oxidation states: a text file with a reference's name and its state in each line. Empty: none.")
	private String calibration = "";

	@Parameter(label = "References", style = "both", columns = 34, required = false,
		description = "For oxidation states: the file or folder with the spectra that the calibration names.")
	private String references = "";

	@Parameter(label = "Calibrate by", choices = { "edge", "pre-edge" }, persist = false,
		description = "The energy that gives the state: of the edge, or the centroid of the pre-edge peak.")
	private String calibrant = "edge";

	@Parameter(label = "Curve", choices = { "linear", "spline" }, persist = false,
		description = "linear: a straight line. spline: a monotone cubic through the mean of each state.")
	private String curve = "linear";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus edges;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus errors;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		MapsInMemory.require(stack, Quantity.MOST);
		final EdgeSurvey survey = EdgeSurvey.of(new Sample(stack, Optional.empty(), Choices.mask(mask, stack), ReferenceLibrary
			.of(List.of())), exclude, options(), ranges(), runner);
		say(survey.notes());
		final List<Quantity> quantities = survey.analysis().quantities();
		final int calibrated = calibrated(quantities);
		final Optional<StateCalibration> states = calibration.isBlank() ? Optional.empty() : Optional.of(calibrated(survey,
			calibrated));
		final List<EdgeSurvey.Region> regions = new ArrayList<>();
		regions.add(survey.region("mean of " + image.getTitle(), survey.ground().edge().mask(), runner));
		for (final RoiMasks.Named roi : RoiMasks.present(image)) regions.add(survey.region(roi.name(), Choices.everyPlane(roi
			.mask(), stack), runner));
		Windows.table("Edges of " + image.getTitle(), EdgeTables.regions(quantities, regions, states, calibrated));
		final EdgeMaps maps = survey.maps(runner);
		say(found(maps, quantities.indexOf(Quantity.E0), survey.ground().edge().mask().count()));
		final EdgeImages images = EdgeImages.of(maps);
		states.ifPresent(found -> {
			final StateMaps ofPixels = StateMaps.of(maps, calibrated, found);
			images.add(ofPixels);
			say(List.of(EdgeImages.note(ofPixels)));
		});
		edges = show("Edges (" + method + ")", images.labels(), images.values(), stack);
		errors = show("Errors of edges (" + method + ")", images.errorLabels(), images.errors(), stack);
	}

	private EdgeAnalysis.Options options() {
		final EdgeAnalysis.Options options = EdgeAnalysis.Options.DEFAULT.with(EdgeMethod.named(method)).withWindow(window)
			.withSmoothing(smoothing).withLevels(level_from, level_to);
		return peak_from == 0 && peak_to == 0 ? options : options.with(PeakWindow.between(peak_from, peak_to));
	}

	private Normalization.Options ranges() {
		return NormalizationKeys.options(pre_from, pre_to, post_from, post_to, degree).withE0(e0 == 0 ? Double.NaN : e0);
	}

	/** @return index of the energy that gives the state */
	private int calibrated(final List<Quantity> quantities) {
		if (!calibrant.equals("edge") && !calibrant.equals("pre-edge")) throw new InputException("calibrant=" + calibrant +
			" is not known.", "Use edge or pre-edge.");
		final int index = quantities.indexOf(calibrant.equals("edge") ? Quantity.E0 : Quantity.PRE_EDGE_CENTROID);
		if (index < 0) throw new InputException("calibrant=pre-edge, but no pre-edge peak is measured.",
			"Give peak_from and peak_to in eV, with energies on both sides for a baseline, or use calibrant=edge.");
		return index;
	}

	private StateCalibration calibrated(final EdgeSurvey survey, final int quantity) {
		final StateReferences measured = StateReferences.of(survey, ReferenceFiles.open(Paths.of("references", references)),
			StateTable.read(Paths.of("calibration", calibration)), quantity);
		say(measured.notes());
		final StateCalibration found = StateCalibration.of(curve, measured.points());
		say(List.of(found.note()));
		Windows.table("Calibration of states for " + image.getTitle(), EdgeTables.calibration(found));
		Windows.plot(StatePlot.of("Calibration of states for " + image.getTitle(), found, survey.analysis().quantities().get(
			quantity).label()));
		return found;
	}

	private static List<String> found(final EdgeMaps maps, final int e0, final long pixels) {
		final List<String> notes = new ArrayList<>();
		if (maps.found(e0) > 0) notes.add(String.format(Locale.ROOT, "In the median pixel a shift of %.3f eV is detected (%.0f " +
			"standard errors).", maps.detectionLimit(e0), EdgeMaps.DETECTED));
		for (int q = 0; q < maps.quantities().size(); q++) if (maps.found(q) < pixels) notes.add(maps.quantities().get(q)
			.label() + ": found in " + maps.found(q) + " of " + pixels + " pixels. In the others it, the edge or the edge step does " +
				"not stand out of the noise, or it lies beyond its window.");
		return notes;
	}

	private ImagePlus show(final String title, final List<String> labels, final float[][] maps, final SpectralImage stack) {
		return Windows.output(DisplayRange.ofEachMap(MapImages.maps(title + " of " + image.getTitle(), labels, maps, stack
			.width(), stack.height(), stack.depth(), stack.info().pixelSize()), labels.size()));
	}
}
