// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xanesj.RealData;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** The published fits of a gold L3 mixture (Larch's example of linear combinations): every printed digit. */
class GoldStandardsTest {

	private static final FitOptions OPTIONS = FitOptions.DEFAULT.with(FitWay.NORMALIZED);

	private static Spectrum read(final String name) {
		try {
			final double[][] rows = Files.readAllLines(RealData.at("lcf-au-l3/" + name + ".dat")).stream().filter(line ->
				!line
				.startsWith("#")).map(line -> Stream.of(line.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
				.toArray(double[][]::new);
			return new Spectrum(name, EnergyAxis.of(Stream.of(rows).mapToDouble(row -> row[0]).toArray()), Stream.of(rows)
				.mapToDouble(row -> row[1]).toArray());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static CombinationFit fit(final Constraint constraint, final String... standards) {
		final Spectrum unknown = read("unknown");
		return LinearCombination.fit(unknown, Stream.of(standards).map(GoldStandardsTest::read).toList(), OPTIONS.with(
			constraint).with(FitWindow.between(unknown.energies(), 11870, 12030)));
	}

	private static void published(final double[] fractions, final double reducedChiSquare, final double unit,
		final String... standards)
	{
		for (final Constraint constraint : List.of(Constraint.SUM_TO_ONE, Constraint.NON_NEGATIVE_SUM_TO_ONE)) {
			final CombinationFit fit = fit(constraint, standards);
			for (int j = 0; j < fractions.length; j++) assertEquals(fractions[j], fit.components().get(j).fraction(), 5e-6);
			assertEquals(reducedChiSquare, fit.reducedChiSquare(), unit / 2);
		}
	}

	@Test
	void theWindowIsLarchs() {
		final CombinationFit fit = fit(Constraint.NON_NEGATIVE_SUM_TO_ONE, "s1", "s2");
		assertEquals(160, fit.points());
		assertEquals(11869.66, fit.energies().first(), 1e-9);
		assertEquals(1, fit.variables());
	}

	@Test
	void everyPrintedDigitIsReproduced() {
		published(new double[] { 0.47066, 0.52934 }, 58.74e-6, 0.01e-6, "s1", "s2");
		published(new double[] { 0.27867, 0.53207, 0.18926 }, 32.14e-6, 0.01e-6, "s1", "s2", "s5");
		published(new double[] { 0.32788, 0.46501, 0.06384, 0.14327 }, 13.345e-6, 0.001e-6, "s1", "s2", "s3", "s6");
		published(new double[] { 0.30304, 0.45836, 0.05429, 0.18431 }, 14.727e-6, 0.001e-6, "s1", "s2", "s3", "s5");
	}

	@Test
	void thePublishedErrorsAreReproduced() {
		for (final CombinationFit.Component component : fit(Constraint.NON_NEGATIVE_SUM_TO_ONE, "s1", "s2").components())
			assertEquals(0.00471, component.fractionError(), 5e-6);
	}
}
