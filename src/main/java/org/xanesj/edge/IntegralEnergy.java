// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;

/**
 * The edge energy by the integral method (Dau, Liebisch and Haumann, Anal. Bioanal. Chem. 376, 562 (2003); an area for
 * the shift of an edge is older: Capehart, Herbst, Mishra and Pinkerton, Phys. Rev. B 52, 7907 (1995)): with m the
 * normalised absorption, E1 and E2 where it passes the levels m1 and m2,
 *
 * <pre>
 * E = E1 + 1/(m2 - m1) · integral from E1 to E2 of (m2 - m) dE
 * </pre>
 *
 * the mean of the energy over the levels. It does not change to first order when E1 or E2 does (m2 - m is m2 - m1 and 0
 * there), so that its gradient is that of the integral alone.
 *
 * @param curve the smooth spectrum over the edge, its pre-edge curve subtracted
 * @param atLower the same less the lower level
 * @param atUpper the same less the upper level
 */
record IntegralEnergy(SmoothCurve curve, SmoothCurve atLower, SmoothCurve atUpper, double lower, double upper) implements Functional
{

	static IntegralEnergy of(final SmoothCurve normalized, final double[] step, final double lower, final double upper) {
		return new IntegralEnergy(normalized, normalized.less(lower, step), normalized.less(upper, step), lower, upper);
	}

	@Override
	public List<Quantity> quantities() {
		return List.of(Quantity.E0);
	}

	/** Unknown when a level is not passed. A pre-edge peak above the lower level does not count: its last crossing does. */
	@Override
	public List<Estimate> of(final double[] spectrum, final double e0, final Estimate jump) {
		final int last = curve.size() - 1;
		final int end = jump.value() > 0 ? Extremes.firstUpward(atUpper.values(0, last, spectrum)) : Extremes.NONE;
		final int start = end == Extremes.NONE ? end : Extremes.lastUpward(atLower.values(0, last, spectrum), end + 1);
		if (start == Extremes.NONE) return List.of(Estimate.unknown(spectrum.length));
		final double from = atLower.zero(start, spectrum).value();
		final double to = atUpper.zero(end, spectrum).value();
		final Estimate area = Estimate.sum(curve.integral(from, to), spectrum).over(jump);
		final double span = upper - lower;
		return List.of(new Estimate(from + (upper * (to - from) - area.value()) / span, Rows.combined(-1 / span, area
			.gradient(), 0, spectrum)));
	}
}
