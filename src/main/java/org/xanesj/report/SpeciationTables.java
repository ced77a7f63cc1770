// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.factor.Indicators;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.RankedFit;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.speciate.Speciation;
import org.xanesj.stack.EnergyAxis;

/** The tables of a speciation. Their columns are what users' scripts hold on to. */
final class SpeciationTables {

	private final Speciation speciation;
	private final SpeciationFigures figures;

	SpeciationTables(final Speciation speciation, final SpeciationFigures figures) {
		this.speciation = speciation;
		this.figures = figures;
	}

	Csv clusters() {
		final Csv csv = new Csv("cluster", "pixels", "fraction_of_area", "species");
		for (final ClusterResult c : speciation.results()) csv.row(c.number(), c.pixels(), c.fractionOfArea(), c.species());
		return csv;
	}

	Csv fits() {
		final Csv csv = new Csv("cluster", "rank", "reference", "fraction", "sigma", "at_bound", "r_factor",
			"reduced_chi_square", "indistinguishable_from_best");
		for (final ClusterResult cluster : speciation.results()) for (final RankedFit ranked : cluster.fits()) {
			final CombinationFit fit = ranked.fit();
			for (final CombinationFit.Component c : fit.components()) csv.row(cluster.number(), ranked.rank(), c.name(), c
				.fraction(), c.fractionError(), c.atBound(), fit.rFactor(), fit.reducedChiSquare(), ranked
					.indistinguishableFromBest());
		}
		return csv;
	}

	Csv spectra() {
		final List<String> header = new ArrayList<>(List.of("energy_eV"));
		final List<double[]> columns = new ArrayList<>();
		for (final ClusterResult cluster : speciation.results()) {
			header.add("cluster_" + cluster.number());
			columns.add(cluster.spectrum().values());
			if (cluster.fits().isEmpty()) continue;
			header.add("cluster_" + cluster.number() + "_fit");
			columns.add(figures.fit(cluster));
		}
		final Csv csv = new Csv(header.toArray(String[]::new));
		final EnergyAxis axis = speciation.ground().image().energies();
		for (int e = 0; e < axis.size(); e++) {
			final Object[] row = new Object[header.size()];
			row[0] = axis.at(e);
			for (int c = 0; c < columns.size(); c++) row[c + 1] = columns.get(c)[e];
			csv.row(row);
		}
		return csv;
	}

	static Csv pca(final List<Indicators> indicators) {
		final Csv csv = new Csv("component", "eigenvalue", "variance_fraction", "RE", "IE", "IND", "REV", "F", "p");
		for (final Indicators i : indicators) csv.row(i.component(), i.eigenvalue(), i.varianceFraction(), i.re(), i.ie(), i
			.ind(), i.rev(), i.f(), i.p());
		return csv;
	}

	Csv targets() {
		final Csv csv = new Csv("reference", "SPOIL", "verdict", "AET", "REP", "RET", "r_factor", "chi_square");
		for (final TargetTest t : speciation.targets()) csv.row(t.reference(), t.spoil(), t.verdict(), t.aet(), t.rep(), t
			.ret(), t.rFactor(), t.chiSquare());
		return csv;
	}
}
