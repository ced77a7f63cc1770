// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.xanesj.fit.CalibrationPrior;
import org.xanesj.fit.Posterior;
import org.xanesj.fit.Posterior.Belief;
import org.xanesj.fit.Posterior.Moved;
import org.xanesj.speciate.ClusterResult;

/** The part of the report that says what is believed of the clusters when no combination is taken for the right one. */
final class Beliefs {

	/** References that are less probable are in the table beside the report. */
	private static final double SHOWN = 0.05;

	private Beliefs() {}

	/** Adds nothing when there are none. */
	static void addTo(final Html page, final List<ClusterResult> results) {
		final List<List<String>> rows = new ArrayList<>();
		final List<List<String>> calibrations = new ArrayList<>();
		boolean isExact = true;
		for (final ClusterResult cluster : results) {
			if (cluster.posterior().isEmpty()) continue;
			final Posterior posterior = cluster.posterior().get();
			isExact &= posterior.isExact();
			addRows(rows, cluster.number(), posterior);
			if (!posterior.calibration().isEmpty()) calibrations.add(calibration(cluster.number(), posterior));
		}
		if (rows.isEmpty()) return;
		final CalibrationPrior prior = CalibrationPrior.DEFAULT;
		page.heading("How sure that is").note("Averaged over every set of references, each as probable as the data make it, " +
			"and over how far the references may be off. These errors are wider than those of the best combination alone, and " +
			"hold more often. They still take it that the true references are among those given.").table(List.of("Cluster",
				"Reference", "#Probability", "#Fraction", "#68 % interval", "#95 % interval"), rows).note("Beforehand every number " +
					"of references is as probable as any other, and so is every composition. References below a probability of " +
					HtmlReport.fixed(SHOWN, 2) + " are in posterior.csv." + (isExact ? "" : " There are too many sets to look at " +
						"them all: those near to probable ones were (a variational posterior)."));
		if (!calibrations.isEmpty()) page.raw("<details><summary>What the data say of the references' calibration</summary>").table(
			List.of("Cluster", "#Shift (eV)", "#Variance of broadening (eV²)", "#Self-absorption s"), calibrations).note(
				"Beforehand 0 ± " + prior.shift() + " eV, 0 ± " + HtmlReport.fixed(prior.broadening() * prior.broadening(), 2) +
					" eV² (a broadening by " + prior.broadening() + " eV) and 0 ± " + prior.selfAbsorption() +
					". Below zero the reference is the broader, or the more absorbed.").raw("</details>");
	}

	private static void addRows(final List<List<String>> rows, final int cluster, final Posterior posterior) {
		final List<Belief> shown = posterior.beliefs().stream().filter(b -> b.probability() >= SHOWN).sorted(Comparator
			.comparingDouble(Belief::fraction).reversed()).toList();
		for (final Belief b : shown) rows.add(List.of(b == shown.get(0) ? String.valueOf(cluster) : "", Html.escaped(b.name()),
			HtmlReport.fixed(b.probability(), 2), b.error() > 0 ? HtmlReport.withError(b.fraction(), b.error()) : HtmlReport
				.fixed(b.fraction(), 3), interval(b.low68(), b.high68(), b.error()), interval(b.low95(), b.high95(), b.error())));
	}

	private static String interval(final double low, final double high, final double error) {
		final int decimals = error > 0 ? HtmlReport.decimals(error) : 3;
		return HtmlReport.fixed(low, decimals) + " to " + HtmlReport.fixed(high, decimals);
	}

	private static List<String> calibration(final int cluster, final Posterior posterior) {
		final List<String> row = new ArrayList<>(List.of(String.valueOf(cluster)));
		row.addAll(posterior.calibration().stream().map(Beliefs::moved).toList());
		return row;
	}

	private static String moved(final Moved moved) {
		return HtmlReport.withError(moved.expected(), moved.error());
	}
}
