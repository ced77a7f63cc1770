// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.factor.Mcr;
import org.xanesj.speciate.EndMember;
import org.xanesj.speciate.EndMembers;

/** The tables of species that were resolved from pixels. Their columns are what users' scripts hold on to. */
public final class EndMemberTables {

	private EndMemberTables() {}

	/** Shares are of the sum of all amounts, by which {@code share_least} and {@code share_most} would do as well. */
	public static Csv members(final List<EndMember> members) {
		final Csv csv = new Csv("component", "name", "fixed", "share", "share_least", "share_most", "pure_pixels",
			"most_alike", "rms");
		for (int k = 0; k < members.size(); k++) {
			final EndMember m = members.get(k);
			csv.row(k + 1, m.name(), m.isFixed(), m.share(), m.least(), m.most(), m.alone(), m.match().map(
				EndMember.Match::reference).orElse(null), m.match().map(EndMember.Match::rms).orElse(null));
		}
		return csv;
	}

	public static Csv convergence(final Mcr mcr) {
		final Csv csv = new Csv("iteration", "objective", "lack_of_fit", "lack_of_fit_pca", "left_over_noise",
			"explained");
		for (final Mcr.Iteration i : mcr.history()) csv.row(i.number(), i.objective(), i.lackOfFit(), i.lackOfFitPca(), i
			.overNoise(), i.explained());
		return csv;
	}

	/** Each spectrum with its standard error and its range. */
	public static Csv spectra(final EndMembers found) {
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (final EndMember m : found.members()) {
			names.addAll(List.of(m.name(), m.name() + "_sigma", m.name() + "_lowest", m.name() + "_highest"));
			columns.addAll(List.of(m.spectrum().values(), m.error(), m.lowest(), m.highest()));
		}
		return SpeciationTables.spectra(found.ground().image().energies().toArray(), names, columns);
	}
}
