// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.fit.CombinationFit;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.RFactor;
import org.xanesj.fit.RankedFit;
import org.xanesj.fit.Shift;

/** The fits of spectra with all that tells one combination from another: the columns of {@code fits.csv}, then more. */
public final class FitTable {

	private static final List<String> MORE = List.of("hamilton_p", "AICc", "CV", "condition", "VIF", "r_factor_athena",
		"shift_eV", "shift_sigma", "shift_at_bound");

	private static final Shift NONE = new Shift(Double.NaN, Double.NaN, false);

	private final FitWay way;
	private final Csv csv;

	/** @param way of the fits: Athena's R-factor depends on it */
	public FitTable(final FitWay way) {
		this.way = way;
		final List<String> header = new ArrayList<>(SpeciationTables.fits("spectrum").header());
		header.addAll(MORE);
		csv = new Csv(header.toArray(String[]::new));
	}

	/** @param spectrum its name */
	public void add(final String spectrum, final List<RankedFit> fits) {
		for (final RankedFit ranked : fits) {
			final Csv plain = SpeciationTables.fits("spectrum");
			SpeciationTables.addFits(plain, spectrum, List.of(ranked));
			final CombinationFit fit = ranked.fit();
			for (int j = 0; j < fit.components().size(); j++) {
				final Shift shift = ranked.shifts().isEmpty() ? NONE : ranked.shifts().get(j);
				final List<Object> row = new ArrayList<>(plain.rows().get(j));
				row.addAll(List.of(ranked.probability(), ranked.diagnostics().aicc(), ranked.diagnostics().leaveOneOut(), ranked
					.diagnostics().collinearity().conditionNumber(), ranked.diagnostics().collinearity().varianceInflation()[j], fit
						.misfit(RFactor.athena(way)), shift.eV(), shift.error()));
				row.add(Double.isNaN(shift.eV()) ? null : shift.atBound());
				csv.row(row.toArray());
			}
		}
	}

	public Csv csv() {
		return csv;
	}
}
