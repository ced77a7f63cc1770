// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.xanesj.block.LineProjection;
import org.xanesj.fit.Collinearity;
import org.xanesj.fit.Design;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/**
 * References that no fit can tell apart: without a straight line, and whatever their scale, they are the same; and
 * references that others nearly make up.
 */
final class AlikeReferences {

	/** What two of them differ by, as a part of either: less is lost in the noise of any measurement. */
	private static final double DIFFERENCE = 1e-3;

	/** So many pairs are named. */
	private static final int NAMED = 5;

	private AlikeReferences() {}

	/** @return for each reference that is like one before it a sentence that names both */
	static List<String> notes(final List<Spectrum> references, final EnergyAxis window, final LineProjection projection) {
		final List<double[]> shapes = new ArrayList<>();
		final List<String> notes = new ArrayList<>();
		for (final Spectrum reference : references) {
			final double[] shape = unit(projection.apply(reference.on(window).values()));
			for (int i = 0; i < shapes.size(); i++) if (distance(shape, shapes.get(i)) < DIFFERENCE) {
				notes.add("The references " + references.get(i).name() + " and " + reference.name() + " are alike from " +
					EnergyAxis.label(window.first()) + " to " + EnergyAxis.label(window.last()) +
					": fits cannot tell them apart, and which is named is chance.");
				break;
			}
			shapes.add(shape);
		}
		return notes;
	}

	/** @return what is to be said of references that others nearly make up, the worst pairs named; empty when none are */
	static List<String> collinear(final Design design) {
		final Collinearity all = Collinearity.of(design);
		if (!all.isStrong()) return List.of();
		final int count = design.names().size();
		final Map<String, Double> pairs = new LinkedHashMap<>();
		for (int j = 1; j < count; j++) for (int i = 0; i < j; i++) {
			final double inflation = Collinearity.ofPair(design, i, j);
			if (inflation > Collinearity.INFLATED) pairs.put(design.names().get(i) + " and " + design.names().get(j), inflation);
		}
		final long inflated = Arrays.stream(all.varianceInflation()).filter(v -> v > Collinearity.INFLATED).count();
		final String together = "Of all " + count + " references together, " + inflated +
			" can largely be made up of the others (condition number " + number(all.conditionNumber()) + "; above " + number(
				Collinearity.ILL_CONDITIONED) + " is strong).";
		if (pairs.isEmpty()) return List.of("No two references are nearly alike. " + together);
		final String named = pairs.entrySet().stream().sorted(Map.Entry.<String, Double> comparingByValue().reversed()).limit(
			NAMED).map(pair -> pair.getKey() + " (" + number(pair.getValue()) + ")").collect(Collectors.joining(", "));
		return List.of(pairs.size() + " of " + count * (count - 1) / 2 + " pairs of references are nearly alike: " + named +
			(pairs.size() > NAMED ? ", …" : "") + ". Where both are in a fit their fractions trade against each other, and " +
			"their sum is surer than either; in brackets by what factor that inflates the variance of a fraction (above " +
			number(Collinearity.INFLATED) + " is much). " + together);
	}

	private static String number(final double value) {
		return Double.isInfinite(value) ? "infinite" : String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
	}

	private static double[] unit(final double[] vector) {
		double squares = 0;
		for (final double v : vector) squares += v * v;
		final double[] unit = vector.clone();
		for (int i = 0; i < unit.length; i++) unit[i] /= Math.sqrt(squares);
		return unit;
	}

	private static double distance(final double[] a, final double[] b) {
		double squares = 0;
		for (int i = 0; i < a.length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
		return Math.sqrt(squares);
	}
}
