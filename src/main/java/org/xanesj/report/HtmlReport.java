// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xanesj.factor.ComponentNumber;
import org.xanesj.factor.Indicators;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.fit.Combinations;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RankedFit;
import org.xanesj.imagej.LegendEntry;
import org.xanesj.imagej.SpectraPlot;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Groundwork;
import org.xanesj.speciate.Findings;
import org.xanesj.stack.ReferenceLibrary.LeftOut;
import org.xanesj.stack.SpectralImage;

/** A speciation as one page that a colleague can read: the map first, then what it stands on, then how it was made. */
final class HtmlReport {

	/** Components and alternative fits beyond these are in the tables beside the report. */
	private static final int COMPONENTS = 12;
	private static final int ALTERNATIVES = 5;

	private final Findings found;
	private final SpeciationFigures figures;
	private final RunRecord run;
	private final Html page;

	HtmlReport(final Findings found, final SpeciationFigures figures, final RunRecord run) {
		this.found = found;
		this.figures = figures;
		this.run = run;
		page = new Html("XanesJ: " + found.ground().image().info().name());
	}

	byte[] bytes() {
		summary();
		map();
		clusters();
		fits();
		Beliefs.addTo(page, found.results());
		components();
		targets();
		making();
		return page.bytes();
	}

	private void summary() {
		final Groundwork ground = found.ground();
		final SpectralImage image = ground.image();
		page.raw("<h1>" + Html.escaped(image.info().name()) + "</h1>").raw("<p class=\"lead\">" + image.width() + " × " + image
			.height() + (image.depth() > 1 ? " × " + image.depth() : "") + " pixels, " + image.energies() + ". E0 " + fixed(ground
				.edge().e0(), 2) + " eV. " + ground.edge().mask().count() + " pixels analysed, " + ground.components() +
			" components, " + found.clusters().count() + " clusters" + (found.inUse().isEmpty() ? "" : ", " +
				found.inUse().size() + " references in use") + ".</p>");
	}

	private void map() {
		page.heading("Where the species are").picture(figures.overlayPng(), "Map of the clusters over the mean absorption");
		figures.compositePng().ifPresent(png -> page.picture(png, "Fractions of the references in use").note(
			"Each reference in use as bright as its fraction and the pixel's edge step. Numbers, with one standard error for " +
				"every pixel, are in species.tif and uncertainty.tif."));
	}

	private void clusters() {
		final boolean fitted = !found.references().spectra().isEmpty();
		final List<LegendEntry> legend = figures.legend();
		final List<List<String>> rows = new ArrayList<>();
		for (final ClusterResult c : found.results()) {
			final List<String> row = new ArrayList<>(List.of(swatch(legend.get(c.number() - 1)) + c.number(), Html.escaped(c
				.species()), String.valueOf(c.pixels()), fixed(100 * c.fractionOfArea(), 1) + " %"));
			c.best().ifPresent(f -> row.addAll(List.of(compact(f.rFactor()), compact(f.reducedChiSquare()), asGood(c))));
			rows.add(row);
		}
		final List<String> header = new ArrayList<>(List.of("Cluster", "Species", "#Pixels", "#Share of mask"));
		if (fitted) header.addAll(List.of("#R-factor", "#Reduced χ²", "#Models as good"));
		page.heading("Clusters").table(header, rows);
		if (fitted) page.note("“Models as good” counts the combinations of references that Hamilton's test at 5 % cannot tell " +
			"from the best, the best among them, up to the " + Combinations.LISTED + " that are listed: more than one means that " +
			"the data do not decide. A cluster is unknown when its rms misfit exceeds 5 % of its edge step, or when most of its " +
			"pixels are not explained; pixels of other clusters that are not explained are a line of their own. A reduced χ² far " +
			"above 1 means that even the best combination misses the spectrum by more than its noise" + (found.options()
				.fit() == FitWay.NORMALIZED ? " (here it is not weighted by the noise, and its size says nothing)." : "."));
		page.picture(figures.spectraPng(), "Mean spectrum of each cluster with its fit and residual");
	}

	private static String asGood(final ClusterResult cluster) {
		final long count = cluster.fits().stream().filter(RankedFit::indistinguishableFromBest).count();
		return (count == Combinations.LISTED ? "≥ " : "") + count;
	}

	private static String swatch(final LegendEntry entry) {
		return "<span class=\"swatch\" style=\"background:" + entry.ink().css() + "\"></span>";
	}

	private void fits() {
		if (found.references().spectra().isEmpty()) return;
		page.heading("What the clusters are made of").note("Fractions ± one standard error of the best combination, and of " +
			"those that cannot be told from it. The errors hold for these references and say nothing of references that are " +
			"missing or not quite right." + (found.calibration().isPresent()
				? " References were calibrated on these spectra, as is said below." : ""));
		final List<List<String>> rows = new ArrayList<>();
		for (final ClusterResult cluster : found.results()) for (final RankedFit ranked : cluster.fits()) {
			if (!ranked.indistinguishableFromBest() || ranked.rank() > ALTERNATIVES) continue;
			rows.add(List.of(ranked.rank() == 1 ? String.valueOf(cluster.number()) : "", String.valueOf(ranked.rank()), composition(
				ranked.fit()), compact(ranked.fit().rFactor()), compact(ranked.fit().reducedChiSquare())));
		}
		page.table(List.of("Cluster", "Rank", "Composition", "#R-factor", "#Reduced χ²"), rows).note("At most " + ALTERNATIVES +
			" a cluster; all that were listed are in fits.csv.");
	}

