// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.ArrayList;
import java.util.List;

import org.xanesj.block.LineProjection;
import org.xanesj.stack.EnergyAxis;
import org.xanesj.stack.Spectrum;

/** References that no fit can tell apart: without a straight line, and whatever their scale, they are the same. */
final class AlikeReferences {

	/** What two of them differ by, as a part of either: less is lost in the noise of any measurement. */
	private static final double DIFFERENCE = 1e-3;

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
