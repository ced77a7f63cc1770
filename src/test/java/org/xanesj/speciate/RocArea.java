// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.speciate;

import java.util.List;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** The area under the ROC curve: how often a value of one kind is larger than one of the other. */
final class RocArea {

	private RocArea() {}

	/** Mann and Whitney, Ann. Math. Stat. 18, 50 (1947). */
	static double of(final double[] values, final List<Boolean> positive) {
		final double[] ranks = new NaturalRanking().rank(values);
		double sum = 0;
		double n = 0;
		for (int i = 0; i < ranks.length; i++) if (positive.get(i)) {
			sum += ranks[i];
			n++;
		}
		return (sum - n * (n + 1) / 2) / (n * (ranks.length - n));
	}
}