	private static String composition(final CombinationFit fit) {
		if (!(fit.edgeStep() > 0)) return "none: every reference is held at zero";
		final List<String> parts = new ArrayList<>();
		for (final Component c : fit.components()) parts.add(Html.escaped(c.name()) + "&nbsp;" + fraction(c));
		return String.join(", ", parts);
	}

	private static String fraction(final Component c) {
		if (c.atBound() || !(c.fractionError() > 0)) return fixed(c.fraction(), 3) + (c.atBound() ? " (at bound)" : "");
		return withError(c.fraction(), c.fractionError());
	}

	/** @return a number and its positive error, with two digits of that but no more than six decimals */
	static String withError(final double value, final double error) {
		final int decimals = decimals(error);
		return fixed(value, decimals) + "&nbsp;±&nbsp;" + fixed(error, decimals);
	}

	static int decimals(final double error) {
		return Math.max(2, Math.min(6, 1 - (int) Math.floor(Math.log10(error))));
	}

	private void components() {
		page.heading("Components").picture(figures.screePng(), "Eigenvalues and indicators");
		final List<List<String>> rows = new ArrayList<>();
		final List<Indicators> all = found.ground().noise().pca().indicators();
		for (final Indicators i : all.subList(0, Math.min(COMPONENTS, all.size()))) rows.add(List.of(String.valueOf(i
			.component()), compact(i.eigenvalue()), fixed(100 * i.varianceFraction(), 3) + " %", compact(i.re()), compact(i.ie()),
			compact(i.ind()), compact(i.rev()), compact(i.f()), compact(i.p()), compact(found.ground().crossValidation().of(i
				.component()))));
		page.table(List.of("#n", "#Eigenvalue", "#Variance", "#RE", "#IE", "#IND", "#REV", "#F", "#p", "#PRESS"), rows).note(
			"Principal components of the absorption without a straight line, whitened by the estimated noise, not centred " +
				"(Malinowski). " + found.ground().noise().components() + " eigenvalues stand above what noise alone makes; " +
				ComponentNumber.suggested(found.ground().noise().pca(), found.ground().crossValidation()) + ". PRESS is the sum of " +
				"the squared errors with which components of other pixels predict each value from those at the other energies. " +
				ComponentNumber.CAVEAT);
	}

	private void targets() {
		if (found.targets().isEmpty()) return;
		final List<List<String>> rows = new ArrayList<>();
		for (final TargetTest t : found.targets()) rows.add(List.of(Html.escaped(t.reference()), fixed(t.spoil(), 2), t
			.verdict(), compact(t.aet()), compact(t.rep()), compact(t.ret()), compact(t.rFactor()), compact(t.chiSquare())));
		page.heading("Target tests").picture(figures.targetsPng(), "References and their projections on the components").table(List.of("Reference", "#SPOIL", "Verdict", "#AET", "#REP", "#RET", "#R-factor",
			"#χ²"), rows).note("Does the reference lie in the space of the components? Below 1.5 excellent, 3 good, 4.5 fair, " +
				"6 poor, above rejected. SPOIL knows no error of the reference and grows with the number of pixels: a true one off " +
				"by 0.1 eV may be rejected. The verdict removes nothing from the fits. Ranked by SPOIL; a reference and what the " +
				"components and a free line make of it are drawn for the first " + SpectraPlot.MOST + ".");
	}

	private void making() {
		page.heading("What was decided for you").list(found.assumptions());
		if (!found.references().leftOut().isEmpty()) {
			final List<List<String>> rows = new ArrayList<>();
			for (final LeftOut out : found.references().leftOut()) rows.add(List.of(Html.escaped(out.name()), Html.escaped(out
				.reason())));
			page.heading("References that were left out").table(List.of("Reference", "Because"), rows);
		}
		page.heading("How to repeat it").raw("<pre>" + Html.escaped(run.macro()) + "</pre>");
		final List<List<String>> rows = new ArrayList<>();
		for (final Map.Entry<String, Object> p : run.parameters().entrySet()) rows.add(List.of("<code>" + p.getKey() +
			"</code>", Html.escaped(p.getValue().toString())));
		page.raw("<details><summary>All parameters, automatic ones resolved</summary>").table(List.of("Key", "Value"), rows).raw(
			"</details>").note("Made with XanesJ " + Version.xanesj() + ". Checksums of the input files, versions and times are in " +
				"run.json.");
	}

	static String fixed(final double value, final int digits) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "";
	}

	private static String compact(final double value) {
		return Double.isFinite(value) ? value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value) : "";
	}
}
