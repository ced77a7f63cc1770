// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

class IronSpeciesTest {

	/** Where likeness is measured. */
	private static final EnergyAxis WINDOW = EnergyGrid.from(7097).to(7187, 0.5).axis();

	private static double[] truth(final IronSpecies species, final EnergyAxis axis) {
		final double[] mu = new double[axis.size()];
		for (int i = 0; i < mu.length; i++) mu[i] = species.mu(axis.at(i));
		return mu;
	}

	/**
	 * Normalised by Larch's default ranges for a spectrum from 7000 to 7350 eV: a line through -125 to -62.5 eV below the
	 * edge and a line through 15 to 225 eV above (both ends shift by up to 5 eV with E0; here E0 is the steepest point).
	 */
	private static double[] normalised(final Spectrum spectrum) {
		final EnergyAxis axis = spectrum.energies();
		final double[] mu = spectrum.values();
		int steepest = 1;
		for (int i = 1; i < mu.length - 1; i++)
			if (slope(axis, mu, i) > slope(axis, mu, steepest)) steepest = i;
		final double e0 = axis.at(steepest);
		final double from = 5 * Math.rint((axis.at(1) - e0) / 5);
		final double to = 5 * Math.rint((axis.last() - e0) / 5);
		final SimpleRegression pre = line(axis, mu, e0 + from, e0 + from / 2);
		final double[] above = new double[mu.length];
		for (int i = 0; i < mu.length; i++) above[i] = mu[i] - pre.predict(axis.at(i));
		final double step = line(axis, above, e0 + Math.min(25, 5 * Math.rint(to / 15)), e0 + to).predict(e0);
		for (int i = 0; i < mu.length; i++) above[i] /= step;
		return above;
	}

	private static double slope(final EnergyAxis axis, final double[] mu, final int i) {
		return (mu[i + 1] - mu[i - 1]) / (axis.at(i + 1) - axis.at(i - 1));
	}

	private static SimpleRegression line(final EnergyAxis axis, final double[] mu, final double from, final double to) {
		final SimpleRegression line = new SimpleRegression();
		for (int i = axis.atOrBelow(from); i < axis.nearest(to); i++) line.addData(axis.at(i), mu[i]);
		return line;
	}

	/** What normalising finds is the truth, but for a line, which every fit has free. */
	@ParameterizedTest
	@EnumSource
	void theReferenceHasTheTruthsEdgeStep(final IronSpecies species) {
		final double[] norm = normalised(species.reference());
		final double[] mu = truth(species, IronSpecies.GRID);
		final RealMatrix columns = MatrixUtils.createRealMatrix(norm.length, 3);
		for (int i = 0; i < norm.length; i++) columns.setRow(i, new double[] { norm[i], 1, (IronSpecies.GRID.at(i) - 7112) /
			100 });
		final RealVector fit = new QRDecomposition(columns).getSolver().solve(MatrixUtils.createRealVector(mu));
		assertEquals(1, fit.getEntry(0), 0.005);
		final RealVector misfit = columns.operate(fit).subtract(MatrixUtils.createRealVector(mu));
		assertEquals(0, misfit.getLInfNorm(), 1e-4);
	}

	@Test
	void referencesAreRaw() {
		for (final Spectrum reference : IronPhantom.references().spectra()) {
			final double[] v = reference.values();
			assertTrue(Math.abs(v[0]) > 0.05 && Math.abs(v[v.length - 1] - 1) > 0.05, reference.name());
		}
	}

	@Test
	void theClosestPairInTheSampleIsHardButNotHopeless() {
		double closest = Double.MAX_VALUE;
		for (final IronSpecies a : IronSpecies.present()) for (final IronSpecies b : IronSpecies.present()) {
			if (a == b) continue;
			final RealVector difference = MatrixUtils.createRealVector(truth(a, WINDOW)).subtract(MatrixUtils
				.createRealVector(truth(b, WINDOW)));
			closest = Math.min(closest, difference.getNorm() / Math.sqrt(WINDOW.size()));
		}
		assertEquals(0.065, closest, 0.015);
	}

	/** The best non-negative combination is the least squares solution of its own support: all supports are tried. */
	@ParameterizedTest
	@EnumSource
	void noneIsACombinationOfTheOthersAndALine(final IronSpecies species) {
		final List<double[]> others = new ArrayList<>();
		for (final IronSpecies other : IronSpecies.values()) if (other != species) others.add(truth(other, WINDOW));
		final RealVector wanted = MatrixUtils.createRealVector(truth(species, WINDOW));
		double best = Double.MAX_VALUE;
		for (int support = 1; support < 1 << others.size(); support++)
			best = Math.min(best, misfit(others, support, wanted));
		assertTrue(best / Math.sqrt(WINDOW.size()) > 0.015, species.title() + ": " + best / Math.sqrt(WINDOW.size()));
	}

	private static double misfit(final List<double[]> others, final int support, final RealVector wanted) {
		final int n = Integer.bitCount(support);
		final RealMatrix columns = MatrixUtils.createRealMatrix(WINDOW.size(), n + 2);
		for (int i = 0; i < WINDOW.size(); i++) {
			columns.setEntry(i, n, 1);
			columns.setEntry(i, n + 1, (WINDOW.at(i) - 7142) / 45);
		}
		for (int k = 0, column = 0; k < others.size(); k++)
			if ((support >> k & 1) != 0) columns.setColumn(column++, others.get(k));
		final RealVector fit = new QRDecomposition(columns).getSolver().solve(wanted);
		for (int k = 0; k < n; k++) if (fit.getEntry(k) < 0) return Double.MAX_VALUE;
		return columns.operate(fit).subtract(wanted).getNorm();
	}
}
