// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.fit;

/**
 * What the fractions of a linear combination must obey. In a fit with a free line ({@link FitWay#BASELINE}) the sum
 * is the edge step and cannot be prescribed: there a sum of one means that amounts are reported as shares of it.
 */
public enum Constraint {
	/** Any real number. */
	NONE,
	/** None below zero. */
	NON_NEGATIVE,
	/** Any real numbers whose sum is one. */
	SUM_TO_ONE,
	/** None below zero, and the sum is one: true fractions. */
	NON_NEGATIVE_SUM_TO_ONE;

	public boolean isNonNegative() {
		return this == NON_NEGATIVE || this == NON_NEGATIVE_SUM_TO_ONE;
	}

	public boolean isSumToOne() {
		return this == SUM_TO_ONE || this == NON_NEGATIVE_SUM_TO_ONE;
	}

	/** @return the same sign rule, without the sum */
	Constraint withoutSum() {
		return isNonNegative() ? NON_NEGATIVE : NONE;
	}

	/** @return least squares with these columns free, without looking at signs */
	FreeSet freeSet(final double[][] columns, final int[] free) {
		return isSumToOne() ? FreeSet.summingToOne(columns, free) : FreeSet.unconstrained(columns, free);
	}
}
