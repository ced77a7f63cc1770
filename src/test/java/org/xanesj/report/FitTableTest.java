// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xanesj.SmallStack;
import org.xanesj.block.Progress;
import org.xanesj.fit.Combinations;
import org.xanesj.fit.CoreHole;
import org.xanesj.fit.FitOptions;
import org.xanesj.fit.FitWay;
import org.xanesj.fit.Hamilton;
import org.xanesj.fit.MovableReference;
import org.xanesj.fit.RankedFit;
import org.xanesj.fit.RFactor;
import org.xanesj.stack.Spectrum;

class FitTableTest {

	private static final Hamilton HAMILTON = Hamilton.of(SmallStack.ENERGIES, CoreHole.of("Fe", "K", 7112));
	private static final List<Spectrum> REFERENCES = SmallStack.references().spectra();

	private static Spectrum data() {
		final double[] values = new double[SmallStack.ENERGIES.size()];
		for (int e = 0; e < values.length; e++) values[e] = 0.5 * SmallStack.REDUCED.applyAsDouble(SmallStack.ENERGIES.at(
			e)) + 0.5 * SmallStack.OXIDIZED.applyAsDouble(SmallStack.ENERGIES.at(e)) + 0.01 * Math.sin(17 * e);
		return new Spectrum("data", SmallStack.ENERGIES, values);
	}

	private static Object cell(final Csv csv, final int row, final String column) {
		return csv.rows().get(row).get(csv.header().indexOf(column));
	}

	@Test
	void theColumnsOfTheFileComeFirstAndMoreBehind() {
		final List<RankedFit> fits = Combinations.fit(data(), REFERENCES, 2, FitOptions.DEFAULT, HAMILTON);
		final FitTable table = new FitTable(FitWay.BASELINE);
		table.add("data", fits);
		final Csv csv = table.csv();
		assertEquals(SpeciationTables.fits("spectrum").header(), csv.header().subList(0, 9));
		assertEquals(2 + 1 + 1, csv.rows().size());
		final RankedFit best = fits.get(0);
		assertEquals(best.fit().components().get(1).fraction(), cell(csv, 1, "fraction"));
		assertEquals(best.diagnostics().aicc(), cell(csv, 1, "AICc"));
		assertEquals(best.diagnostics().leaveOneOut(), cell(csv, 1, "CV"));
		assertEquals(best.diagnostics().collinearity().varianceInflation()[1], cell(csv, 1, "VIF"));
		assertEquals(best.diagnostics().collinearity().conditionNumber(), cell(csv, 1, "condition"));
		assertEquals(best.fit().misfit(RFactor.IFEFFIT), cell(csv, 1, "r_factor_athena"));
		assertEquals(1.0, cell(csv, 0, "hamilton_p"));
		assertTrue((double) cell(csv, 2, "hamilton_p") < 0.05);
		assertTrue(Double.isNaN((double) cell(csv, 0, "shift_eV")));
		assertNull(cell(csv, 0, "shift_at_bound"));
	}

	@Test
	void shiftsHaveTheirColumns() {
		final List<RankedFit> fits = Combinations.fit(data(), REFERENCES.stream().map(r -> MovableReference.of(r,
			SmallStack.ENERGIES)).toList(), 1, 2, FitOptions.DEFAULT, HAMILTON, Progress.NONE);
		final FitTable table = new FitTable(FitWay.BASELINE);
		table.add("data", fits);
		assertEquals(fits.get(0).shifts().get(1).eV(), cell(table.csv(), 1, "shift_eV"));
		assertEquals(fits.get(0).shifts().get(1).error(), cell(table.csv(), 1, "shift_sigma"));
		assertEquals(false, cell(table.csv(), 1, "shift_at_bound"));
	}

	/** Demeter's LCF.pm: the deviations from the mean count for normalised spectra, the values for derivatives. */
	@Test
	void athenasRFactorDependsOnWhatIsFitted() {
		assertEquals(RFactor.IFEFFIT, RFactor.athena(FitWay.NORMALIZED));
		assertEquals(RFactor.LARCH, RFactor.athena(FitWay.DERIVATIVE));
	}
}
