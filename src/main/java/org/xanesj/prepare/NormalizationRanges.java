// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.prepare;

import java.io.Serializable;

import org.xanesj.stack.EnergyAxis;

/**
 * The ranges a normalisation uses on one energy axis, worked out from what was given and from Larch's defaults
 * ({@code preedge} of {@code larch/xafs/pre_edge.py}, 2025, the code's and not its docstrings'). Short axes give
 * short ranges; nothing here throws.
 *
 * @param e0 in eV
 * @param edge index of the energy nearest E0, where the edge step is taken
 * @param pre1 start of the pre-edge range, in eV from E0, as are the other three
 * @param pre2 its end
 * @param norm1 start of the post-edge range
 * @param norm2 its end
 * @param preDegree 1 for a line, 0 for a constant
 * @param nvict power of the energy by which the absorption is multiplied before the pre-edge fit
 * @param degree of the post-edge polynomial
 * @param pre indices of the pre-edge fit
 * @param post indices of the post-edge fit
 */
public record NormalizationRanges(double e0, int edge, double pre1, double pre2, double norm1, double norm2,
	int preDegree, int nvict, int degree, Window pre, Window post) implements Serializable
{

	/**
	 * Consecutive indices of an energy axis, at least one.
	 *
	 * @param from the first
	 * @param to one beyond the last
	 */
	public record Window(int from, int to) implements Serializable {

		public int size() {
			return to - from;
		}
	}

	/**
	 * @param e0 in eV, used as it is
	 * @param options the ranges that are given
	 */
	public static NormalizationRanges of(final EnergyAxis axis, final double e0, final Normalization.Options options) {
		final int n = axis.size();
		final int edge = axis.nearest(e0);
		// Larch distrusts the first point
		final double start = axis.at(Math.min(1, n - 1)) - e0;
		double pre1 = given(options.pre1()) ? options.pre1() : multiple(edge > 20 ? 5 : 2, start);
		pre1 = Math.max(pre1, axis.first() - e0);
		double pre2 = given(options.pre2()) ? options.pre2() : 0.5 * pre1;
		if (pre1 > pre2) {
			final double swapped = pre1;
			pre1 = pre2;
			pre2 = swapped;
		}
		final boolean line = lastWithin(axis, e0, pre2) - lastWithin(axis, e0, pre1) >= 3;

		final double end = axis.last() - e0;
		double norm2 = given(options.norm2()) ? options.norm2() : multiple(5, end);
		// counted from the end Larch's way: beyond it, and so clipped to it
		if (norm2 < 0) norm2 = end - norm2;
		norm2 = Math.min(norm2, end);
		double norm1 = given(options.norm1()) ? options.norm1() : Math.min(25, 5 * Math.rint(norm2 / 15));
		if (norm1 > norm2) {
			final double swapped = norm1;
			norm1 = norm2;
			norm2 = swapped;
		}
		norm1 = Math.min(norm1, norm2 - 2);
		final double width = norm2 - norm1;
		final int wanted = options.degree() != Normalization.AUTOMATIC_DEGREE ? options.degree() : width < 30 ? 0
			: width < 300 ? 1 : 2;

		final int first = Math.max(0, Math.min(axis.atOrBelow(norm1 + e0), n - 3));
		final int stop = axis.nearest(norm2 + e0);
		final Window post = stop - first >= 2 ? new Window(first, stop) : atLeast(1, Math.max(0, first - 2), stop, n);
		final int degree = stop - first < 2 ? 0 : stop - first < 5 ? Math.min(1, wanted) : wanted;
		return new NormalizationRanges(e0, edge, pre1, pre2, norm1, norm2, line ? 1 : 0, line ? options.nvict() : 0, degree,
			atLeast(line ? 2 : 1, axis.atOrBelow(pre1 + e0), axis.nearest(pre2 + e0), n), post);
	}

	/** @return options that give these ranges again, on this axis or on another */
	public Normalization.Options options() {
		return new Normalization.Options(e0, pre1, pre2, norm1, norm2, degree, nvict);
	}

	private static boolean given(final double value) {
		return !Double.isNaN(value);
	}

	/** @return the multiple of {@code step} nearest to the value, halves to even */
	private static double multiple(final double step, final double value) {
		return step * Math.rint(value / step);
	}

	/** @return the last index at most {@code offset} eV above E0, 0 when there is none */
	private static int lastWithin(final EnergyAxis axis, final double e0, final double offset) {
		int i = 0;
		while (i + 1 < axis.size() && axis.at(i + 1) - e0 <= offset) i++;
		return i;
	}

	private static Window atLeast(final int points, final int from, final int to, final int size) {
		return new Window(from, Math.max(to, Math.min(size, from + points)));
	}
}
