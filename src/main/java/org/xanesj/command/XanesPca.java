// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.xanesj.block.Runner;
import org.xanesj.factor.EigenImages;
import org.xanesj.factor.Indicators;
import org.xanesj.factor.Pca;
import org.xanesj.factor.PcaVariant;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.ScreePlot;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.report.Choices;
import org.xanesj.report.SpeciationTables;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.Sample;
import org.xanesj.speciate.SpeciateOptions;
import org.xanesj.stack.Mask;
import org.xanesj.stack.ReferenceLibrary;
import org.xanesj.stack.SpectralImage;

/** Principal components: eigenimages, eigenspectra and the indicators of their number. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "XanesJ"), @Menu(
	label = "XANES PCA...", weight = 20) })
public class XanesPca extends XanesCommand {

	private static final String LINE_FREE = "line-free";

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Components (0: automatic)", persist = false, min = "0",
		description = "How many are shown.")
	private int components = 0;

	@Parameter(label = "Variant", choices = { LINE_FREE, "uncentred", "centred", "correlation", "larch" },
		description = "line-free: a straight line taken out and the noise whitened, as Speciate XANES does. The others: on the values " +
			"as they are.")
	private String variant = LINE_FREE;

	@Parameter(label = "Mask", style = "open", columns = 34, persist = false,
		description = "auto: where the element is. none: all pixels. Or an image or aXis mask file of the stack's size.")
	private String mask = "auto";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus scree;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus eigenimages;

	@Override
	protected void run(final Runner runner) {
		final SpectralImage stack = ActiveStack.read(image, context(), runner.progress());
		final SpeciateOptions options = SpeciateOptions.DEFAULT.withComponents(components);
		final Groundwork ground = Groundwork.of(new Sample(stack, Optional.empty(), Choices.mask(mask, stack),
			ReferenceLibrary.of(List.of())), options, runner);
		say(ground.notes());
		final boolean lineFree = variant.equals(LINE_FREE);
		final Mask pixels = ground.edge().mask();
		final int[] window = ground.window();
		final int k = ground.components();
		final PcaVariant named = lineFree ? PcaVariant.UNCENTRED : PcaVariant.named(variant);
		final Pca pca = lineFree ? ground.noise().pca() : Pca.of(ground.image(), pixels, window, named, runner);
		if (!lineFree) say(List.of("With variant=" + variant + " IND has its minimum at " + pca.indMinimum() +
			", and the F test at 5 % ends at " + pca.significant(0.05) + "."));
		Windows.table("PCA of " + image.getTitle(), SpeciationTables.pca(pca.indicators()));
		final double[][] vectors = lineFree ? ground.noise().eigenspectra(k) : pca.factors(k);
		Windows.plot(eigenspectra(ground, vectors));
		final List<String> names = IntStream.rangeClosed(1, k).mapToObj(c -> "component " + c).toList();
		final float[][] maps = lineFree ? EigenImages.of(ground.image(), pixels, window, vectors, runner) : EigenImages.of(
			ground.image(), pixels, window, pca, named, k, runner);
		scree = Windows.output(new ImagePlus("Scree plot of " + image.getTitle(), ScreePlot.draw(pca.eigenvalues(), ground
			.components(), indicators(pca))));
		eigenimages = Windows.output(DisplayRange.ofEachMap(MapImages.maps("Eigenimages of " + image.getTitle(), names, maps,
			stack.width(), stack.height(), stack.depth(), stack.info().pixelSize()), names.size()));
	}

	private static Map<String, double[]> indicators(final Pca pca) {
		final Map<String, double[]> indicators = new LinkedHashMap<>();
		indicators.put("RE", pca.indicators().stream().mapToDouble(Indicators::re).toArray());
		indicators.put("IND", pca.indicators().stream().mapToDouble(Indicators::ind).toArray());
		return indicators;
	}

	private PlotPanel eigenspectra(final Groundwork ground, final double[][] vectors) {
		final List<PlotSeries> series = new ArrayList<>();
		for (int k = 0; k < vectors.length; k++) series.add(new PlotSeries("component " + (k + 1), ground.axis().toArray(),
			vectors[k], PlotSeries.Style.LINE, SpeciesPalette.colour(k)));
		return new PlotPanel("Eigenspectra of " + image.getTitle(), "Energy (eV)", "Loading", series);
	}
}
