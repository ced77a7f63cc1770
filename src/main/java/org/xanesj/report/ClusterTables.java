// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.xanesj.cluster.ClusterCriteria;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.speciate.ClusterClass;

/** Clusters as tables and as a legend. The first columns are those of the main job's table. */
public final class ClusterTables {

	private ClusterTables() {}

	public static Csv clusters(final List<ClusterClass> classes) {
		final Csv csv = new Csv("cluster", "pixels", "fraction_of_area", "species", "scatter", "scatter_over_noise",
			"silhouette", "misfit");
		for (final ClusterClass c : classes) csv.row(c.number(), c.pixels(), c.fractionOfArea(), c.name(), c.quality()
			.scatter(), c.quality().scatterOverNoise(), c.quality().silhouette(), c.quality().misfit());
		return csv;
	}

	/** @param used the number of clusters that were made */
	public static Csv criteria(final ClusterCriteria criteria, final int used) {
		final Csv csv = new Csv("clusters", "scatter_over_noise", "centre_silhouette", "silhouette", "BIC", "best_by", "used");
		for (final ClusterCriteria.Row r : criteria.rows()) {
			final List<String> best = new ArrayList<>();
			if (criteria.isNoiseReached() && r.clusters() == criteria.byNoise().suggested()) best.add("noise");
			if (r.clusters() == criteria.bySilhouette()) best.add("silhouette");
			if (r.clusters() == criteria.byBic()) best.add("BIC");
			csv.row(r.clusters(), r.scatter(), r.clusters() == 1 ? null : r.centreSilhouette(), r.silhouette(), r.bic(), String
				.join(" ", best), r.clusters() == used);
		}
		return csv;
	}

	/** @return the mean spectrum of each class and the standard deviation of its pixels */
	public static Csv spectra(final List<ClusterClass> classes) {
		final List<String> names = classes.stream().map(c -> c.isNone() ? "no_cluster" : "cluster_" + c.number()).toList();
		return SpeciationTables.spectra(classes.get(0).mean().energies().toArray(), names.stream().flatMap(n -> Stream.of(n,
			n + "_sd")).toList(), classes.stream().flatMap(c -> Stream.of(c.mean().values(), c.sd())).toList());
	}

	/** @return a line for each label */
	public static List<LegendEntry> legend(final List<ClusterClass> classes) {
		return LegendEntry.of(classes.stream().map(ClusterClass::name).toList(), classes.stream().mapToDouble(
			ClusterClass::fractionOfArea).toArray());
	}
}
