// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.SpeciesPalette;
import org.xanesj.speciate.ClusterResult;

/** Which colour stands for what, in every picture and map of a result. */
final class SpeciationLegend {

	private SpeciationLegend() {}

	/** @return a line for each cluster: its number and species, and its share of the mask */
	static List<LegendEntry> of(final List<ClusterResult> results) {
		final List<LegendEntry> colours = LegendEntry.of(results.stream().map(ClusterResult::species).toList(), results
			.stream().mapToDouble(ClusterResult::fractionOfArea).toArray());
		final List<LegendEntry> numbered = new ArrayList<>();
		for (int i = 0; i < results.size(); i++) {
			final String name = results.get(i).fits().isEmpty() ? colours.get(i).name() : (i + 1) + "  " + colours.get(i).name();
			numbered.add(new LegendEntry(name, colours.get(i).share(), colours.get(i).ink()));
		}
		return numbered;
	}

	/** A reference has the colour of the largest cluster that is it alone: the two maps stand side by side. */
	static List<LegendEntry> ofReferences(final List<String> names, final List<ClusterResult> results) {
		final List<String> clusters = results.stream().map(ClusterResult::species).toList();
		final List<LegendEntry> colours = of(results);
		final List<LegendEntry> references = new ArrayList<>();
		int unused = clusters.size();
		for (final String name : names) {
			final int cluster = clusters.indexOf(name);
			references.add(new LegendEntry(name, Double.NaN, cluster < 0 ? SpeciesPalette.ink(unused++) : colours.get(cluster)
				.ink()));
		}
		return references;
	}
}
