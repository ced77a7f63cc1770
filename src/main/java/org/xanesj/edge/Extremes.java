// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.edge;

/** Where values on a grid are highest, or change their sign; a change is named by the point before it. */
final class Extremes {

	static final int NONE = -1;

	private Extremes() {}

	/** @return the highest of all; none when that is the first or the last */
	static int highest(final double[] values) {
		int best = 0;
		for (int i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
		return best == 0 || best == values.length - 1 ? NONE : best;
	}

	/** @return the first change from negative to not negative */
	static int firstUpward(final double[] values) {
		for (int i = 0; i + 1 < values.length; i++) if (values[i] < 0 && values[i + 1] >= 0) return i;
		return NONE;
	}

	/** @return the last change from negative to not negative that begins before a point */
	static int lastUpward(final double[] values, final int before) {
		for (int i = before - 1; i >= 0; i--) if (values[i] < 0 && values[i + 1] >= 0) return i;
		return NONE;
	}

	/** @return the first change from not negative to negative from a point on */
	static int firstDownward(final double[] values, final int from) {
		for (int i = from; i + 1 < values.length; i++) if (values[i] >= 0 && values[i + 1] < 0) return i;
		return NONE;
	}
}
