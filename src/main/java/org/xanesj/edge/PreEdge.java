// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.xanesj.stack.EnergyAxis;

/**
 * Area and centroid of a pre-edge peak above a baseline that is fitted outside of it (Wilke, Farges, Petit, Brown and
 * Martin, Am. Mineral. 86, 714 (2001), who interpolate with a spline and fit peaks; here area and centroid are the sums
 * over the points themselves). The baseline is a straight line, the arctangent of the edge and the Lorentzian that is its
 * derivative:
 *
 * <pre>
 * b0 + b1 E + b2 (1/2 + arctan(x)/pi) + b3 / (1 + x²), x = 2 (E - c) / width
 * </pre>
 *
 * with c the steepest point of the spectrum at hand. The derivative makes the baseline indifferent to small errors of c.
 * Given c all is linear in the spectrum.
 *
 * @param first the lowest c in eV
 * @param rungs what is summed for c every {@link #SPACING} eV; null where too few points are left for a baseline
 * @param centre the middle of the peak's window, from which energies are counted
 * @param halfWidth of the window: a centroid beyond it is none, but of a difference that is negative somewhere
 */
record PreEdge(double first, List<Sums> rungs, double centre, double halfWidth) implements Functional {

	private static final double SPACING = 0.25;

	/** The baseline ends this far below the steepest point, in units of the edge's width. */
	private static final double CLEAR = 0.5;

	/** Points on either side of the peak, and in it. */
	private static final int FEWEST_BESIDE = 2, FEWEST_BELOW = 4, FEWEST_INSIDE = 3;

	/** Weights of the spectrum's values in the area and in the first moment; null when there is no baseline. */
	record Sums(double[] area, double[] moment) implements Serializable {}

	/**
	 * @param lowest of the edges to be expected, in eV
	 * @param highest of them
	 * @param width of the edge in eV: full width of the Lorentzian
	 */
	static PreEdge of(final EnergyAxis axis, final PeakWindow peak, final double lowest, final double highest,
		final double width)
	{
		final List<Sums> rungs = new ArrayList<>();
		for (double c = lowest; c <= highest + SPACING; c += SPACING) rungs.add(sums(axis, peak, c, width));
		return new PreEdge(lowest, rungs, 0.5 * (peak.from() + peak.to()), 0.5 * (peak.to() - peak
			.from()));
	}

	private static Sums sums(final EnergyAxis axis, final PeakWindow peak, final double c, final double width) {
		final int n = axis.size();
		final int[] inside = IntStream.range(0, n).filter(i -> peak.holds(axis.at(i))).toArray();
		final int[] beside = IntStream.range(0, n).filter(i -> peak.isBaseline(axis.at(i), c - CLEAR * width)).toArray();
		final long above = IntStream.of(beside).filter(i -> axis.at(i) > peak.to()).count();
		if (inside.length < FEWEST_INSIDE || above < FEWEST_BESIDE || beside.length - above < FEWEST_BELOW) return null;
		final double[][] shapes = new double[beside.length][];
		for (int i = 0; i < shapes.length; i++) shapes[i] = shapes(axis.at(beside[i]), peak, c, width);
		final double[][] fit = new SingularValueDecomposition(new Array2DRowRealMatrix(shapes)).getSolver().getInverse()
			.getData();
		final double[] area = new double[n];
		final double[] moment = new double[n];
		for (int i = 0; i < inside.length; i++) {
			final double[] point = new double[n];
			point[inside[i]] = 1;
			final double[] shape = shapes(axis.at(inside[i]), peak, c, width);
			for (int j = 0; j < beside.length; j++)
				for (int k = 0; k < shape.length; k++) point[beside[j]] -= shape[k] * fit[k][j];
			final double left = i > 0 ? axis.at(inside[i]) - axis.at(inside[i - 1]) : 0;
			final double right = i + 1 < inside.length ? axis.at(inside[i + 1]) - axis.at(inside[i]) : 0;
			final double trapezium = 0.5 * (left + right);
			Rows.add(area, trapezium, point);
			Rows.add(moment, trapezium * (axis.at(inside[i]) - 0.5 * (peak.from() + peak.to())), point);
		}
		return new Sums(area, moment);
	}

	private static double[] shapes(final double energy, final PeakWindow peak, final double c, final double width) {
		final double x = 2 * (energy - c) / width;
		return new double[] { 1, (energy - peak.from()) / peak.below(), 0.5 + Math.atan(x) / Math.PI, 1 / (1 + x * x) };
	}

	/** @return whether any edge leaves room for a baseline */
	boolean isPossible() {
		return rungs.stream().anyMatch(Objects::nonNull);
	}

	@Override
	public List<Quantity> quantities() {
		return List.of(Quantity.PRE_EDGE_CENTROID, Quantity.PRE_EDGE_AREA);
	}

	@Override
	public List<Estimate> of(final double[] spectrum, final double e0, final Estimate jump) {
		final Sums sums = rungs.get((int) Math.max(0, Math.min(rungs.size() - 1, Math.rint((e0 - first) / SPACING))));
		if (sums == null) return List.of(Estimate.unknown(spectrum.length), Estimate.unknown(
			spectrum.length));
		final Estimate area = Estimate.sum(sums.area, spectrum);
		final Estimate fromCentre = Estimate.sum(sums.moment, spectrum).over(area);
		final boolean isInside = Math.abs(fromCentre.value()) <= halfWidth;
		return List.of(isInside ? fromCentre.plus(centre) : Estimate.unknown(spectrum.length), area.over(jump));
	}
}
