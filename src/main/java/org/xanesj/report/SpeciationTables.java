// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.factor.CrossValidation;
import org.xanesj.factor.Indicators;
import org.xanesj.factor.TargetTest;
import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.Posterior;
import org.xanesj.fit.RankedFit;
import org.xanesj.speciate.ClusterResult;
import org.xanesj.stack.EnergyAxis;

/** The tables of a speciation, in files and in windows. Their columns are what users' scripts hold on to. */
public final class SpeciationTables {

	private SpeciationTables() {}

	public static Csv clusters(final List<ClusterResult> results) {
		final Csv csv = new Csv("cluster", "pixels", "fraction_of_area", "species");
		for (final ClusterResult c : results) csv.row(c.number(), c.pixels(), c.fractionOfArea(), c.species());
		return csv;
	}

	static Csv fits(final List<ClusterResult> results) {
		final Csv csv = fits("cluster");
		for (final ClusterResult cluster : results) addFits(csv, cluster.number(), cluster.fits());
		return csv;
	}

	/** @param spectrum what the first column names: the spectrum that was fitted */
	public static Csv fits(final String spectrum) {
		return new Csv(spectrum, "rank", "reference", "fraction", "sigma", "at_bound", "r_factor", "reduced_chi_square",
			"indistinguishable_from_best");
	}

	/** @param spectrum the number or name of the spectrum that was fitted */
	public static void addFits(final Csv csv, final Object spectrum, final List<RankedFit> fits) {
		for (final RankedFit ranked : fits) {
			final CombinationFit fit = ranked.fit();
			for (final CombinationFit.Component c : fit.components()) csv.row(spectrum, ranked.rank(), c.name(), c.fraction(), c
				.fractionError(), c.atBound(), fit.rFactor(), fit.reducedChiSquare(), ranked.indistinguishableFromBest());
		}
	}

	static Csv posteriors(final List<ClusterResult> results) {
		final Csv csv = posteriors("cluster");
		for (final ClusterResult cluster : results) cluster.posterior().ifPresent(p -> addPosterior(csv, cluster.number(), p));
		return csv;
	}

	/** @param spectrum what the first column names: the spectrum that was looked at */
	public static Csv posteriors(final String spectrum) {
		return new Csv(spectrum, "reference", "probability", "fraction", "sigma", "low_68", "high_68", "low_95", "high_95");
	}

	/** @param spectrum the number or name of the spectrum that was looked at */
	public static void addPosterior(final Csv csv, final Object spectrum, final Posterior posterior) {
		for (final Posterior.Belief b : posterior.beliefs()) csv.row(spectrum, b.name(), b.probability(), b.fraction(), b
			.error(), b.low68(), b.high68(), b.low95(), b.high95());
	}

	static Csv spectra(final EnergyAxis axis, final List<ClusterResult> results) {
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (final ClusterResult cluster : results) {
			names.add("cluster_" + cluster.number());
			columns.add(cluster.spectrum().values());
			if (cluster.best().isEmpty()) continue;
			names.add("cluster_" + cluster.number() + "_fit");
			columns.add(cluster.best().get().fittedOn(axis));
		}
		return spectra(axis.toArray(), names, columns);
	}

	/**
	 * @param energies in eV
	 * @param names of the columns beside them
	 * @param columns a value for each energy
	 */
	public static Csv spectra(final double[] energies, final List<String> names, final List<double[]> columns) {
		final List<String> header = new ArrayList<>(List.of("energy_eV"));
		header.addAll(names);
		final Csv csv = new Csv(header.toArray(String[]::new));
		for (int e = 0; e < energies.length; e++) {
			final Object[] row = new Object[header.size()];
			row[0] = energies[e];
			for (int c = 0; c < columns.size(); c++) row[c + 1] = columns.get(c)[e];
			csv.row(row);
		}
		return csv;
	}

	/** @param predicted the cross-validation of the same components */
	public static Csv pca(final List<Indicators> indicators, final CrossValidation predicted) {
		final Csv csv = new Csv("component", "eigenvalue", "variance_fraction", "RE", "IE", "IND", "REV", "F", "p", "PRESS");
		for (final Indicators i : indicators) csv.row(i.component(), i.eigenvalue(), i.varianceFraction(), i.re(), i.ie(), i
			.ind(), i.rev(), i.f(), i.p(), predicted.of(i.component()));
		return csv;
	}

	public static Csv targets(final List<TargetTest> targets) {
		final Csv csv = new Csv("reference", "SPOIL", "verdict", "AET", "REP", "RET", "r_factor", "chi_square");
		for (final TargetTest t : targets) csv.row(t.reference(), t.spoil(), t.verdict(), t.aet(), t.rep(), t.ret(), t
			.rFactor(), t.chiSquare());
		return csv;
	}
}
