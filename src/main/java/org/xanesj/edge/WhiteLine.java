// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;

/**
 * The white line: the highest maximum of the smooth normalised absorption m within a range above the steepest point, its
 * height, and its area above 1: the integral of (m - 1) dE from where m rises through 1, over a width that is the same for
 * all spectra. Unknown where there is no maximum within the range; without an area where the maximum is not above 1.
 *
 * @param curve the smooth spectrum, its pre-edge curve subtracted
 * @param above the same less the edge step
 * @param width over which the area is summed, in eV: as long as the mean spectrum is above 1
 */
record WhiteLine(SmoothCurve curve, SmoothCurve above, double width) implements Functional {

	/** How far above the steepest point it is looked for, in eV. */
	static final double RANGE = 25;

	/**
	 * @param normalized the smooth spectrum, its pre-edge curve subtracted
	 * @param mean spectrum
	 * @param e0 its steepest point in eV
	 */
	static WhiteLine of(final SmoothCurve normalized, final double[] step, final double[] mean, final double e0) {
		final SmoothCurve above = normalized.less(1, step);
		final WhiteLine endless = new WhiteLine(normalized, above, Double.NaN);
		final int top = endless.top(mean, e0);
		final double[] values = above.values(0, above.size() - 1, mean);
		final int start = top == Extremes.NONE || values[top] <= 0 ? Extremes.NONE : Extremes.lastUpward(values, top);
		if (start == Extremes.NONE) return endless;
		final int end = Extremes.firstDownward(values, top);
		final double falls = end == Extremes.NONE ? above.energy(above.size() - 1) : above.zero(end, mean).value();
		return new WhiteLine(normalized, above, Math.min(falls, e0 + RANGE) - above.zero(start, mean).value());
	}

	private int top(final double[] spectrum, final double e0) {
		final int from = curve.at(e0);
		final int top = Extremes.highest(curve.values(from, curve.at(e0 + RANGE), spectrum));
		return top == Extremes.NONE ? top : from + top;
	}

	@Override
	public List<Quantity> quantities() {
		return List.of(Quantity.WHITE_LINE, Quantity.WHITE_LINE_HEIGHT, Quantity.WHITE_LINE_AREA);
	}

	@Override
	public List<Estimate> of(final double[] spectrum, final double e0, final Estimate jump) {
		final Estimate unknown = Estimate.unknown(spectrum.length);
		final int top = top(spectrum, e0);
		if (top == Extremes.NONE) return List.of(unknown, unknown, unknown);
		return List.of(curve.vertex(top, spectrum), curve.height(top, spectrum).over(jump), area(top, jump, spectrum));
	}

	/** At its lower end the integrand is 0, at the upper it is what a small shift of the whole range adds. */
	private Estimate area(final int top, final Estimate jump, final double[] spectrum) {
		final double[] values = above.values(0, top, spectrum);
		final int start = jump.value() > 0 && values[top] > 0 ? Extremes.lastUpward(values, top) : Extremes.NONE;
		if (start == Extremes.NONE || Double.isNaN(width)) return Estimate.unknown(spectrum.length);
		final Estimate from = above.zero(start, spectrum);
		final double to = from.value() + width;
		final Estimate sum = Estimate.sum(above.integral(from.value(), to), spectrum);
		final double atEnd = to < above.energy(above.size() - 1) ? above.interpolated(to, spectrum) : 0;
		return new Estimate(sum.value(), Rows.combined(1, sum.gradient(), atEnd, from.gradient())).over(jump);
	}
}
