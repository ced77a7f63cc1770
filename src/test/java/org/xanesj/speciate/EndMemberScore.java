// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.xanesj.phantom.Phantom;
import org.xanesj.prepare.Normalization;
import org.xanesj.prepare.NormalizationMethod;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Mask;
import org.xanesj.stack.Spectrum;

/**
 * How near species that were resolved came to the truth of a phantom, by true species. A true species is compared with
 * the end member that bears its name; without one all is as wrong as can be.
 *
 * @param rms of end member minus truth over the energies analysed, in edge steps, after the best scale and line
 * @param error mean absolute error of the fractions, over true species and pixels
 * @param inBand share of the energies at which the truth lies in the band of the spectrum
 * @param inRange share of the pixels in which the true fraction lies in the range, two standard errors added
 * @param width mean width of the range of a fraction
 */
record EndMemberScore(double[] rms, double error, double[] inBand, double[] inRange, double[] width) {

	static EndMemberScore of(final Phantom phantom, final EndMembers found) {
		final int n = phantom.trueNames().size();
		final double[][] figures = new double[5][n];
		final Mask judged = found.ground().edge().mask().and(phantom.sample()::contains);
		final int[] pixels = judged.offsets(0, (int) judged.size());
		for (int s = 0; s < n; s++) {
			final String name = phantom.trueNames().get(s);
			final List<String> names = found.members().stream().map(EndMember::name).toList();
			final int k = names.indexOf(name);
			if (k < 0) {
				Arrays.fill(figures[0], s, s + 1, 1);
				Arrays.fill(figures[1], s, s + 1, 1);
				continue;
			}
			final EndMember member = found.members().get(k);
			final Spectrum raw = phantom.references().spectra().get(s);
			final EnergyAxis axis = member.spectrum().energies();
			figures[0][s] = rms(member.spectrum(), raw, found.ground().axis());
			final Spectrum truth = Normalization.of(new Spectrum(name, axis, raw.on(axis).values()), NormalizationMethod.LARCH,
				Normalization.Options.AUTOMATIC.withE0(found.ground().edge().e0()));
			figures[2][s] = IntStream.range(0, axis.size()).filter(e -> truth.values()[e] >= member.lowest()[e] && truth
				.values()[e] <= member.highest()[e]).count() / (double) axis.size();
			for (final int p : pixels) {
				final double fraction = phantom.fractions()[s][p];
				final double sigma = found.maps().errors()[k][p];
				final double room = Double.isFinite(sigma) ? 2 * sigma : 0;
				figures[1][s] += Math.abs(found.maps().fractions()[k][p] - fraction) / pixels.length;
				if (fraction >= found.ranges().lowest()[k][p] - room && fraction <= found.ranges().highest()[k][p] + room)
					figures[3][s] += 1.0 / pixels.length;
				figures[4][s] += (found.ranges().highest()[k][p] - found.ranges().lowest()[k][p]) / pixels.length;
			}
		}
		return new EndMemberScore(figures[0], Arrays.stream(figures[1]).average().orElseThrow(), figures[2], figures[3],
			figures[4]);
	}

	/** @return of an end member minus the truth, after the best scale of the truth and a line */
	private static double rms(final Spectrum member, final Spectrum truth, final EnergyAxis window) {
		final double[] y = member.on(window).values();
		final double[] t = truth.on(window).values();
		final double[][] x = new double[y.length][2];
		for (int e = 0; e < y.length; e++) x[e] = new double[] { t[e], window.at(e) - window.first() };
		final OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
		regression.newSampleData(y, x);
		return Math.sqrt(regression.calculateResidualSumOfSquares() / y.length);
	}
}
