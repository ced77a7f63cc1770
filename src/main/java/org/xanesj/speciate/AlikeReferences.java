// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	/** So many are named. */
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

	/** @return a sentence on the references that others make up, the worst first; empty when they are all different enough */
	static List<String> collinear(final Design design) {
		final Collinearity found = Collinearity.of(design);
		if (!found.isStrong()) return List.of();
		final double[] inflation = found.varianceInflation();
		final List<Integer> inflated = IntStream.range(0, inflation.length).filter(
			j -> inflation[j] > Collinearity.INFLATED).boxed().sorted(Comparator.comparingDouble(j -> -inflation[j])).toList();
		final String condition = "(condition number " + number(found.conditionNumber()) + ", above " + number(
			Collinearity.ILL_CONDITIONED) + " is strong)";
		if (inflated.isEmpty()) return List.of("All references together make a nearly dependent set " + condition +
			", though none is made up of the others: their amounts and the line beside them trade against each other.");
		final String named = inflated.stream().limit(NAMED).map(j -> design.names().get(j) + " (" + number(inflation[j]) + ")")
			.collect(Collectors.joining(", "));
		return List.of("Of " + inflation.length + " references fitted all together, " + inflated.size() +
			" can largely be made up of the others: " + named + (inflated.size() > NAMED ? ", …" : "") +
			". Their fractions trade against each other, and their sum is surer than any of them. In brackets: by what factor " +
			"that inflates the variance of a fraction, above " + number(Collinearity.INFLATED) + " is much " + condition + ".");
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
