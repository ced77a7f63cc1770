// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

import java.util.List;

/**
 * The edge energy as the place where the normalised absorption passes a level, one half: the first time within the
 * window. {@code y - curve y - level · step · y} is linear in the spectrum y, and so its zero has an exact gradient.
 *
 * @param curve the smooth spectrum over the window, its pre-edge curve and the level subtracted
 */
record HalfHeight(SmoothCurve curve) implements Functional {

	/** @param normalized the smooth spectrum over the window, its pre-edge curve subtracted */
	static HalfHeight of(final SmoothCurve normalized, final double level, final double[] step) {
		return new HalfHeight(normalized.less(level, step));
	}

	@Override
	public List<Quantity> quantities() {
		return List.of(Quantity.E0);
	}

	@Override
	public List<Estimate> of(final double[] spectrum, final double e0, final Estimate jump) {
		final int crossing = jump.value() > 0 ? Extremes.firstUpward(curve.values(0, curve.size() - 1, spectrum))
			: Extremes.NONE;
		return List.of(crossing == Extremes.NONE ? Estimate.unknown(spectrum.length) : curve.zero(crossing, spectrum));
	}
}
