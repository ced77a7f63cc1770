// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoint;
import org.junit.jupiter.api.Test;
import org.xanesj.RealData;
import org.xanesj.fit.CombinationFit.Component;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * Gold reduced by cyanobacteria, from an Athena project: the published fractions of gold foil and Au(III) chloride in
 * its eight samples, beside gold sulphide. Normalised here by the project's own E0, shifts and ranges, so that this
 * tests the fit alone.
 */
class CyanobacteriaTest {

	private static final String[] STANDARDS = { "Au foil", "Au3 Cl aq", "Au sulphide" };
	private static final String[] SAMPLES = { "0.12", "2.42", "4.73", "7.03", "9.33", "20", "33", "720" };
	private static final double[][] PUBLISHED = { { .04, .69 }, { .19, .60 }, { .28, .53 }, { .33, .49 }, { .37, .45 }, {
		.43, .41 }, { .51, .39 }, { .57, .27 } };

	/** A quoted string with escapes, or what else stands between commas. */
	private static final Pattern VALUE = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|([^,' ][^,]*)");

	/** A group of the project: its parameters, energies and absorption. */
	private record Group(Map<String, String> parameters, double[] energies, double[] mu) {

		double number(final String parameter) {
			return Double.parseDouble(parameters.get(parameter));
		}
	}

	private static Map<String, Group> groups() throws IOException {
		final String text;
		try (InputStream in = new GZIPInputStream(Files.newInputStream(RealData.at("athena/cyanobacteria.prj")))) {
			text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		final Map<String, Group> groups = new HashMap<>();
		Map<String, String> parameters = Map.of();
		double[] x = {};
		for (final String line : text.split("\n")) {
			if (line.startsWith("@args = (")) {
				parameters = new HashMap<>();
				final List<String> values = values(line.replaceAll("\\[(?:'(?:[^'\\\\]|\\\\.)*'|[^\\]'])*\\]", "0"));
				for (int i = 0; i + 1 < values.size(); i += 2) parameters.put(values.get(i), values.get(i + 1));
			}
			else if (line.startsWith("@x = (")) x = numbers(line);
			else if (line.startsWith("@y = (")) groups.put(parameters.get("label"), new Group(parameters, x, numbers(line)));
		}
		return groups;
	}

	private static List<String> values(final String line) {
		final List<String> values = new ArrayList<>();
		final Matcher matcher = VALUE.matcher(line.substring(line.indexOf('(') + 1, line.lastIndexOf(')')));
		while (matcher.find()) values.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
		return values;
	}

	private static double[] numbers(final String line) {
		return values(line).stream().mapToDouble(Double::parseDouble).toArray();
	}

	/** Larch's normalisation, flattened. */
	private static Spectrum flattened(final Group group) {
		final double e0 = group.number("bkg_e0");
		final double shift = group.number("bkg_eshift");
		final EnergyAxis axis = EnergyAxis.of(IntStream.range(0, group.energies.length).mapToDouble(e -> group.energies[e] +
			shift).toArray());
		final double[] values = group.mu.clone();
		final PolynomialFunction pre = fitted(axis, values, e0, group.number("bkg_pre1"), group.number("bkg_pre2"), 1);
		for (int e = 0; e < values.length; e++) values[e] -= pre.value(axis.at(e) - e0);
		final PolynomialFunction post = fitted(axis, values, e0, group.number("bkg_nor1"), group.number("bkg_nor2"),
			(int) group
			.number("bkg_nnorm") - 1);
		final int edge = axis.nearest(e0);
		final double step = post.value(axis.at(edge) - e0);
		for (int e = 0; e < values.length; e++)
			values[e] = (values[e] - (e < edge ? 0 : post.value(axis.at(e) - e0) - step)) / step;
		return new Spectrum(group.parameters.get("label"), axis, values);
	}

	private static PolynomialFunction fitted(final EnergyAxis axis, final double[] values, final double e0,
		final double from, final double to, final int degree)
	{
		final List<WeightedObservedPoint> points = IntStream.range(axis.atOrBelow(e0 + from),
			axis.nearest(e0 + to)).mapToObj(
			e -> new WeightedObservedPoint(1, axis.at(e) - e0, values[e])).toList();
		return new PolynomialFunction(PolynomialCurveFitter.create(degree).fit(points));
	}

	@Test
	void theSixteenPublishedFractionsAreReproduced() throws IOException {
		final Map<String, Group> groups = groups();
		final List<Spectrum> standards = IntStream.range(0, 3).mapToObj(j -> flattened(groups.get(STANDARDS[j]))).toList();
		for (int sample = 0; sample < SAMPLES.length; sample++) {
			final Group group = groups.get(SAMPLES[sample]);
			final Spectrum data = flattened(group);
			final double e0 = group.number("bkg_e0");
			final List<Component> components = LinearCombination.fit(data, standards, FitOptions.DEFAULT.with(
				FitWay.NORMALIZED).with(FitWindow.between(data.energies(), e0 - 20, e0 + 70))).components();
			for (int j = 0; j < 2; j++) assertEquals(PUBLISHED[sample][j], components.get(j).fraction(), 0.01, STANDARDS[j] +
				" after " + SAMPLES[sample] + " h");
		}
	}
}
