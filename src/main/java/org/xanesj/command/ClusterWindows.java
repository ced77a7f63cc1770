// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.command;

import ij.ImagePlus;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.xanesj.block.Runner;
import org.xanesj.cluster.ClusterCriteria;
import org.xanesj.imagej.CriteriaPlot;
import org.xanesj.imagej.FittedSpectrum;
import org.xanesj.imagej.LabelLut;
import org.xanesj.imagej.LabelMap;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.MapImages;
import org.xanesj.imagej.OverlayMap;
import org.xanesj.imagej.PlotPanel;
import org.xanesj.imagej.PlotSeries;
import org.xanesj.imagej.ShownPlanes;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.report.ClusterTables;
import org.xanesj.speciate.ClusterClass;
import org.xanesj.speciate.ClusterMap;
import org.xanesj.speciate.MeanImage;
import org.xanesj.stack.SpectralImage;

/** Clusters as ImageJ windows. */
final class ClusterWindows {

	private final String title;
	private final SpectralImage image;
	private final ClusterMap map;
	private final Runner runner;
	private final List<LegendEntry> legend;

	/** @param image absorption */
	ClusterWindows(final String title, final SpectralImage image, final ClusterMap map, final Runner runner) {
		this.title = title;
		this.image = image;
		this.map = map;
		this.runner = runner;
		legend = ClusterTables.legend(map.classes());
	}

	/** The clusters, what spoke for their number, and their mean spectra. */
	void showTablesAndPlots() {
		Windows.table("Clusters of " + title, ClusterTables.clusters(map.classes()));
		map.criteria().ifPresent(this::show);
		Windows.table("Cluster spectra of " + title, ClusterTables.spectra(map.classes()));
		Windows.plot(means());
		Windows.besides(deviations());
	}

	private void show(final ClusterCriteria criteria) {
		final int used = (int) map.classes().stream().filter(c -> !c.isNone()).count();
		Windows.table("Number of clusters of " + title, ClusterTables.criteria(criteria, used));
		final Map<String, double[]> values = new LinkedHashMap<>();
		values.put("Silhouette", column(criteria, ClusterCriteria.Row::silhouette));
		values.put("BIC", column(criteria, ClusterCriteria.Row::bic));
		values.put("Scatter / noise", column(criteria, ClusterCriteria.Row::scatter));
		Windows.besides(new ImagePlus("Number of clusters", CriteriaPlot.draw("Number of clusters of " + title, "Clusters",
			used, values)));
	}

	private static double[] column(final ClusterCriteria criteria, final ToDoubleFunction<ClusterCriteria.Row> value) {
		return criteria.rows().stream().mapToDouble(value).toArray();
	}

	/** All means in one frame. */
	private PlotPanel means() {
		final List<PlotSeries> series = map.classes().stream().map(c -> new PlotSeries(c.name(), image.energies().toArray(), c
			.mean().values(), PlotSeries.Style.LINE, colour(c))).toList();
		return new PlotPanel("Cluster spectra of " + title, "Energy (eV)", "Absorption", series);
	}

	/** Each mean with its standard deviation in a frame of its own: together nobody could follow them. */
	private ImagePlus deviations() {
		final List<FittedSpectrum> spectra = map.classes().stream().map(c -> new FittedSpectrum(c.name() + ": mean of " + c
			.pixels() + " pixels", image.energies().toArray(), c.mean().values(), new double[0], PlotSeries.band(
				"± standard deviation", image.energies().toArray(), c.mean().values(), c.sd(), Color.GRAY), colour(c))).toList();
		return new ImagePlus("Cluster means and deviations", SpectraPlot.draw(spectra, "Absorption"));
	}

	private Color colour(final ClusterClass c) {
		return legend.get(c.number() - 1).ink().colour();
	}

	/** @return which label every pixel has, in the colours of the legend */
	ImagePlus labels() {
		final ImagePlus labels = MapImages.labels("Cluster labels of " + title, map.labels(), image.width(), image.height(),
			image.depth(), image.info().pixelSize());
		LabelLut.apply(labels, legend);
		return labels;
	}

	/** @return the labelled overlay map with its legend, as a picture */
	ImagePlus overlay() {
		final ShownPlanes shown = ShownPlanes.of(image.depth(), image.width() * image.height());
		final float[][] planes = MeanImage.of(image, shown.planes(), runner);
		final float[] mean = new float[shown.count() * planes[0].length];
		for (int z = 0; z < planes.length; z++) System.arraycopy(planes[z], 0, mean, z * planes[z].length, planes[z].length);
		final LabelMap labels = new LabelMap(shown.of(map.labels(), image.depth()), image.width(), image.height(), shown.count());
		return new ImagePlus("Cluster map of " + image.info().name(), new OverlayMap(labels, mean, shown, legend, image.info()
			.pixelSize(), image.info().name()).draw());
	}

	LabelMap labelMap() {
		return new LabelMap(map.labels(), image.width(), image.height(), image.depth());
	}

	List<LegendEntry> legend() {
		return legend;
	}
}
