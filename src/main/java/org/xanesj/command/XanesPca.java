// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.factor.ComponentNumber;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.RatioLut;
import org.xanesj.imagej.ScreePlot;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.report.Choices;
import org.xanesj.report.SpeciationFigures;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Components;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.NoiseOrigin;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Principal components: eigenimages, eigenspectra and the indicators of their number. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES PCA...", weight = 20) })
public class XanesPca extends XanesCommand {

	private static final String FOUND = "found";

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many are shown and kept. 0: those above the noise, or, by variants that know no noise, as many as " +
			"cross-validation predicts best with.")
	private int components = 0;

	@Parameter(label = "Variant", choices = { Components.LINE_FREE, "uncentred", "centred", "correlation", "larch" },
		description = "line-free: a straight line taken out and the noise whitened, as Speciate XANES does. The others: on the values " +
			"as they are.")
	private String variant = Components.LINE_FREE;

	@Parameter(label = "Noise", choices = { FOUND, "counts", "equal" }, persist = false,
		description = "found: at each energy, from what the components leave. counts: of counted photons, of a stack of counts. " +
			"equal: the same at all energies.")
	private String noise = FOUND;

	@Parameter(label = "Mask", style = "open", columns = 34, persist = false,
		description = "auto: where the element is. none: all pixels. Or an image or aXis mask file of the stack's size.")
	private String mask = "auto";

	@Parameter(label = "From (eV, 0: automatic)", persist = false, min = "0",
		description = "0: 20 eV below E0; on short stacks the first energy.")
	private double fit_from = 0;

	@Parameter(label = "To (eV, 0: automatic)", persist = false, min = "0",
		description = "0: 70 eV above E0; on short stacks the last energy.")
	private double fit_to = 0;

	@Parameter(label = "Reconstruct the stack", persist = false,
		description = "A new stack of these energies, of what the components make of each spectrum: without most of its noise.")
	private boolean reconstruct = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus scree;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus eigenimages;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus residuals;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus reconstruction;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components).withWindow(fit_from, fit_to);
		final Groundwork ground = Groundwork.of(new Sample(stack, Optional.empty(), Choices.mask(mask, stack),
			ReferenceLibrary.of(List.of())), options, NoiseOrigin.named(noise), runner);
		say(ground.notes());
		final Components found = Components.of(ground, variant, components, runner);
		found.note().ifPresent(note -> say(List.of(note)));
		say(List.of(ComponentNumber.CAVEAT));
		Windows.table("PCA of " + image.getTitle(), SpeciationTables.pca(found.pca().indicators(), found.predicted()));
		Windows.plot(eigenspectra(ground, found.vectors()));
		final List<String> names = IntStream.rangeClosed(1, found.count()).mapToObj(c -> "component " + c).toList();
		scree = Windows.output(new ImagePlus("Scree plot of " + image.getTitle(), ScreePlot.draw(found.pca().eigenvalues(), found
			.count(), SpeciationFigures.indicators(found.pca(), found.predicted()))));
		eigenimages = Windows.output(DisplayRange.ofEachMap(maps("Eigenimages", names, found.images(runner), stack), names.size()));
		final float[] left = found.residuals(runner);
		say(List.of(ResidualNote.of(left)));
		residuals = maps("What the components leave", List.of("rms over noise"), new float[][] { left }, stack);
		RatioLut.apply(residuals);
		Windows.output(residuals);
		if (!reconstruct) return;
		reconstruction = Windows.stack("Reconstruction of " + image.getTitle(), found.reconstruction(runner));
		say(List.of("The reconstruction has the energies that were analysed (fit_from, fit_to) and the pixels of the mask."));
	}

	private ImagePlus maps(final String what, final List<String> names, final float[][] maps, final SpectralImage stack) {
		return MapImages.maps(what + " of " + image.getTitle(), names, maps, stack.width(), stack.height(), stack.depth(),
			stack.info().pixelSize());
	}

	private PlotPanel eigenspectra(final Groundwork ground, final double[][] vectors) {
		final List<PlotSeries> series = new ArrayList<>();
		for (int k = 0; k < vectors.length; k++) series.add(new PlotSeries("component " + (k + 1), ground.axis().toArray(),
			vectors[k], PlotSeries.Style.LINE, SpeciesPalette.colour(k)));
		return new PlotPanel("Eigenspectra of " + image.getTitle(), "Energy (eV)", "Loading", series);
	}
}
